package import AccordHTTP

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

  /// Conforms if the condition holds, else a violation that these exchanges show.
  static func holds(
    _ condition: Bool, else part: Evidence.Part, _ problem: @autoclosure () -> String,
    quote: @autoclosure () -> String? = nil, level: RuleLevel? = nil, shownBy exhibits: [Exhibit]
  ) -> Verdict {
    condition
      ? .conforms
      : .violation(
        Evidence(
          part: part, problem: problem(), quote: quote(), level: level, exhibits: exhibits))
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
    /// A value in the content, by its JSON Pointer (RFC 6901).
    case member(String)
  }

  /// Where it shows.
  package let part: Part
  /// What is wrong, in our own words.
  package let problem: String
  /// What came: the server's own words, not escaped and not cut.
  package let quote: String?
  /// The level of this finding where it is lower than the rule's: what is widespread and does no harm.
  package let level: RuleLevel?
  /// The exchanges that show it together, in the order in which they were sent; none where the exchange
  /// that was judged shows it by itself.
  package let exhibits: [Exhibit]

  package init(
    part: Part, problem: String, quote: String? = nil, level: RuleLevel? = nil,
    exhibits: [Exhibit] = []
  ) {
    self.part = part
    self.problem = problem
    self.quote = quote
    self.level = level
    self.exhibits = exhibits
  }
}

/// An exchange that shows, beside others, that a rule was broken.
package struct Exhibit: Sendable, Hashable {
  /// What it is for, in a few words: `before`, `the second PUT`.
  package let role: String
  /// The exchange.
  package let exchange: Exchange
  /// Which parts of it show the problem.
  package let parts: [Evidence.Part]

  package init(_ role: String, _ exchange: Exchange, _ parts: Evidence.Part...) {
    self.role = role
    self.exchange = exchange
    self.parts = parts
  }

  /// Whether both mean the same exchange.
  package static func == (left: Exhibit, right: Exhibit) -> Bool {
    left.exchange === right.exchange && left.role == right.role && left.parts == right.parts
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(role)
    hasher.combine(ObjectIdentifier(exchange))
  }
}
