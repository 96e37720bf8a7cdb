import AccordArchives
import AccordContract
import AccordHTTP
import AccordReports
import Foundation
import Testing

@testable import AccordEngine

@Suite("Reading an archive step by step")
struct ArchiveStreamTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let header = RunHeader(
    contract: "C", baseURL: "http://h", startedAt: 1_000, jobs: 1, seed: .max, isShuffled: false,
    repetitions: 1, stepCount: 3, stepCountOfContract: 3, version: "0")

  private func records() throws -> [StepRecord] {
    let contract = Contract("C") {
      Get("/a").expect(200)
      Get("/b").expect(200)
      Get("/c").expect(200)
    }
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    let plan = try planner.plan(selecting: Selection())
    return plan.units.indices.map { number in
      var record = plan.record(number, repetition: 1, unit: number, .failed)
      let body = String(repeating: "é\(number)", count: 100)
      record.exchanges = [exchange("GET", "/\(number)", 200, body)]
      if number == 1 { record.exchanges.insert(exchange("GET", "/hop", 302), at: 0) }
      record.tries = 1
      record.start = .milliseconds(number)
      record.duration = .milliseconds(30)
      record.unitTimestamp = 77
      return record
    }
  }

  /// The text of the archive that a run of these steps writes.
  private func write(
    _ records: [StepRecord], _ name: String, _ scope: HARReport.Scope = .everything
  ) throws -> String {
    let redactor = Redactor()
    let report = HARReport(
      .file(folder.file(name)), scope: scope, sources: SourceOptions(), redactor: redactor)
    let reporter = RunReporter([report], redactor: redactor)
    reporter.receive([.started(Self.header)] + records.map { .finished(step: $0) })
    try #require(reporter.finish().isEmpty)
    return try read(name)
  }

  private func read(_ name: String) throws -> String {
    try String(contentsOfFile: folder.file(name), encoding: .utf8)
  }

  /// The same records with what an archive has of their exchanges.
  private func joined(_ records: [StepRecord], _ name: String) throws -> [StepRecord] {
    var stream = try ArchiveStream(path: folder.file(name))
    var joined: [StepRecord] = []
    for record in records {
      var record = record
      #expect(stream.peek()?.id == record.id)
      let step = try #require(try stream.next())
      record.exchanges = step.exchanges
      record.archived = step.entries
      joined.append(record)
    }
    #expect(stream.peek() == nil)
    #expect(try stream.next() == nil)
    return joined
  }

  @Test("It tells of its run, and of each step with all its hops")
  func steps() throws {
    _ = try write(records(), "a.har")
    var stream = try ArchiveStream(path: folder.file("a.har"))
    #expect(
      stream.run
        == ArchiveStream.Run(
          contract: "C", startedAt: 1_000, seed: .max, stepCount: 3, isComplete: true))
    var ids: [String] = []
    var counts: [Int] = []
    while let step = try stream.next() {
      ids.append(step.id)
      counts.append(step.exchanges.count)
      #expect(step.unit == RecordedUnit(number: ids.count - 1, timestamp: 77))
    }
    #expect(ids == ["GET /a", "GET /b", "GET /c"])
    #expect(counts == [1, 2, 1])
  }

  @Test("What is read is written again to the letter")
  func again() throws {
    let records = try records()
    let first = try write(records, "a.har")
    #expect(try write(joined(records, "a.har"), "b.har") == first)
  }

  @Test("A body that is longer than the archive takes is cut, one that is cut already is left so")
  func cut() throws {
    let records = try records()
    _ = try write(records, "a.har")
    let cut = try write(records, "cut.har", .troubled(bodyLimit: 64))
    #expect(cut.contains(#""comment":"the first 63 of 300 octets""#))
    // As if it had been cut at once.
    #expect(try write(joined(records, "a.har"), "b.har", .troubled(bodyLimit: 64)) == cut)
    #expect(try write(joined(records, "cut.har"), "c.har", .troubled(bodyLimit: 64)) == cut)
    var stream = try ArchiveStream(path: folder.file("cut.har"))
    #expect(!stream.run.isComplete)
    let step = try #require(try stream.next())
    #expect(step.entries[0].response == ArchivedExtent(size: 300, isCut: true))
  }

  @Test("What a run came to in the whole stands in the entry, and nothing else changes")
  func outcome() throws {
    let records = try records()
    let first = try write(records, "a.har")
    var joined = try joined(records, "a.har")
    joined[0].outcome = .known("ABC-1")
    joined[2].index = 17
    let second = try write(joined, "b.har")
    #expect(
      second
        == first.replacingOccurrences(
          of: #""outcome":"failed""#, with: #""outcome":"known","reason":"ABC-1""#, options: [],
          range: first.range(of: #""outcome":"failed""#)
        ).replacingOccurrences(of: #""index":2"#, with: #""index":17"#))
  }

  @Test(
    "What cannot be read is refused",
    arguments: [
      ("", .empty), ("[]", .notAnArchive), (#"{"log":{}}"#, .notAnArchive),
      (#"{"log":{"entries":[]}}"#, .notOwn),
      (#"{"log":{"_accord":{"format":2},"entries":[]}}"#, .unknownFormat(2)),
      (#"{"a":[1,{"b":"]"}],"log":{"entries":[],"_accord":{"format":1}}}"#, .notOwn),
    ] as [(String, ArchiveError.Reason)])
  func unusable(text: String, reason: ArchiveError.Reason) throws {
    try folder.write(Array(text.utf8), to: "a.har")
    let path = folder.file("a.har")
    let error = #expect(throws: ArchiveError.self) { _ = try ArchiveStream(path: path) }
    #expect(error?.reason == reason)
  }

  @Test("An archive that is cut off is refused where it ends")
  func cutOff() throws {
    let text = try write(records(), "a.har")
    for count in [300, 900, 1_800] {
      try folder.write(Array(text.utf8.dropLast(count)), to: "cut.har")
      let path = folder.file("cut.har")
      #expect(throws: ArchiveError.self) {
        var stream = try ArchiveStream(path: path)
        while try stream.next() != nil {}
      }
    }
  }
}
