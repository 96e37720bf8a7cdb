import AccordEngine
import Foundation
import Testing

@testable import AccordReports

@Suite("Reports of a run are written, each for itself")
struct RunReporterTests {
  /// A report that takes its time.
  private final class SlowReport: Report {
    let kind = "slow"
    let output = ReportOutput(.file("/dev/null"))
    private let gate: DispatchSemaphore
    private let count: @Sendable (Int) -> Void

    init(gate: DispatchSemaphore, count: @escaping @Sendable (Int) -> Void) {
      self.gate = gate
      self.count = count
    }

    func receive(_ event: Event) {
      gate.wait()
      gate.signal()
      count(1)
    }
  }

  @Test("A report that cannot be written is named, and the others are written")
  func failures() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "file")
    let redactor = Redactor()
    let lost = ReportDestination.file(folder.file("file/junit.xml"))
    let reporter = RunReporter(
      [
        JUnitReport(lost, isStrict: false, sources: SourceOptions(), redactor: redactor),
        ReportKind.text.make(.file(folder.file("deep/er/summary.txt")), redactor: redactor),
        ReportKind.jsonLines.make(.file("/dev/full"), redactor: redactor),
      ], redactor: redactor)
    reporter.receive(Samples.run([Samples.cartFailure()]))
    let failures = reporter.finish()
    #expect(failures.map(\.report) == ["junit", "jsonl"])
    #expect(failures.first?.reason == "Not a directory")
    #expect(failures.last?.reason == "No space left on device")
    #expect(try folder.read("deep/er/summary.txt").contains("1 failed"))
    #expect(try folder.names() == ["deep", "file"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.file("deep/er")) == ["summary.txt"]
    )
  }

  @Test("A report takes the place of an earlier one only when it is whole")
  func replacing() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier", to: "junit.xml")
    let redactor = Redactor()
    let reporter = RunReporter(
      [ReportKind.junit.make(.file(folder.file("junit.xml")), redactor: redactor)],
      redactor: redactor)
    reporter.receive(Samples.run([Samples.cartFailure()]))
    #expect(try folder.read("junit.xml") == "earlier")
    #expect(reporter.finish() == [])
    #expect(try folder.read("junit.xml").hasPrefix("<?xml"))
    #expect(try folder.names() == ["junit.xml"])
  }

  @Test("A pipe without a reader is an error of that report")
  func brokenPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    let redactor = Redactor()
    let path = "/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"
    let reporter = RunReporter(
      [ReportKind.text.make(.file(path), redactor: redactor)], redactor: redactor)
    reporter.receive(Samples.run([Samples.cartFailure()]))
    let failures = reporter.finish()
    #expect(failures.map(\.report) == ["text"])
  }

  @Test("A sink that cannot keep up says so, and has room again later", .timeLimit(.minutes(5)))
  func backpressure() throws {
    let gate = DispatchSemaphore(value: 0)
    let reporter = RunReporter([SlowReport(gate: gate) { _ in }], redactor: Redactor())
    #expect(reporter.hasRoom)
    let record = Samples.record(0, .observed, exchanges: [])
    for _ in 0..<5 { reporter.receive(Array(repeating: .finished(step: record), count: 1_000)) }
    #expect(!reporter.hasRoom)
    gate.signal()
    #expect(reporter.finish() == [])
    #expect(reporter.hasRoom)
  }

  @Test("Large bodies that wait count by their size", .timeLimit(.minutes(5)))
  func largeBodies() throws {
    let gate = DispatchSemaphore(value: 0)
    let reporter = RunReporter([SlowReport(gate: gate) { _ in }], redactor: Redactor())
    let body = String(repeating: "x", count: 20 << 20)
    let record = Samples.record(0, .observed, exchanges: [Samples.exchange(body: body)])
    reporter.receive([.finished(step: record)])
    #expect(reporter.hasRoom)
    reporter.receive([.finished(step: record)])
    #expect(!reporter.hasRoom)
    gate.signal()
    #expect(reporter.finish() == [])
  }

  @Test("The text names the reports that were written beside it")
  func names() throws {
    let folder = try TemporaryFolder()
    let redactor = Redactor()
    var written = WrittenReports()
    written.paths = ["reports/junit.xml", "reports/run.jsonl"]
    let report = ReportKind.text.make(.file(folder.file("text")), redactor: redactor)
    for event in Samples.run([Samples.record(0, .passed(isFixed: false))]) { report.receive(event) }
    report.finish(written)
    try report.output.close()
    #expect(
      try folder.read("text").hasSuffix("  reports: reports/junit.xml, reports/run.jsonl\n"))
  }
}
