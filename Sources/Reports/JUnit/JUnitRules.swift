internal import AccordConformance
internal import AccordContract
internal import AccordEngine

/// Rules of HTTP and REST as cases: one for each that had something to say of the run's steps, or for each
/// that was to be judged on a target.
///
/// What fails the run is a failure; what only warns or informs passes, with a property and a line in
/// `system-out`; what could not be decided is skipped.
struct JUnitRules {
  let rules: [RuleAccount]
  /// What was probed; `nil` for what the exchanges of the contract's steps told.
  var target: ProbedTarget?
  let account: StepAccount
  let isStrict: Bool

  /// A case and what is counted of it.
  struct Case {
    var xml: [UInt8] = []
    /// What must be unique, and where the name ends in the octets.
    var identity = ""
    var nameEnd = 0
    var verdict = JUnitTotals.Verdict.passed
    /// What is said of it where the case has no place for it.
    var remarks: [String] = []
  }

  private static let messageLimit = 255

  /// The cases, in the catalogue's order.
  func cases() -> [Case] { rules.map(makeCase) }

  private func makeCase(_ rule: RuleAccount) -> Case {
    var item = Case()
    func write(_ text: String) { item.xml.append(contentsOf: text.utf8) }
    func write(_ text: String, _ context: XMLEncoding.Context) {
      XMLEncoding.append(text, context, to: &item.xml)
    }
    let name = account.wording.redactor.redact(
      rule.rule.id + (target.map { " \($0.name)" } ?? ""))
    write("<testcase name=\"")
    write(name, .attribute)
    item.nameEnd = item.xml.count
    item.identity = "\(Self.className(rule.rule)) \(name)"
    write("\" classname=\"\(Self.className(rule.rule))\" time=\"0.000\"")
    if !isStrict, let first = rule.first, first.location != .unknown {
      write(" file=\"")
      write(account.sources.path(of: first.location), .attribute)
      write("\" line=\"\(first.location.line)\"")
    }
    write(">")
    let message = finding(rule)?.headline ?? account.wording.conformance(rule)
    let level = rule.level ?? rule.rule.level
    switch rule.verdict {
    case .conforms: break
    case .inconclusive, .notApplicable:
      item.verdict = .skipped
      write("<skipped message=\"")
      write(Self.cut(account.wording.verdict(rule)), .attribute)
      write("\"/>")
    case .violation where rule.fails:
      item.verdict = .failure
      write("<failure message=\"")
      write(Self.cut(message), .attribute)
      write("\" type=\"accord.failure.conformance\">")
      write("\n" + lines(rule).joined(separator: "\n") + "\n", .content)
      write("</failure>")
    case .violation where rule.known != nil:
      item.verdict = .skipped
      write("<skipped message=\"")
      write(Self.cut(message), .attribute)
      write("\">")
      write("\n" + lines(rule).joined(separator: "\n") + "\n", .content)
      write("</skipped>")
    case .violation:
      let remark = "\(level.rawValue): \(message)"
      if isStrict {
        item.remarks.append(remark)
      } else {
        write("<properties><property name=\"violation\" value=\"")
        write(remark, .attribute)
        write("\"/></properties><system-out>")
        write((lines(rule) + [""]).joined(separator: "\n"), .content)
        write("</system-out>")
      }
    }
    write("</testcase>\n")
    return item
  }

  /// What a probe found, if that broke the rule.
  private func finding(_ rule: RuleAccount) -> FindingAccount? {
    guard let target, rule.broken > 0 else { return nil }
    return FindingAccount(rule: rule, target: target, account: account)
  }

  /// All that is to be said of a rule that was broken.
  private func lines(_ rule: RuleAccount) -> [String] {
    if let finding = finding(rule) {
      return ["\(finding.level.rawValue) \(finding.headline)"] + finding.lines()
    }
    var lines = ["\((rule.level ?? rule.rule.level).rawValue) \(account.wording.conformance(rule))"]
    if let first = rule.first {
      lines.append("in the step \(account.wording.recorded(first.step))")
    }
    return lines + [rule.rule.statement, rule.rule.remedy] + rule.rule.citations.map(\.url)
  }

  private static func className(_ rule: Rule) -> String { "conformance.\(rule.group.rawValue)" }

  private static func cut(_ message: String) -> String {
    guard message.unicodeScalars.count > messageLimit else { return message }
    return String(message.unicodeScalars.prefix(messageLimit - 1)) + "…"
  }
}
