internal import AccordConformance
internal import AccordDocuments
internal import AccordEngine

/// What rules of HTTP and REST say of a run, as the page's script reads it.
struct HTMLRules {
  let conformance: ConformanceAccount
  let account: StepAccount

  /// The names of the members, which no secret takes away.
  static let names: Set<String> = [
    "conformance", "fails", "summary", "rules", "level", "text", "statement", "remedy", "sections",
    "targets", "alarms", "id", "verdict", "reason", "problem", "name", "url", "exhibits", "role",
    "parts", "kind", "pointer", "exchange", "lines", "curl", "notes", "index", "path",
  ]

  private var wording: Wording { account.wording }

  func add(to json: inout JSONWriter) {
    json.name("conformance")
    json.beginObject()
    json.member("fails", conformance.fails)
    json.member("summary", wording.conformance(conformance))
    json.name("rules")
    json.beginArray()
    for rule in conformance.passive.broken { addPassive(rule, to: &json) }
    json.endArray()
    let targets = conformance.targets
    if !targets.isEmpty {
      json.name("targets")
      json.beginArray()
      for target in targets { add(target, to: &json) }
      json.endArray()
    }
    json.endObject()
  }

  /// A rule that the exchanges of steps broke.
  private func addPassive(_ rule: RuleAccount, to json: inout JSONWriter) {
    json.beginObject()
    json.member("level", (rule.level ?? rule.rule.level).rawValue)
    json.member("text", wording.conformance(rule))
    if let first = rule.first { json.member("index", first.index) }
    addDemand(rule.rule, to: &json)
    json.endObject()
  }

  private func addDemand(_ rule: Rule, to json: inout JSONWriter) {
    json.member("statement", rule.statement)
    json.member("remedy", rule.remedy)
    json.name("sections")
    json.beginArray()
    for citation in rule.citations {
      json.beginObject()
      json.member("name", citation.description)
      json.member("url", citation.url)
      json.endObject()
    }
    json.endArray()
  }

  // MARK: - Targets

  private func add(_ target: TargetAccount, to json: inout JSONWriter) {
    json.beginObject()
    json.member("path", wording.shown(target.target.name))
    json.member("summary", wording.summary(target))
    let alarms = wording.alarms(target.target)
    if !alarms.isEmpty { json.member("alarms", alarms) }
    json.name("rules")
    json.beginArray()
    let rest = [RuleVerdict.inconclusive, .notApplicable, .conforms].flatMap { verdict in
      target.rules.filter { $0.verdict == verdict }
    }
    for rule in target.broken + rest { add(rule, of: target.target, to: &json) }
    json.endArray()
    json.endObject()
  }

  private func add(_ rule: RuleAccount, of target: ProbedTarget, to json: inout JSONWriter) {
    json.beginObject()
    json.member("id", rule.rule.id)
    json.member("level", (rule.level ?? rule.rule.level).rawValue)
    json.member("verdict", rule.verdict.rawValue)
    if rule.fails { json.member("fails", true) }
    if let reason = rule.reason { json.member("reason", wording.shown(reason)) }
    addDemand(rule.rule, to: &json)
    if let first = rule.first {
      let finding = FindingAccount(rule: rule, target: target, account: account)
      json.member("problem", finding.problem + finding.known)
      json.name("exhibits")
      json.beginArray()
      for (place, shown) in finding.exhibits.enumerated() {
        let exhibits = first.exhibits
        add(shown, of: place < exhibits.count ? exhibits[place] : nil, to: &json)
      }
      json.endArray()
    }
    json.endObject()
  }

  /// - Parameter exhibit: The exchange itself; `nil` where only an earlier run had it.
  private func add(_ shown: ShownExhibit, of exhibit: Exhibit?, to json: inout JSONWriter) {
    json.beginObject()
    json.member("role", shown.role)
    json.member("lines", shown.marks)
    if let exhibit {
      json.name("parts")
      json.beginArray()
      for part in exhibit.parts { json.value(part, wording) }
      json.endArray()
      json.name("exchange")
      HTMLExchange(
        exchange: exhibit.exchange.withoutCredentials, wording: wording, sources: account.sources,
        bounds: Self.bounds(written: json.bytes.count)
      ).add(to: &json)
    } else {
      json.member("text", (shown.lines + shown.marks).joined(separator: "\n"))
    }
    if let command = shown.reproduction.first, !command.hasPrefix("  (") {
      json.member("curl", command)
    }
    let notes = shown.reproduction.filter { $0.hasPrefix("  (") }.map { $0.dropFirst(3).dropLast() }
    if !notes.isEmpty { json.member("notes", notes.map(String.init)) }
    json.endObject()
  }

  /// How much of an exchange is kept, when so many octets of what probes found are written.
  private static func bounds(written: Int) -> HTMLBounds {
    written < 8 << 20 ? .full : written < 16 << 20 ? .brief : .nothing
  }
}
