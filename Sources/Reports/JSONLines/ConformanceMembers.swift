internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as members of its lines.
extension JSONWriter {
  /// What the exchanges told of each rule that had something to say of them.
  mutating func member(_ conformance: ConformanceAccount, _ account: StepAccount) {
    name("conformance")
    beginObject()
    member("mode", conformance.mode.rawValue)
    member("profile", conformance.profile.rawValue)
    if conformance.isStrict { member("strict", true) }
    member("fails", conformance.fails)
    name("rules")
    beginArray()
    let targets = Dictionary(
      conformance.targets.map { ($0.target.id, $0.target) }, uniquingKeysWith: { first, _ in first }
    )
    for rule in conformance.rules {
      value(rule, of: rule.target.flatMap { targets[$0] }, in: conformance, account)
    }
    endArray()
    member(conformance.probed, account)
    endObject()
  }

  /// What was probed; nothing where nothing was.
  mutating func member(_ probed: [ProbedTarget], _ account: StepAccount) {
    guard !probed.isEmpty else { return }
    let wording = account.wording
    name("probed")
    beginArray()
    for target in probed {
      beginObject()
      member("id", wording.recorded(target.id))
      member("name", wording.recorded(target.name))
      member("index", target.index)
      member("requests", target.requestCount)
      if !target.leftovers.isEmpty {
        member("leftovers", target.leftovers.map(wording.recorded))
      }
      if let interruption = target.interruption {
        member("interruption", wording.recorded(interruption))
      }
      if target.location != .unknown { member(target.location, account) }
      if !target.remarks.isEmpty {
        name("remarks")
        beginArray()
        for remark in target.remarks {
          beginObject()
          member("message", wording.message(remark))
          if remark.fails { member("fails", true) }
          endObject()
        }
        endArray()
      }
      endObject()
    }
    endArray()
  }

  private mutating func member(_ location: SourceLocation, _ account: StepAccount) {
    name("location")
    beginObject()
    member("file", account.sources.path(of: location))
    member("line", location.line)
    member("column", location.column)
    endObject()
  }

  /// To which rules the exchanges of the run are held.
  mutating func member(_ heading: ConformanceHeading) {
    name("conformance")
    beginObject()
    member("mode", heading.mode.rawValue)
    member("profile", heading.profile.rawValue)
    endObject()
  }

  /// - Parameter target: What was probed, if the rule was tried on something.
  private mutating func value(
    _ rule: RuleAccount, of target: ProbedTarget?, in conformance: ConformanceAccount,
    _ account: StepAccount
  ) {
    beginObject()
    member("id", rule.rule.id)
    if let target { member("target", account.wording.recorded(target.id)) }
    if rule.failsFrom != conformance.mode.failsFrom(isStrict: conformance.isStrict) {
      member("fails", rule.failsFrom?.rawValue ?? "none")
    }
    member("level", rule.rule.level.rawValue)
    member("verdict", rule.verdict.rawValue)
    member("kept", rule.kept)
    member("broken", rule.broken)
    member("undecided", rule.undecided)
    if let reason = rule.reason { member("reason", account.wording.recorded(reason)) }
    if let known = rule.known {
      member("known", account.wording.recorded(known.reason))
      if known.isByBaseline { member("listed", true) }
    }
    if let first = rule.first {
      if first.level != rule.rule.level { member("weight", first.level.rawValue) }
      member("step", account.wording.recorded(first.step))
      member("index", first.index)
      if let index = first.wholeIndex { member("wholeIndex", index) }
      member(first.location, account)
      if let target {
        let finding = FindingAccount(rule: rule, target: target, account: account)
        member("message", finding.problem)
        member(finding.exhibits)
      } else {
        member("message", account.wording.message(first))
      }
    }
    member("statement", rule.rule.statement)
    member("sections", rule.rule.citations.map(\.description))
    endObject()
  }

  /// The exchanges that show that a rule was broken, as reports for people have them.
  private mutating func member(_ exhibits: [ShownExhibit]) {
    name("exhibits")
    beginArray()
    for exhibit in exhibits {
      beginObject()
      member("role", exhibit.role)
      member("method", exhibit.method)
      member("url", exhibit.url)
      if let status = exhibit.status { member("status", status) }
      member("lines", exhibit.lines)
      if !exhibit.marks.isEmpty { member("marks", exhibit.marks) }
      if !exhibit.reproduction.isEmpty { member("reproduce", exhibit.reproduction) }
      endObject()
    }
    endArray()
  }

  /// The rules that a step's exchanges broke; nothing where there is none.
  mutating func member(_ violations: [RuleViolation], _ wording: Wording) {
    guard !violations.isEmpty else { return }
    name("violations")
    beginArray()
    for violation in violations {
      beginObject()
      member("rule", violation.rule)
      member("level", violation.level.rawValue)
      member("message", wording.message(violation))
      endObject()
    }
    endArray()
  }
}
