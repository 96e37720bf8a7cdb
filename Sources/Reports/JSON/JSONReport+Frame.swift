internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine

/// What stands before the rules of a JSON report and behind them.
extension JSONWriter {
  /// What was known when the run began.
  mutating func members(of header: RunHeader, _ wording: Wording) {
    member("version", header.version)
    member("contract", wording.recorded(header.contract))
    member("url", wording.shownURL(header.baseURL))
    member("startedAt", Int(header.startedAt))
    member("steps", header.stepCount)
    if let shard = header.shard?.shard { member("shard", "\(shard)") }
    if let joined = header.joined { member("shards", joined.count) }
    if !header.warnings.isEmpty { member("warnings", header.warnings.map(wording.message)) }
  }

  /// A target, with what came of its rules.
  mutating func value(_ account: TargetAccount, _ wording: Wording) {
    let target = account.target
    beginObject()
    member("id", wording.recorded(target.id))
    member("path", wording.recorded(target.name))
    member("requests", target.requestCount)
    member("leftovers", target.leftovers.map(wording.recorded))
    if let interruption = target.interruption {
      member("interruption", wording.recorded(interruption))
    }
    if !target.remarks.isEmpty { member("remarks", target.remarks.map(wording.message)) }
    name("verdicts")
    verdicts(account.rules)
    endObject()
  }

  /// How many rules came to which verdict, all together and of each level.
  mutating func summary(_ conformance: ConformanceAccount?) {
    let rules = conformance?.rules ?? []
    beginObject()
    if let conformance {
      member("mode", conformance.mode.rawValue)
      member("profile", conformance.profile.rawValue)
    }
    member("fails", conformance?.fails ?? false)
    name("verdicts")
    verdicts(rules)
    name("levels")
    beginObject()
    for level in RuleLevel.allCases {
      name(level.rawValue)
      verdicts(rules.filter { $0.rule.level == level })
    }
    endObject()
    endObject()
  }

  private mutating func verdicts(_ rules: [RuleAccount]) {
    beginObject()
    for verdict in [RuleVerdict.violation, .conforms, .inconclusive, .notApplicable] {
      member(verdict.rawValue, rules.count { $0.verdict == verdict })
    }
    endObject()
  }

  /// What was known when the run had ended.
  mutating func members(of footer: RunFooter, _ wording: Wording) {
    name("totals")
    beginObject()
    members(footer.totals)
    endObject()
    member("requests", footer.requestCount)
    member("duration", footer.duration)
    if let signal = footer.signal { member("signal", Int(signal)) }
    if let error = footer.unreachable { member("unreachable", wording.message(error)) }
  }
}
