internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

/// The first line and the last.
enum EventLines {
  static func line(_ header: RunHeader, _ wording: Wording) -> JSONWriter {
    var json = JSONWriter()
    json.beginObject()
    json.member("accord", JSONLinesReport.formatVersion)
    json.member("event", "run")
    json.member("version", header.version)
    json.member("contract", header.contract)
    json.member("url", header.baseURL)
    json.member("startedAt", Int(header.startedAt))
    json.member("jobs", header.jobs)
    json.name("seed")
    json.raw(String(header.seed))
    json.member("shuffled", header.isShuffled)
    json.member("repetitions", header.repetitions)
    json.member("steps", header.stepCount)
    json.member("contractSteps", header.stepCountOfContract)
    if !header.warnings.isEmpty { json.member("warnings", header.warnings.map(wording.message)) }
    if !header.heldTo.staleEntries.isEmpty { add(header.heldTo.staleEntries, wording, to: &json) }
    if let conformance = header.conformance { json.member(conformance) }
    if let shard = header.shard { add(shard, of: header, wording, to: &json) }
    if let joined = header.joined { json.member("shards", joined.count) }
    json.endObject()
    return json
  }

  /// What joining the shards' files needs.
  private static func add(
    _ shard: PlanShard, of header: RunHeader, _ wording: Wording, to json: inout JSONWriter
  ) {
    json.name("shard")
    json.beginObject()
    json.member("index", shard.shard.index)
    json.member("total", shard.shard.total)
    if let run = shard.run { json.member("run", run) }
    json.member("steps", shard.stepCount * header.repetitions)
    json.member("plan", shard.digest)
    let heldTo = header.heldTo
    if let file = heldTo.baseline {
      add(file, as: "baseline", header.warnings.filter(\.isOfBaseline), wording, to: &json)
    }
    if let file = heldTo.earlierRun {
      add(file, as: "compare", header.warnings.filter(\.isOfComparison), wording, to: &json)
    }
    if !header.endpoints.isEmpty { add(header.endpoints, to: &json) }
    json.endObject()
  }

  private static func add(
    _ file: String, as name: String, _ warnings: [RunWarning], _ wording: Wording,
    to json: inout JSONWriter
  ) {
    json.name(name)
    json.beginObject()
    json.member("file", file)
    if !warnings.isEmpty { json.member("warnings", warnings.map(wording.message)) }
    json.endObject()
  }

  private static func add(
    _ entries: [StaleEntry], _ wording: Wording, to json: inout JSONWriter
  ) {
    json.name("staleEntries")
    json.beginArray()
    for entry in entries {
      json.beginObject()
      json.member("file", wording.recorded(entry.file))
      json.member("line", entry.line)
      json.member("id", wording.recorded(entry.id))
      json.member("subject", wording.recorded(entry.subject))
      json.endObject()
    }
    json.endArray()
  }

  private static func add(_ endpoints: [Endpoint], to json: inout JSONWriter) {
    json.name("endpoints")
    json.beginArray()
    for endpoint in endpoints {
      json.beginObject()
      json.member("path", endpoint.path)
      json.member("methods", (endpoint.declaredMethods ?? []).map(\.token))
      json.endObject()
    }
    json.endArray()
  }

  /// - Parameter staleEntryCount: As many as the first line names.
  static func line(
    _ footer: RunFooter, staleEntryCount: Int, _ account: StepAccount
  ) -> JSONWriter {
    let totals = footer.totals
    var json = JSONWriter()
    json.beginObject()
    json.member("event", "end")
    json.members(totals)
    json.members(ofChanges: totals)
    if totals.expired > 0 { json.member("expired", totals.expired) }
    if staleEntryCount > 0 { json.member("staleEntries", staleEntryCount) }
    if let conformance = footer.conformance { json.member(conformance, account) }
    if totals.waits > 0 {
      json.member("waits", totals.waits)
      json.member("waited", totals.waited)
    }
    json.member("requests", footer.requestCount)
    json.member("duration", footer.duration)
    if let signal = footer.signal { json.member("signal", Int(signal)) }
    if footer.gaveUpCleanups { json.member("gaveUpCleanups", true) }
    if let error = footer.unreachable { json.member("unreachable", account.wording.message(error)) }
    json.endObject()
    return json
  }
}

extension JSONWriter {
  /// How many steps came to which outcome.
  mutating func members(_ totals: RunTotals) {
    member("passed", totals.passed)
    member("failed", totals.failed)
    member("errors", totals.errors)
    member("skipped", totals.skipped)
    member("observed", totals.observed)
    member("known", totals.known)
    member("fixed", totals.fixed)
    member("flaky", totals.flaky)
  }

  mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }

  mutating func member(_ name: String, _ value: Bool) {
    self.name(name)
    boolean(value)
  }

  mutating func member(_ name: String, _ values: [String]) {
    self.name(name)
    beginArray()
    for value in values { string(value) }
    endArray()
  }

  /// A duration in milliseconds, to the microsecond.
  mutating func member(_ name: String, _ duration: Duration) {
    self.name(name)
    raw(JUnitTotals.decimal(ofThousandths: max(0, duration.microseconds)))
  }
}
