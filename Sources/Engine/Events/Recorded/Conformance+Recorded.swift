internal import AccordConformance
internal import AccordContract
internal import AccordHTTP
internal import AccordRuns

extension ConformanceHeading {
  /// What an earlier run was held to; `nil` where it is not known here.
  init?(_ recorded: RecordedConformance) {
    guard let mode = ConformanceCheck.Mode(rawValue: recorded.mode),
      let profile = RuleProfile(rawValue: recorded.profile)
    else { return nil }
    self.init(mode: mode, profile: profile)
  }
}

extension ConformanceAccount {
  /// What an earlier run came to, as far as its rules are known here.
  init?(_ recorded: RecordedConformance) {
    guard let heading = ConformanceHeading(recorded) else { return nil }
    let known = Dictionary(RuleCatalogue.rules.map { ($0.id, $0) }) { first, _ in first }
    self.init(
      mode: heading.mode, profile: heading.profile,
      rules: recorded.rules.compactMap { rule in
        known[rule.id].map {
          RuleAccount(rule, of: $0, in: heading.mode, isStrict: recorded.isStrict)
        }
      }, isStrict: recorded.isStrict, probed: recorded.probed.map(ProbedTarget.init))
  }
}

extension ProbedTarget {
  fileprivate init(_ recorded: RecordedConformance.Target) {
    self.init(
      id: recorded.id, name: recorded.name, index: recorded.index,
      requestCount: recorded.requestCount, leftovers: recorded.leftovers,
      interruption: recorded.interruption,
      remarks: recorded.remarks.map { .recorded($0.message, fails: $0.fails) })
    if let place = recorded.location, place.line > 0 {
      location = SourceLocation(
        fileID: place.file, filePath: place.file, line: place.line, column: place.column)
    }
  }
}

extension RuleAccount {
  fileprivate init(
    _ recorded: RecordedConformance.Rule, of rule: Rule, in mode: ConformanceCheck.Mode,
    isStrict: Bool
  ) {
    self.init(
      rule: rule, target: recorded.target,
      failsFrom: recorded.fails.map { RuleLevel(rawValue: $0) }
        ?? mode.failsFrom(isStrict: isStrict))
    reason = recorded.reason
    kept = recorded.kept
    broken = recorded.broken
    undecided = recorded.undecided
    first = recorded.first.map { place in
      var violation = RuleViolation(
        rule: rule.id, level: place.weight.flatMap { RuleLevel(rawValue: $0) } ?? rule.level,
        message: place.message)
      violation.index = place.index
      violation.step = place.step
      violation.recordedExhibits = place.exhibits
      violation.known = recorded.known.map {
        KnownViolation(reason: $0, isByBaseline: recorded.isKnownByBaseline)
      }
      if place.location.line > 0 {
        violation.location = SourceLocation(
          fileID: place.location.file, filePath: place.location.file, line: place.location.line,
          column: place.location.column)
      }
      return violation
    }
  }
}

extension RuleViolation {
  /// What an earlier run said of a step.
  init?(_ recorded: RecordedStep.Violation) {
    guard let level = RuleLevel(rawValue: recorded.level) else { return nil }
    self.init(rule: recorded.rule, level: level, message: recorded.message)
  }

  fileprivate init(rule: String, level: RuleLevel, message: String) {
    self.init(
      rule: rule, level: level, evidence: Evidence(part: .framing, problem: ""),
      exchange: Exchange(
        request: HTTPRequest(url: ""), result: .success(HTTPResponse(status: 0))))
    recordedMessage = message
  }
}
