import AccordArchives
import AccordContract
import AccordHTTP
import AccordReports
import Synchronization

@testable import AccordEngine

/// Keeps what a replay tells.
final class KeptEvents: EventSink {
  private let kept = Mutex<[Event]>([])

  var hasRoom: Bool { true }

  func receive(_ events: [Event]) { kept.withLock { $0 += events } }

  var records: [StepRecord] {
    kept.withLock { events in
      events.compactMap { if case .finished(let record) = $0 { record } else { nil } }
    }
  }
}

/// The archive that a text is.
func archive(_ text: String) throws -> Archive { try archive(Array(text.utf8)) }

func archive(_ octets: [UInt8]) throws -> Archive {
  let folder = try TemporaryFolder()
  try folder.write(octets, to: "run.har")
  do throws(ArchiveError) {
    return try Archive(path: folder.file("run.har"))
  } catch {
    // Where the test's folder is says nothing.
    throw ArchiveError(error.reason, in: "run.har", entry: error.entry)
  }
}

/// Judges an archive by a contract.
func judged(
  _ archive: Archive, by contract: Contract, url: String? = nil, given: [String: String] = [:]
) throws -> [StepRecord] {
  var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
  let plan = try planner.plan(selecting: Selection())
  let known = try (url ?? archive.run.baseURL).map { try BaseURL(parsing: $0) }
  var options = RunOptions(
    baseURL: try known ?? BaseURL(parsing: "http://localhost"), seed: archive.run.seed ?? 0)
  options.bindings = given.mapValues { .text($0) }
  options.recordsWire = true
  let sink = KeptEvents()
  var replay = Replay(
    plan, of: archive, options: options, baseURL: known, sink: sink, interruption: Interruption())
  _ = try replay.run()
  return sink.records
}

/// What a step came to, in short: the outcome, why, and how many findings there are.
func account(_ record: StepRecord) -> String {
  let wording = Wording()
  var parts = [Wording.word(record.outcome)]
  switch record.outcome {
  case .errored(let problem): parts.append(wording.kind(problem))
  case .skipped(let reason): parts.append(wording.kind(reason))
  default: break
  }
  if !record.findings.isEmpty { parts.append("\(record.findings.count)") }
  return parts.joined(separator: " ")
}

/// An archive of a browser's: what is in `log.entries`.
func browser(_ entries: String...) -> String { browser(entries) }

func browser(_ entries: [String]) -> String {
  """
  {"log": {"version": "1.2", "creator": {"name": "Browser", "version": "1"}, "pages": [],
  "entries": [\(entries.joined(separator: ",\n"))]}}
  """
}

/// A browser's entry of an exchange.
func entry(
  _ method: String, _ url: String, _ status: Int, _ body: String? = nil,
  type: String = "application/json", fields: [(String, String)] = [], more: String = ""
) -> String {
  let headers = ([("Content-Type", type)] + fields)
    .map { #"{"name": "\#($0.0)", "value": "\#($0.1)"}"# }.joined(separator: ", ")
  let text = body.map { ", \"text\": \"\($0.replacing("\"", with: "\\\""))\"" } ?? ""
  return """
    {"startedDateTime": "2026-01-01T00:00:00Z", "time": 12.5, "request": {"method": "\(method)",
    "url": "\(url)", "httpVersion": "h2", "headers": [{"name": "Accept-Encoding", "value": "br"}]},
    "response": {"status": \(status), "statusText": "", "httpVersion": "h2",
    "headers": [\(headers)], "content": {"size": \(body?.utf8.count ?? 9), "mimeType": "\(type)"\(text)}},
    "timings": {"wait": 10, "receive": 2.5, "ssl": -1}\(more)}
    """
}

/// The archive that a run of these steps writes.
///
/// - Parameter complete: Gives each step's record what became of it.
func recorded(
  _ contract: Contract, secrets: [String] = [], isTroubled: Bool = false, seed: UInt64 = 7,
  signal: Int32? = nil,
  complete: (inout StepRecord) -> Void
) throws -> Archive {
  var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
  let plan = try planner.plan(selecting: Selection())
  var events: [Event] = [
    .started(
      RunHeader(
        contract: plan.name, baseURL: "http://h", startedAt: 1_000, jobs: 1, seed: seed,
        isShuffled: false, repetitions: 1, stepCount: plan.steps.count,
        stepCountOfContract: plan.steps.count, version: "0"))
  ]
  events += secrets.map { .secret(name: "", value: $0) }
  for (number, unit) in plan.units.enumerated() {
    for position in unit.steps {
      var record = plan.record(
        position, repetition: 1, unit: number, .passed(isFixed: false))
      complete(&record)
      events.append(.finished(step: record))
    }
  }
  events.append(
    .ended(RunFooter(totals: RunTotals(), duration: .zero, requestCount: 0, signal: signal)))
  let folder = try TemporaryFolder()
  let redactor = Redactor()
  let reporter = RunReporter(
    [
      HARReport(
        .file(folder.file("run.har")),
        scope: isTroubled ? .troubled(bodyLimit: 16) : .everything, sources: SourceOptions(),
        redactor: redactor)
    ], redactor: redactor)
  reporter.receive(events)
  if let failure = reporter.finish().first { throw failure }
  return try Archive(path: folder.file("run.har"))
}

/// An exchange that was answered.
func exchange(
  _ method: String = "GET", _ path: String, _ status: Int = 200, _ body: String = "",
  fields: [(name: String, value: String)] = [("Content-Type", "application/json")],
  time: Duration = .milliseconds(10)
) -> Exchange {
  Exchange(
    request: HTTPRequest(method: method, url: "http://h\(path)"),
    result: .success(
      HTTPResponse(status: status, fields: HTTPFields(fields), body: Array(body.utf8))),
    timings: Timings(total: time))
}
