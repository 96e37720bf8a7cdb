internal import AccordDocuments
internal import AccordEngine

/// The steps that had no verdict and no exchange either, by the reason, which many of them share.
struct UnsentSteps {
  private struct Reason: Hashable {
    var kind: String
    var message: String
  }

  private var steps: [Reason: [(id: String, repetition: Int)]] = [:]
  /// In the order in which they came up.
  private var reasons: [Reason] = []

  mutating func note(_ record: StepRecord, _ wording: Wording) {
    guard record.exchanges.isEmpty, case .errored(let problem) = record.outcome else { return }
    let reason = Reason(kind: wording.kind(problem), message: wording.message(problem))
    if steps[reason] == nil { reasons.append(reason) }
    steps[reason, default: []].append((record.id, record.repetition))
  }

  /// What the archive says of them; nil where there are none.
  func json(redacting redactor: Redactor) -> JSONWriter? {
    guard !reasons.isEmpty else { return nil }
    var json = JSONWriter()
    json.beginArray()
    for reason in reasons {
      json.beginObject()
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
