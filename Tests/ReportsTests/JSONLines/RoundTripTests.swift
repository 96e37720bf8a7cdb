import AccordConformance
import AccordContract
import AccordDocuments
import AccordHTTP
import AccordRuns
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("A run file read back tells the same")
struct RoundTripTests {
  /// What a run file tells, as events.
  static func events(_ text: String) throws -> [Event] {
    let folder = try TemporaryFolder()
    try folder.write(text, to: "run.jsonl")
    var file = try RunFile(path: folder.file("run.jsonl"))
    var events = [Event.started(RunHeader(file.header))]
    while let step = try file.next() { events.append(.finished(step: StepRecord(step))) }
    let footer = file.footer
    events.append(.ended(RunFooter(try #require(footer))))
    return events
  }

  /// Writes a run, reads it back, writes it again, and compares line by line.
  private func check(_ run: [Event]) throws {
    let first = try rendered(.jsonLines, run).split(separator: "\n")
    let second = try rendered(.jsonLines, Self.events(first.map { $0 + "\n" }.joined()))
      .split(separator: "\n")
    #expect(first.count == second.count)
    for (one, other) in zip(first, second) { #expect(one == other) }
  }

  @Test("Every mismatch that has a wording")
  func mismatches() throws {
    let all =
      MismatchWordingTests.responses + MismatchWordingTests.documents + MismatchWordingTests.values
      + MismatchWordingTests.texts
    try check(
      Samples.run(
        all.enumerated().map { index, worded in
          var finding = Finding(worded.mismatch, at: Samples.place)
          finding.furtherCount = index % 3
          return Samples.record(index, .failed, findings: [finding, finding])
        }))
  }

  @Test("Every reason for an error, of a step that was sent and of one that was not")
  func problems() throws {
    let problems =
      ProblemWordingTests.steps.map(\.value)
      + ProblemWordingTests.transport.map { .transport($0.value) }
      + ProblemWordingTests.transport.map { .unreachable($0.value) }
    try check(
      Samples.run(
        problems.enumerated().map { index, problem in
          Samples.record(index, .errored(problem), exchanges: index % 2 == 0 ? [] : nil)
        }))
  }

  @Test("What rules of HTTP and REST say, and of which steps", arguments: [true, false])
  func conformance(fails: Bool) throws {
    try check(ConformanceReportTests.run(fails ? .fail : .warn))
  }

  @Test("What probes found", arguments: [nil, RuleLevel.must, .should])
  func probes(failsFrom: RuleLevel?) throws {
    try check(ProbeSamples.run(ProbeSamples.conformance(failsFrom: failsFrom)))
  }

  @Test("Every reason for being skipped, and every other outcome")
  func outcomes() throws {
    let outcomes =
      ProblemWordingTests.skips.map { Outcome.skipped($0.value) } + [
        .passed(isFixed: true), .passed(isFixed: false), .failed, .observed, .known("ABC-1"),
        .known(String(repeating: "long ", count: 100)),
      ]
    try check(
      Samples.run(outcomes.enumerated().map { Samples.record($0, $1) }, signal: 15))
  }

  @Test("What a hostile server sends", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    try check(Samples.run(HostileTextTests.records(text)))
    try check(ProbeHostileTests.run(text))
  }

  @Test("Secrets that were taken out stay out, and nothing else goes with them")
  func secrets() throws {
    try check(Samples.run(HostileTextTests.records("hunter22"), secrets: ["hunter22", "step"]))
  }

  @Test("What reviews say")
  func reviews() throws { try check(ReviewTests.run) }

  @Test("Redirects, waits, tries, shapes, times, tags and roles")
  func rest() throws {
    var record = Samples.cartFailure()
    record.tags = ["smoke", "a,b"]
    record.bodyShape = #"{"object":{"\u001b id":"integer"}}"#
    record.start = .microseconds(1_500)
    record.duration = .microseconds(123_456_789)
    record.role = .cleanup
    record.section = 4
    record.tries = 3
    record.repetition = 2
    record.expectedStatus = nil
    record.deferrals = [
      Deferral(status: 429, course: .waited(.milliseconds(1_010)), exchange: 0),
      Deferral(status: 503, course: .mayHaveActed(method: "POST")),
    ]
    let fields = [
      (name: "Content-Type", value: "Application/JSON; charset=utf-8"), ("ETag", "a"),
      (String(repeating: "x", count: 5_000), "b"),
    ]
    let hop = Exchange(
      request: HTTPRequest(
        method: "PUT", url: "http://127.0.0.1/" + String(repeating: "y", count: 5_000)),
      result: .success(HTTPResponse(status: 307, reason: "Temporary Redirect")), sendCount: 2)
    let lost = Exchange(
      request: HTTPRequest(url: "http://127.0.0.1/"), result: .failure(Samples.refused))
    record.exchanges = [
      hop, lost,
      Samples.exchange(
        "PUT", "/cart/42", responseFields: fields,
        timings: Timings(connect: .microseconds(250), tls: .milliseconds(3))),
    ]
    var flaky = Samples.record(1, .passed(isFixed: false))
    flaky.isFlaky = true
    flaky.tries = 2
    flaky.role = .probe
    flaky.deferrals = record.deferrals
    var run = Samples.run([record, flaky], unreachable: Samples.refused)
    guard case .started(var header) = run[0], case .ended(var footer) = run[3] else { return }
    header.warnings = [.certificatesNotVerified, .proxyNotVerified]
    header.seed = .max
    header.curlOptions = [CurlOption("--insecure")]
    footer.gaveUpCleanups = true
    run[0] = .started(header)
    run[3] = .ended(footer)
    try check(run)
  }

  @Test(
    "Other reports of what was read back are those of the run itself",
    arguments: [ReportKind.text, .quiet, .junit, .strict])
  func otherReports(kind: ReportKind) throws {
    var flaky = Samples.record(6, .passed(isFixed: false))
    flaky.isFlaky = true
    flaky.tries = 2
    let run = Samples.run(
      [
        Samples.cartFailure(),
        Samples.record(1, .passed(isFixed: true)),
        Samples.record(2, .errored(.transport(Samples.refused))),
        Samples.record(3, .skipped(.earlierStep(id: "GET /a")), exchanges: []),
        Samples.record(4, .known("ABC-1")),
        Samples.record(5, .observed),
        flaky,
        Samples.record(7, .errored(.unreachable(Samples.refused)), exchanges: []),
        Samples.record(
          8, .failed,
          findings: [
            Finding(
              Mismatch(.status, expected: .status(201), found: .status(500, reason: "Oops")),
              at: Samples.place)
          ], exchanges: [Samples.exchange(status: 500, reason: "Oops", body: "no \u{1B}[31m luck")]),
      ], signal: 2, unreachable: Samples.refused)
    for run in [run, ReviewTests.run].map(Self.elsewhere) {
      let again = try Self.events(rendered(.jsonLines, run))
      #expect(try rendered(kind, again) == rendered(kind, run))
    }
  }

  /// The same of a file that is not found beside the tests, of which no line is shown.
  private static func elsewhere(_ run: [Event]) -> [Event] {
    let place = AccordContract.SourceLocation(
      fileID: "specs/Elsewhere.swift", filePath: "/nowhere/specs/Elsewhere.swift", line: 21,
      column: 5)
    return run.map { event in
      guard case .finished(var record) = event else { return event }
      record.location = place
      for index in record.findings.indices { record.findings[index].location = place }
      return .finished(step: record)
    }
  }
}
