/// What exchanges tell of a rule.
package enum Verdict: Sendable, Hashable {
  /// The rule speaks of something else.
  case notApplicable
  /// The rule was kept where it could have been broken.
  case conforms
  /// The rule was broken, and this shows it.
  case violation(Evidence)
  /// The rule may have been broken; something stands in the way of saying so.
  case inconclusive(String)

  /// The rule was broken.
  ///
  /// - Parameters:
  ///   - part: Which part of the exchange shows it.
  ///   - problem: What is wrong with it, as half a sentence that can follow the part's name.
  ///   - quote: What came, if that helps.
  ///   - level: The level of this finding where it is lower than the rule's own.
  static func violation(
    _ part: Evidence.Part, _ problem: String, quote: String? = nil, level: RuleLevel? = nil
  ) -> Verdict {
    .violation(Evidence(part: part, problem: problem, quote: quote, level: level))
  }

  /// Conforms if the condition holds, else a violation.
  static func holds(
    _ condition: Bool, else part: Evidence.Part, _ problem: @autoclosure () -> String
  ) -> Verdict {
    condition ? .conforms : .violation(part, problem())
  }
}

/// What shows that a rule was broken.
package struct Evidence: Sendable, Hashable {
  /// A part of an exchange.
  package enum Part: Sendable, Hashable {
    /// The response code.
    case status
    /// A field of the response's head, by the name it is known by.
    case field(String)
    /// The content of the response.
    case content
    /// How the message is framed.
    case framing
  }

  /// Where it shows.
  package let part: Part
  /// What is wrong, in our own words.
  package let problem: String
  /// What came: the server's own words, not escaped and not cut.
  package let quote: String?
  /// The level of this finding where it is lower than the rule's: what is widespread and does no harm.
  package let level: RuleLevel?

  package init(part: Part, problem: String, quote: String? = nil, level: RuleLevel? = nil) {
    self.part = part
    self.problem = problem
    self.quote = quote
    self.level = level
  }
}
