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

  /// How many rules had something to say and how many were broken, and what came of probing:
  /// `5 rules of rest applied, 3 broken; 1 target probed with 143 requests: 41 rules conform, 1 violated`.
  func conformance(_ account: ConformanceAccount) -> String {
    var parts: [String] = []
    let passive = account.passive
    let targets = account.targets
    if !passive.isEmpty || targets.isEmpty {
      let broken = passive.broken.count
      parts.append(
        "\(Self.count(passive.count, "rule")) of \(account.profile.rawValue) applied, "
          + (broken == 0 ? "none broken" : "\(VisibleText.grouped(broken)) broken"))
    }
    if !targets.isEmpty {
      let requests = targets.reduce(0) { $0 + $1.target.requestCount }
      parts.append(
        "\(Self.count(targets.count, "target")) probed with \(Self.count(requests, "request")): "
          + Self.verdicts { verdict in targets.reduce(0) { $0 + $1.count(of: verdict) } })
    }
    return parts.joined(separator: "; ")
  }

  /// What came of a target, as in
  /// `/cart: 41 rules conform, 1 violated, 12 not applicable, 3 inconclusive (143 requests)`.
  func summary(_ account: TargetAccount) -> String {
    "\(shown(account.target.name)): \(Self.verdicts(account.count)) "
      + "(\(Self.count(account.target.requestCount, "request")))"
  }

  /// How many rules came to which verdict; those that none came to are left out, but for the first.
  private static func verdicts(_ count: (RuleVerdict) -> Int) -> String {
    let conforming = count(.conforms)
    let rest: [(RuleVerdict, String)] = [
      (.violation, "violated"), (.notApplicable, "not applicable"),
      (.inconclusive, "inconclusive"),
    ]
    return
      (["\(Self.count(conforming, "rule")) conform\(conforming == 1 ? "s" : "")"]
      + rest.compactMap { verdict, word in
        let number = count(verdict)
        return number == 0 ? nil : "\(VisibleText.grouped(number)) \(word)"
      }).joined(separator: ", ")
  }

  /// What is left of what a probe made, and why it did not come to its end.
  func alarms(_ target: ProbedTarget) -> [String] {
    let name = shown(target.name)
    var lines: [String] = []
    if let interruption = target.interruption {
      lines.append("probing \(name) did not come to its end: \(shown(interruption))")
    }
    for leftover in target.leftovers.prefix(Self.leftoverLimit) {
      lines.append("left behind by the probe of \(name), to be removed: \(shownURL(leftover))")
    }
    let further = target.leftovers.count - Self.leftoverLimit
    if further > 0 { lines.append("and \(Self.count(further, "more thing")) left behind by it") }
    return lines + target.remarks.map { "\(name): \(message($0))" }
  }

  /// What is said of what is known of a target.
  func message(_ remark: ProbeRemark) -> String {
    switch remark {
    case .fixed(let rule, let file, let line, _):
      (rule.map { "\(recorded($0)) is kept" } ?? "no rule is broken any more")
        + ", and \(recorded(file)):\(line) lists it as a known failure; take the entry out"
    case .expired(let rule, let file, let line, let day):
      "\(recorded(rule)) was known until \(recorded(day)) (\(recorded(file)):\(line)), and is still broken"
    case .issueGone(let reason):
      "no rule is broken any more; take .knownIssue(\(quoted(reason))) away"
    case .recorded(let message, _): recorded(message)
    }
  }

  private static let leftoverLimit = 50

  /// Why a rule was not judged, with the verdict before it.
  func verdict(_ rule: RuleAccount) -> String {
    switch rule.verdict {
    case .notApplicable:
      "not applicable: \(rule.reason.map(shown) ?? "nothing that was sent bears on it")"
    case .inconclusive:
      "inconclusive: \(rule.reason.map(shown) ?? "what exchanges showed does not decide it")"
    case .violation, .conforms: rule.verdict.rawValue
    }
  }

  /// What a probe found, in one line, without the exchange.
  func problem(_ violation: RuleViolation) -> String {
    violation.recordedMessage.map(recorded) ?? message(violation.evidence)
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
      case .field(let name): shown(name)
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
