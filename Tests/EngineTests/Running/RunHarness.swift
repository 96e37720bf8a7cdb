import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Synchronization
import Testing

/// Keeps the events of a run.
final class EventLog: EventSink {
  private let log = Mutex<[Event]>([])

  var hasRoom: Bool { true }

  func receive(_ events: [Event]) { log.withLock { $0 += events } }

  /// The steps' records in the plan's order.
  var records: [StepRecord] {
    log.withLock { events in
      events.compactMap { if case .finished(let record) = $0 { record } else { nil } }
    }.sorted { $0.index < $1.index }
  }

  /// The steps' records in the order in which they ended.
  var recordsAsTheyEnded: [StepRecord] {
    log.withLock { events in
      events.compactMap { if case .finished(let record) = $0 { record } else { nil } }
    }
  }

  var secrets: [String] {
    log.withLock { events in
      events.compactMap { if case .secret(_, let value) = $0 { value } else { nil } }
    }
  }
}

/// What came of a run.
struct RunResult {
  var footer: RunFooter
  var records: [StepRecord]
  var recordsAsTheyEnded: [StepRecord]
  var secrets: [String]

  /// The outcomes in the plan's order, in a word each.
  var outcomes: [String] { records.map(\.outcome.word) }
}

/// Plans and runs a contract against a URL.
func run(
  _ contract: Contract, at url: String, interruption: Interruption = Interruption(),
  _ change: (inout RunOptions) -> Void = { _ in }
) throws -> RunResult {
  var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
  let plan = try planner.plan(selecting: Selection())
  var options = RunOptions(baseURL: try BaseURL(parsing: url), seed: 1)
  options.limits.total = .seconds(20)
  change(&options)
  let log = EventLog()
  let runner = try Runner(plan, options: options, sink: log, interruption: interruption)
  let footer = runner.run()
  return RunResult(
    footer: footer, records: log.records, recordsAsTheyEnded: log.recordsAsTheyEnded,
    secrets: log.secrets)
}

/// Runs a contract against a server that a closure scripts, and gives the server too.
func run(
  _ contract: Contract,
  against respond: @escaping @Sendable (ReceivedRequest) -> [ScriptedServer.Action],
  interruption: Interruption = Interruption(), _ change: (inout RunOptions) -> Void = { _ in }
) throws -> (result: RunResult, server: ScriptedServer) {
  let server = try ScriptedServer(respond)
  defer { server.stop() }
  return (try run(contract, at: server.url(""), interruption: interruption, change), server)
}

extension Outcome {
  var word: String {
    switch self {
    case .passed(let isFixed): isFixed ? "fixed" : "passed"
    case .failed: "failed"
    case .errored: "error"
    case .skipped: "skipped"
    case .observed: "observed"
    case .known: "known"
    }
  }

  var skipReason: SkipReason? { if case .skipped(let reason) = self { reason } else { nil } }
  var problem: StepProblem? { if case .errored(let problem) = self { problem } else { nil } }
}
