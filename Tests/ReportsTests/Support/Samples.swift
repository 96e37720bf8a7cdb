import AccordContract
import AccordDocuments
import AccordHTTP

@testable import AccordEngine
@testable import AccordReports

/// Events made by hand, as a run would tell them.
enum Samples {
  static let place = SourceLocation(
    fileID: "specs/Cart.swift", filePath: "/nowhere/specs/Cart.swift", line: 21, column: 5)

  static func header(
    contract: String = "Shop API", stepCount: Int = 1, isShuffled: Bool = false,
    repetitions: Int = 1
  ) -> RunHeader {
    RunHeader(
      contract: contract, baseURL: "http://127.0.0.1:8080", startedAt: 1_767_225_600_000, jobs: 8,
      seed: 42, isShuffled: isShuffled, repetitions: repetitions, stepCount: stepCount,
      stepCountOfContract: stepCount, version: "0.1.0")
  }

  static func footer(
    of records: [StepRecord], signal: Int32? = nil, unreachable: TransportError? = nil
  ) -> RunFooter {
    var totals = RunTotals()
    for record in records { totals.add(record) }
    return RunFooter(
      totals: totals, duration: .milliseconds(500), requestCount: records.count, signal: signal,
      unreachable: unreachable)
  }

  /// A run from its header to its footer.
  static func run(
    _ records: [StepRecord], contract: String = "Shop API", isShuffled: Bool = false,
    secrets: [String] = [], signal: Int32? = nil, unreachable: TransportError? = nil
  ) -> [Event] {
    [
      .started(header(contract: contract, stepCount: records.count, isShuffled: isShuffled))
    ] + secrets.map { .secret(name: "token", value: $0) }
      + records.map { .finished(step: $0) }
      + [.ended(footer(of: records, signal: signal, unreachable: unreachable))]
  }

  static func record(
    _ index: Int, _ outcome: Outcome, path: [String] = ["/users"], title: String = "GET /users",
    section: Int = 0, findings: [Finding] = [], exchanges: [Exchange]? = nil
  ) -> StepRecord {
    var record = StepRecord(
      index: index, repetition: 1, id: (path + [title]).joined(separator: " › "), path: path,
      title: title, role: .step, ordinal: 0, section: section, unit: index, method: "GET",
      endpoint: "/users", tags: [], location: place, expectedStatus: "200", outcome: outcome)
    record.findings = findings
    record.exchanges = exchanges ?? [exchange()]
    record.tries = record.exchanges.isEmpty ? 0 : 1
    record.duration = record.exchanges.isEmpty ? .zero : .milliseconds(12)
    return record
  }

  static func exchange(
    _ method: String = "GET", _ path: String = "/users", fields: [RequestField] = [],
    content: RequestContent = .none, status: Int = 200, reason: String = "OK",
    responseFields: [(name: String, value: String)] = [], body: String = "",
    timings: Timings = Timings(), sent: SentRequest? = nil
  ) -> Exchange {
    Exchange(
      request: HTTPRequest(
        method: method, url: "http://127.0.0.1:8080\(path)", fields: fields, content: content),
      sent: sent,
      result: .success(
        HTTPResponse(
          status: status, reason: reason, fields: HTTPFields(responseFields),
          body: Array(body.utf8))),
      timings: timings)
  }

  static func unanswered(_ error: TransportError) -> Exchange {
    Exchange(
      request: HTTPRequest(url: "http://127.0.0.1:8080/users"), result: .failure(error))
  }

  static let refused = TransportError(
    phase: .connect, reason: .curl, code: 7,
    message: "Failed to connect to 127.0.0.1 port 8080 after 0 ms: Couldn't connect to server",
    mayHaveBeenProcessed: false)

  static func json(_ path: String, _ expected: JSONPattern, found: String, _ kind: JSONKind)
    -> Mismatch
  {
    Mismatch(.json(path), expected: .json(expected), found: .json(found, kind: kind))
  }

  /// The failure of design/command-line.md.
  static func cartFailure(at location: SourceLocation = place) -> StepRecord {
    var record = record(
      0, .failed, path: ["A cart item is added, changed and removed"], title: "PUT /cart/{cart}",
      findings: [Finding(json("$.quantity", 3, found: "2", .number), at: location)],
      exchanges: [
        exchange(
          "PUT", "/cart/42", fields: [RequestField("Content-Type", "application/json")],
          content: .bytes(Array(#"{"quantity":3}"#.utf8)), body: #"{"id":42,"quantity":2}"#)
      ])
    record.ordinal = 2
    record.method = "PUT"
    record.endpoint = "/cart/{id}"
    record.location = location
    return record
  }
}
