internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP

/// What rules of HTTP and REST say of a run.
extension Wording {
  /// That nothing is called so, and what was meant.
  package static func unknownRule(_ name: String, suggestion: String?) -> String {
    "there is no rule \(name)"
      + (suggestion.map { "; did you mean '\($0)'?" } ?? "; accord rules lists all of them")
  }

  /// How many rules had something to say, and how many were broken.
  func conformance(_ account: ConformanceAccount) -> String {
    let broken = account.broken.count
    return "\(Self.count(account.rules.count, "rule")) of \(account.profile.rawValue) applied, "
      + (broken == 0 ? "none broken" : "\(VisibleText.grouped(broken)) broken")
  }

  /// What broke a rule, in one line, as in
  /// `http.405.allow: Allow is missing: PUT http://127.0.0.1:8080/products answered 405 (3 times;
  /// RFC 9110 section 15.5.6)`.
  func conformance(_ account: RuleAccount) -> String {
    guard let first = account.first else { return account.rule.id }
    let count = account.broken == 1 ? "" : "\(VisibleText.grouped(account.broken)) times; "
    let section = account.rule.citations.first?.description ?? ""
    return "\(account.rule.id): \(message(first)) (\(count)\(section))"
  }

  /// What shows that a rule was broken, in one line.
  func message(_ violation: RuleViolation) -> String {
    if let message = violation.recordedMessage { return recorded(message) }
    return "\(message(violation.evidence)): \(place(of: violation))"
  }

  /// What is wrong with which part of an exchange.
  func message(_ evidence: Evidence) -> String {
    let part =
      switch evidence.part {
      case .status: "the status"
      case .field(let name): name
      case .content: "the content"
      case .framing: "the message"
      case .member(let pointer): pointer.isEmpty ? "the content" : shown(pointer)
      }
    return "\(part) \(shown(evidence.problem))"
      + (evidence.quote.map { ", as in \(quoted($0))" } ?? "")
  }

  /// Which exchange it was.
  private func place(of violation: RuleViolation) -> String {
    let exchange = violation.exchange
    let status = (exchange.response ?? exchange.error?.received)?.status
    return "\(shown(exchange.request.method)) \(shownURL(exchange.request.url))"
      + (status.map { " answered \($0)" } ?? "")
  }
}
