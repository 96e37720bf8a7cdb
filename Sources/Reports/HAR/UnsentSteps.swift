internal import AccordDocuments
internal import AccordEngine

/// The steps without an exchange that had no verdict, or that the run was stopped before, by the
/// reason, which many of them share.
struct UnsentSteps {
  private struct Reason: Hashable {
    var isSkip: Bool
    var kind: String
    var message: String
  }

  private var steps: [Reason: [(id: String, repetition: Int)]] = [:]
  /// In the order in which they came up.
  private var reasons: [Reason] = []

  mutating func note(_ record: StepRecord, _ wording: Wording) {
    guard record.exchanges.isEmpty else { return }
    let reason: Reason
    switch record.outcome {
    case .errored(let problem):
      reason = Reason(
        isSkip: false, kind: wording.kind(problem), message: wording.message(problem))
    case .skipped(let skip) where skip.isOfStopping:
      reason = Reason(isSkip: true, kind: wording.kind(skip), message: wording.message(skip))
    case .passed, .failed, .skipped, .observed, .known: return
    }
    if steps[reason] == nil { reasons.append(reason) }
    steps[reason, default: []].append((record.id, record.repetition))
  }

  /// How many of them the run was stopped before.
  var stoppedCount: Int {
    reasons.filter(\.isSkip).reduce(0) { $0 + (steps[$1]?.count ?? 0) }
  }

  /// What the archive says of them; nil where there are none.
  func json(redacting redactor: Redactor) -> JSONWriter? {
    guard !reasons.isEmpty else { return nil }
    var json = JSONWriter()
    json.beginArray()
    for reason in reasons {
      json.beginObject()
      if reason.isSkip { json.member("outcome", "skipped") }
      json.member("reasonKind", reason.kind)
      json.member("reason", reason.message)
      json.name("steps")
      json.beginArray()
      for step in steps[reason] ?? [] {
        json.beginObject()
        json.member("id", redactor.redact(step.id))
        json.member("repetition", step.repetition)
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    return json
  }
}
