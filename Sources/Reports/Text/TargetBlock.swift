internal import AccordConformance
internal import AccordEngine

/// What came of probing a target, in a text report: each rule that it breaks with all that is to be said
/// of it, what is left behind, and one line for the rest.
///
///     ✘ MUST http.put.idempotent  /cart: /quantity is another after the second PUT
///       A PUT that is sent again changes nothing more.
///       RFC 9110 section 9.2.2, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
///       before  > GET http://127.0.0.1:8080/cart/5
///               < 200 OK
///               < /quantity: 3
///       after   > GET http://127.0.0.1:8080/cart/5
///               < 200 OK
///               < /quantity: 6
///       on the server: Store what a PUT carries in place of what was there.
///       reproduce: curl http://127.0.0.1:8080/cart/5
///       /cart: 41 rules conform, 1 violated, 12 not applicable (143 requests)
struct TargetBlock {
  let target: TargetAccount
  let account: StepAccount
  let style: TextStyle
  let verbosity: TextOptions.Verbosity

  /// The lines; of a target for which the run does not fail none where only those are asked for.
  func lines() -> [String] {
    let isQuiet = verbosity == .quiet
    var lines = target.broken.filter { !isQuiet || $0.fails }.flatMap(finding)
    var alarming = target.target
    if isQuiet { alarming.remarks.removeAll { !$0.fails } }
    lines += account.wording.alarms(alarming).map {
      "\(style.paint("!", .yellow)) \(style.paint($0, .bold))"
    }
    guard !isQuiet else { return lines }
    lines.append("  \(account.wording.summary(target))")
    if verbosity != .wire {
      let isCut = target.target.interruption != nil
      lines +=
        isCut ? [] : Obstructions(of: target.rules).lines(account.wording).map { "    \($0)" }
    } else {
      lines += target.rules.filter { $0.verdict == .inconclusive }.map {
        "    \($0.rule.id) \(account.wording.verdict($0))"
      }
    }
    return lines.map(Wording.bounded)
  }

  /// What fails the run is told whole, and what breaks a MUST; other things in short.
  private func finding(_ rule: RuleAccount) -> [String] {
    let finding = FindingAccount(rule: rule, target: target.target, account: account)
    let (mark, role) =
      rule.known == nil ? TextStyle.mark(finding.level, fails: rule.fails) : ("–", .faint)
    let isWhole =
      rule.fails || finding.level == .must && rule.known == nil || verbosity == .wire
    return ["\(style.paint("\(mark) \(finding.level.rawValue)", role)) \(finding.headline)"]
      + (isWhole ? finding.lines(style) : finding.brief).map { "  \($0)" }
  }
}

extension TextStyle {
  /// The sign before a rule that was broken, and its colour.
  static func mark(_ level: RuleLevel, fails: Bool = false) -> (String, Role) {
    switch level {
    case _ where fails: ("✘", .red)
    case .must: ("✘", .red)
    case .should: ("!", .yellow)
    case .may, .convention: ("–", .faint)
    }
  }
}
