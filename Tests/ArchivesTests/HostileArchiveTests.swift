import AccordContract
import AccordHTTP
import AccordReports
import Foundation
import Testing

@testable import AccordArchives
@testable import AccordEngine

/// What a file says that somebody wrote by hand, or to do harm.
@Suite("Reading a hostile archive")
struct HostileArchiveTests {
  /// An entry of Accord's.
  private static func own(_ id: String, _ members: String = "") -> String {
    entry("GET", "http://h/", 200, "{}", more: #", "_accord": {"id": "\#(id)"\#(members)}"#)
  }

  /// An archive of Accord's.
  private static func accord(
    _ entries: [String], _ run: String = "", behind members: String = ""
  ) -> String {
    """
    {"log": {"_accord": {"format": 1\(run)},
    "entries": [\(entries.joined(separator: ",\n"))]\(members)}}
    """
  }

  @Test(
    "A number that nothing real comes to is refused with its place",
    arguments: [
      (own("a", #", "sendCount": 9223372036854775807"#), "_accord.sendCount"),
      (own("a", #", "sendCount": -1"#), "_accord.sendCount"),
      (own("a", #", "tries": 1000001"#), "_accord.tries"),
      (own("a", #", "unit": -1"#), "_accord.unit"),
      (own("a", #", "unit": 1, "timestamp": 253402300800"#), "_accord.timestamp"),
      (own("a", #", "repetition": 0"#), "_accord.repetition"),
      (own("a", #", "repetition": 1000001"#), "_accord.repetition"),
      (own("a", #", "hops": 10001"#), "_accord.hops"),
      (own("a", #", "hops": 0"#), "_accord.hops"),
      (own("a", #", "answerTime": 1e11"#), "_accord.answerTime"),
      (
        entry(
          "GET", "http://h/", 200, "{}",
          more: #", "serverIPAddress": "h", "_accord": {"id": "a", "remotePort": 65536}"#),
        "_accord.remotePort"
      ),
      (
        entry("GET", "http://h/", 200, "{}").replacing(#""size": 2"#, with: #""size": -2"#),
        "response.content.size"
      ),
      (entry("GET", "http://h/", -2, "{}"), "response.status"),
    ] as [(String, String)])
  func numbers(_ text: String, member: String) throws {
    let error = #expect(throws: ArchiveError.self) {
      try archive(browser(entry("GET", "http://h/", 200, "{}"), text))
    }
    #expect(error?.entry == 1)
    guard case .unusable(member, _)? = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "A number of the run is as well",
    arguments: [
      (#", "startedAt": 9223372036854775807"#, "log._accord.startedAt"),
      (#", "startedAt": -1"#, "log._accord.startedAt"),
      (#", "repetitions": 0"#, "log._accord.repetitions"),
      (#", "repetitions": 1000001"#, "log._accord.repetitions"),
      (#", "steps": -1"#, "log._accord.steps"),
      (#", "format": 99999999999"#, "log._accord.format"),
    ])
  func numbersOfRun(_ run: String, member: String) throws {
    let text = Self.accord([], run)
    for error in [
      #expect(throws: ArchiveError.self) { try archive(text) },
      #expect(throws: ArchiveError.self) {
        let folder = try TemporaryFolder()
        try folder.write(Array(text.utf8), to: "run.har")
        _ = try ArchiveStream(path: folder.file("run.har"))
      },
    ] {
      guard case .unusable(member, _)? = error?.reason else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test("The largest numbers that are read can be added up and told")
  func largest() throws {
    let contract = Contract("C") {
      Get("/a").expect(200)
      Get("/b").expect(200)
    }
    let most = #", "sendCount": 1000000, "tries": 1000000, "start": 9e10, "duration": 9e10"#
    let text = Self.accord(
      [Self.own("GET /a", most), Self.own("GET /b", most)],
      #", "url": "http://h", "startedAt": 253402300799999"#)
    let judged = try judged(archive(text), by: contract)
    #expect(judged.map(account) == ["passed", "passed"])
    let folder = try TemporaryFolder()
    let redactor = Redactor()
    let reporter = RunReporter(
      [
        HARReport(
          .file(folder.file("again.har")), scope: .everything, sources: SourceOptions(),
          redactor: redactor)
      ], redactor: redactor)
    let header = RunHeader(
      contract: "C", baseURL: "http://h", startedAt: 253_402_300_799_999, jobs: 1, seed: 1,
      isShuffled: false, repetitions: 1, stepCount: 2, stepCountOfContract: 2, version: "0")
    reporter.receive([.started(header)] + judged.map { .finished(step: $0) })
    #expect(reporter.finish().isEmpty)
    #expect(try Archive(path: folder.file("again.har")).count == 2)
  }

  @Test("Entries cost what they are, and not what they promise")
  func promises() throws {
    let text = browser((0..<1_500).map { Self.own("\($0)", #", "hops": 10000"#) })
    let before = try memory()
    let error = #expect(throws: ArchiveError.self) { try archive(text) }
    #expect(error?.reason == .incomplete(step: "0"))
    // A slot for each hop took 480 MB and more.
    #expect(try memory() - before < 250 << 20)
  }

  @Test("The hops of a step are read in their order, however they stand in the file")
  func hops() throws {
    let entries = [2, 0, 1].map { hop in
      entry(
        "GET", "http://h/\(hop)", 200, "{}",
        more: #", "_accord": {"id": "GET /a", "hop": \#(hop), "hops": 3}"#)
    }
    let contract = Contract("C") { Get("/a").expect(200) }
    let judged = try judged(archive(Self.accord(entries)), by: contract)
    #expect(
      judged.first?.exchanges.map(\.request.url) == ["http://h/0", "http://h/1", "http://h/2"])
    let others = Self.accord([
      Self.own("a", #", "hops": 2"#), Self.own("a", #", "hop": 1, "hops": 3"#),
    ])
    let error = #expect(throws: ArchiveError.self) { try archive(others) }
    #expect(
      error?.reason
        == .unusable("_accord.hops", expected: "2, as in entries of its step before it"))
    #expect(error?.entry == 1)
  }

  /// The most memory that this process ever had, in octets.
  private func memory() throws -> Int {
    var usage = rusage()
    #if os(Linux)
      let kind = RUSAGE_SELF.rawValue
      let unit = 1 << 10
    #else
      let kind = RUSAGE_SELF
      let unit = 1
    #endif
    try #require(getrusage(kind, &usage) == 0)
    return usage.ru_maxrss * unit
  }

  @Test(
    "An archive is judged to the last repetition of which there is something",
    arguments: [
      ([], "", 1), ([1], "", 1), ([1, 2, 3], "", 3), ([2], "", 2), ([10_900], "", 10_900),
      ([1], #", "_unsent": [{"reasonKind": "k", "steps": [{"id": "b", "repetition": 4}]}]"#, 4),
    ] as [([Int], String, Int)])
  func repetitions(_ recorded: [Int], unsent: String, count: Int) throws {
    let entries = recorded.map { Self.own("GET /a", #", "repetition": \#($0)"#) }
    let text = Self.accord(entries, #", "repetitions": 1000000"#, behind: unsent)
    #expect(try archive(text).run.repetitions == count)
  }

  @Test("A repetition that the run did not have, or that stands too far from others, is refused")
  func wrongRepetitions() throws {
    let unsent = #", "_unsent": [{"reasonKind": "k", "steps": [{"id": "b", "repetition": 4}]}]"#
    let one = Self.own("a")
    let fourth = Self.own("a", #", "repetition": 4"#)
    let far = Self.own("a", #", "repetition": 12001"#)
    let beyond = "at most 3, as log._accord.repetitions says"
    let sparse = "nearer to those before it, of which too few are there"
    let texts: [(String, ArchiveError.Reason, Int?)] = [
      (
        Self.accord([one, fourth], #", "repetitions": 3"#),
        .unusable("_accord.repetition", expected: beyond), 1
      ),
      (
        Self.accord([one], #", "repetitions": 3"#, behind: unsent),
        .unusable("each repetition in log._unsent", expected: beyond), nil
      ),
      (
        Self.accord([one, far], #", "repetitions": 20000"#),
        .unusable("_accord.repetition", expected: sparse), 1
      ),
    ]
    for (text, reason, entry) in texts {
      let error = #expect(throws: ArchiveError.self) { try archive(text) }
      #expect(error?.reason == reason)
      #expect(error?.entry == entry)
    }
  }

  @Test("Entries of Accord's and of another program are not taken together")
  func mixture() throws {
    let foreign = entry("GET", "http://h/", 200, "{}")
    let texts: [(String, ArchiveError.Reason, Int)] = [
      (browser(foreign, Self.own("a"), Self.own("b")), .withoutRun, 1),
      (browser(Self.own("a")), .withoutRun, 0),
      (Self.accord([Self.own("a"), foreign, foreign]), .notOwn, 1),
      (Self.accord([foreign]), .notOwn, 0),
    ]
    for (text, reason, entry) in texts {
      let error = #expect(throws: ArchiveError.self) { try archive(text) }
      #expect(error?.reason == reason)
      #expect(error?.entry == entry)
    }
  }

  @Test("A part that is larger than is read is refused, whichever it is")
  func tooLarge() throws {
    let long = String(repeating: "x", count: 2_000)
    let unsent = #", "_unsent": [{"reasonKind": "k", "reason": "\#(long)", "steps": []}]"#
    let texts: [(String, ArchiveError.Reason, Int?)] = [
      (Self.accord([], #", "x": "\#(long)""#), .tooLarge("log._accord", octets: 2_022), nil),
      (Self.accord([], behind: unsent), .tooLarge("log._unsent", octets: 2_048), nil),
      (Self.accord(["7", "\"\(long)\""]), .tooLarge("", octets: 2_002), 1),
    ]
    let folder = try TemporaryFolder()
    for (text, reason, entry) in texts {
      let whole = text.replacing("7,", with: Self.own("a") + ",")
      try folder.write(Array(whole.utf8), to: "run.har")
      let path = folder.file("run.har")
      let error = #expect(throws: ArchiveError.self) {
        try Archive(ArchiveFile(path, largestPart: 1_500))
      }
      #expect(error?.reason == reason)
      #expect(error?.entry == entry)
    }
  }
}
