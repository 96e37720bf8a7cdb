import AccordConformance
import AccordHTTP
import Testing

/// An exchange, and what it tells of a rule.
struct RuleCase: Sendable, CustomTestStringConvertible {
  /// What is expected.
  enum Outcome: Sendable, Equatable {
    /// The rule is broken, and no other one; at the rule's own level unless said otherwise.
    case breaks(RuleLevel?)
    /// The rule is kept, and so is every other one.
    case keeps
    /// Nothing is said of the rule, and no other one is broken.
    case silent
  }

  let rule: String
  let outcome: Outcome
  let what: String
  let exchange: Exchange
  let fidelity: ObservedExchange.Fidelity
  /// Rules that cannot but be broken too.
  var besides: [String] = []

  var testDescription: String {
    switch outcome {
    case .breaks: "\(rule) is broken by \(what)"
    case .keeps: "\(rule) is kept by \(what)"
    case .silent: "\(rule) says nothing of \(what)"
    }
  }

  static func breaks(
    _ rule: String, _ what: String, level: RuleLevel? = nil, besides: [String] = [],
    _ answer: Answer
  ) -> RuleCase {
    RuleCase(
      rule: rule, outcome: .breaks(level), what: what, exchange: answer.exchange,
      fidelity: answer.fidelity, besides: besides)
  }

  static func keeps(
    _ rule: String, _ what: String, besides: [String] = [], _ answer: Answer
  ) -> RuleCase {
    RuleCase(
      rule: rule, outcome: .keeps, what: what, exchange: answer.exchange,
      fidelity: answer.fidelity, besides: besides)
  }

  static func silent(
    _ rule: String, _ what: String, besides: [String] = [], _ answer: Answer
  ) -> RuleCase {
    RuleCase(
      rule: rule, outcome: .silent, what: what, exchange: answer.exchange,
      fidelity: answer.fidelity, besides: besides)
  }
}
