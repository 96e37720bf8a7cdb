internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordRuns

/// What is known of the run as a whole, as the page's script reads it.
enum HTMLRun {
  /// The names of the members, which no secret takes away.
  static let names: Set<String> = [
    "version", "contract", "url", "startedAt", "jobs", "seed", "shuffled", "repetitions", "steps",
    "contractSteps", "warnings", "endpoints", "path", "methods", "passed", "failed",
    "errors", "skipped", "observed", "known", "fixed", "flaky", "requests", "duration", "signal",
    "unreachable", "waits", "expired", "changed", "changedKinds", "status", "outcome", "type",
    "fields", "shape", "staleEntries",
  ]

  /// The kinds of change, each with its letter in a row's marks and its word for people.
  static let changes: [(kind: StepChange.Kind, letter: String, word: String)] = [
    (.status, "s", Wording.word(.status)), (.outcome, "o", Wording.word(.outcome)),
    (.type, "t", Wording.word(.type)), (.fields, "f", Wording.word(.fields)),
    (.shape, "h", Wording.word(.shape)),
  ]

  /// What is known at the start.
  static func json(
    _ header: RunHeader, endpoints: [Endpoint], _ wording: Wording
  ) -> JSONWriter {
    func shown(_ text: String) -> String { VisibleText.escape(wording.redactor.redact(text)) }
    var json = JSONWriter()
    json.beginObject()
    json.member("version", header.version)
    json.member("contract", shown(header.contract))
    json.member("url", wording.shownURL(header.baseURL))
    json.member("startedAt", Int(header.startedAt))
    json.member("jobs", header.jobs)
    json.member("seed", String(header.seed))
    json.member("shuffled", header.isShuffled)
    json.member("repetitions", header.repetitions)
    json.member("steps", header.stepCount)
    json.member("contractSteps", header.stepCountOfContract)
    if !header.warnings.isEmpty { json.member("warnings", header.warnings.map(wording.message)) }
    let stale = wording.messages(header.heldTo.staleEntries)
    if !stale.isEmpty { json.member("staleEntries", stale) }
    json.name("endpoints")
    json.beginArray()
    for endpoint in endpoints {
      guard let methods = endpoint.declaredMethods else { continue }
      json.beginObject()
      json.member("path", shown(endpoint.path))
      json.member("methods", methods.map { shown($0.token) })
      json.endObject()
    }
    json.endArray()
    json.endObject()
    return json
  }

  /// What is known at the end.
  static func json(_ footer: RunFooter, _ account: StepAccount) -> JSONWriter {
    let wording = account.wording
    let totals = footer.totals
    var json = JSONWriter()
    json.beginObject()
    json.members(totals)
    json.member("expired", totals.expired)
    json.members(ofChanges: totals)
    if let waits = Wording.waits(totals) { json.member("waits", waits) }
    if let conformance = footer.conformance {
      HTMLRules(conformance: conformance, account: account).add(to: &json)
    }
    json.member("requests", footer.requestCount)
    json.member("duration", footer.duration)
    if let signal = footer.signal { json.member("signal", Int(signal)) }
    if let error = footer.unreachable { json.member("unreachable", wording.message(error)) }
    json.endObject()
    return json
  }
}
