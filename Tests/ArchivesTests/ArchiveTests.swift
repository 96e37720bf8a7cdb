import AccordArchives
import AccordContract
import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Reading an archive back")
struct ArchiveTests {
  private static let contract = Contract("C") { Post("/a").expect(201) }

  /// What an archive has of the contract's one step.
  private func step(_ archive: Archive) throws -> ArchivedStep {
    var archive = archive
    let sought = SoughtStep(
      Post("/a"), id: "POST /a", repetition: 1, unit: 0, baseURL: nil, bindings: Bindings())
    return try #require(try archive.step(sought))
  }

  @Test(
    "An exchange is read as it was written, octet by octet",
    arguments: [
      Array("{\"a\": \"h\u{E9}llo \u{202E}\u{0}##[x]\"}".utf8), [0xFF, 0, 0x80], [],
      Array("\u{FEFF}bom\r\n".utf8), Array(repeating: 0xF0, count: 300_000),
      Array(String(repeating: "\\\"\u{1}", count: 100_000).utf8),
    ] as [[UInt8]])
  func exact(body: [UInt8]) throws {
    let head = "POST /a?b=c HTTP/1.1\r\nHost: h\r\nX-A: 1\r\nx-a: \u{E9}\r\n\r\n"
    let value = Array(body.filter { $0 != 0x0D && $0 != 0x0A }.prefix(40))
    let response = HTTPResponse(
      version: .http2, status: 299, reason: "Fine",
      fields: HTTPFields(octets: [
        (Array("X-One".utf8), value), (Array("set-cookie".utf8), Array("a=b".utf8)),
        (Array("Set-Cookie".utf8), Array("c=d".utf8)),
      ]),
      trailers: HTTPFields([("T", "t")]),
      interim: [InterimResponse(status: 103, fields: HTTPFields([("Link", "l")]))], body: body)
    let timings = Timings(
      nameLookup: .microseconds(1), connect: .microseconds(2_001), tls: .milliseconds(3),
      wait: .milliseconds(4), receive: .milliseconds(5), firstByte: .microseconds(9_999),
      total: .microseconds(14_999))
    let written = Exchange(
      request: HTTPRequest(
        method: "POST", url: "http://h/a?b=c",
        fields: [RequestField("X-A", "1"), RequestField("x-a", "\u{E9}")], content: .bytes(body)),
      sent: SentRequest(head: Array(head.utf8), content: body), result: .success(response),
      timings: timings, connection: ConnectionFacts(isNew: true, version: .http1_1), sendCount: 2)
    let archive = try recorded(Self.contract) { record in
      record.exchanges = [exchange("POST", "/a", 307), written]
      record.tries = 3
      record.isFlaky = true
      record.start = .milliseconds(1_500)
      record.duration = .milliseconds(250)
      record.unitTimestamp = 77
    }
    #expect(archive.isOwn)
    #expect(archive.count == 2)
    #expect(archive.run.seed == 7)
    #expect(archive.run.startedAt == 1_000)
    #expect(archive.run.baseURL == "http://h")
    #expect(archive.unit(id: "POST /a", repetition: 1) == RecordedUnit(number: 0, timestamp: 77))
    let step = try step(archive)
    #expect(step.tries == 3)
    #expect(step.isFlaky)
    #expect(step.start == .milliseconds(1_500))
    #expect(step.duration == .milliseconds(250))
    #expect(step.answerTime == .microseconds(24_999))
    #expect(step.exchanges.map { $0.response?.status } == [307, 299])
    let read = try #require(step.exchanges.last)
    // Compared outside of the macro, which would print both.
    let isSame = read.response == response
    #expect(isSame)
    #expect(read.request.method == "POST")
    #expect(read.request.url == "http://h/a?b=c")
    #expect(read.request.fields == written.request.fields)
    let isSent = read.sent == written.sent
    #expect(isSent)
    #expect(read.sendCount == 2)
    #expect(read.timings == timings)
    #expect(read.connection.isNew)
  }

  @Test("An exchange without an answer is an error again, in the words of the live run")
  func unanswered() throws {
    let error = TransportError(
      phase: .connect, reason: .curl, code: 7, message: "Connection refused",
      mayHaveBeenProcessed: false, isIdempotent: false)
    let archive = try recorded(Self.contract) { record in
      record.outcome = .errored(.transport(error))
      record.exchanges = [
        Exchange(request: HTTPRequest(method: "POST", url: "http://h/a"), result: .failure(error))
      ]
    }
    let judged = try judged(archive, by: Self.contract)
    #expect(judged.map(account) == ["error connect"])
    let read = try #require(judged.first?.exchanges.last?.error)
    #expect(read.phase == .connect)
    #expect(read.code == 7)
    guard case .recorded(_, let message) = read.reason else {
      Issue.record("\(read.reason)")
      return
    }
    #expect(message.hasPrefix("no connection: Connection refused (curl 7); is the server running"))
  }

  @Test("Why a step was not sent is said again, for steps without an exchange too")
  func unsent() throws {
    let contract = Contract("C") {
      Post("/a").expect(201)
      Get("/b").expect(200)
      Get("/c").expect(200)
    }
    let archive = try recorded(contract) { record in
      switch record.id {
      case "POST /a": record.outcome = .errored(.colonInUserName)
      case "GET /b":
        record.outcome = .errored(.redirect(.tooManyHops(limit: 1)))
        record.exchanges = [exchange("GET", "/b", 302)]
      default: record.outcome = .skipped(.failFast)
      }
    }
    #expect(
      try judged(archive, by: contract).map(account) == [
        "error value", "error redirect", "skipped fail-fast",
      ])
    #expect(archive.run.stoppedCount == 1)
    #expect(archive.run.contract == "C")
    #expect(archive.run.signal == nil)
  }

  @Test("What a signal stopped is skipped again, and what the contract left out is not said to be")
  func stopped() throws {
    let contract = Contract("C") {
      Get("/a").expect(200)
      Get("/b").expect(200)
      Get("/c").expect(200)
    }
    let archive = try recorded(contract, signal: 2) { record in
      switch record.id {
      case "GET /a": record.exchanges = [exchange("GET", "/a", 200)]
      case "GET /b": record.outcome = .skipped(.readOnly(method: "GET"))
      default: record.outcome = .skipped(.interrupted)
      }
    }
    #expect(archive.run.signal == 2)
    #expect(archive.run.stoppedCount == 1)
    #expect(
      try judged(archive, by: contract).map(account)
        == ["passed", "skipped not-recorded", "skipped interrupted"])
  }

  @Test(
    "What cannot be used is told with its place",
    arguments: [
      ("", .empty, nil),
      ("[]", .notAnArchive, nil),
      ("7", .notAnArchive, nil),
      (#"{"log": {}}"#, .notAnArchive, nil),
      (#"{"log": {"entries": {}}}"#, .notAnArchive, nil),
      (#"{"entries": []}"#, .notAnArchive, nil),
      (#"{"log": {"entries": ["#, .notJSON(offset: 21, "the file ends in the midst of it"), nil),
      (
        #"{"log": {"entries": [{"a": "x"#,
        .notJSON(offset: 29, "the file ends in the midst of a string"), nil
      ),
      (#"{"log": {"entries": []}} x"#, .notJSON(offset: 25, "expected nothing more"), nil),
      (#"{"log" 1}"#, .notJSON(offset: 7, "expected a colon"), nil),
      (
        #"{"log": {"entries": [] "a": 1}}"#,
        .notJSON(offset: 23, "expected a comma or a closing bracket"), nil
      ),
      (#"{"log": {"entries": [{"a": tru}]}}"#, .notJSON(offset: 27, ""), 0),
      (#"{"log": {"entries": [7]}}"#, .unusable("", expected: "an object"), 0),
      (#"{"log": {"_accord": {"format": 9}, "entries": []}}"#, .unknownFormat(9), nil),
      (browser("{}"), .missing("request"), 0),
      (
        browser(entry("GET", "http://h/", 200, "{}"), #"{"request": 1}"#),
        .unusable("request", expected: "an object"), 1
      ),
      (browser(#"{"request": {"method": "GET"}, "response": {}}"#), .missing("request.url"), 0),
      (
        browser(entry("GET", "http://h/", 1_000)),
        .unusable("response.status", expected: "a status code"), 0
      ),
      (
        browser(entry("GET", "http://h/", 200, more: #", "time": "x""#)),
        .unusable("time", expected: "a number of milliseconds"), 0
      ),
      (
        browser(
          entry("GET", "http://h/", 200, "%").replacing(
            #""text": "%""#, with: #""text": "%", "encoding": "base64""#)),
        .unusable("response.content.text", expected: "base64"), 0
      ),
      (browser(own("a", 0, of: 1), own("a", 0, of: 1)), .repeated(step: "a"), 1),
      (browser(own("a", 1, of: 2)), .incomplete(step: "a"), nil),
      (
        browser(own("a", 2, of: 2)),
        .unusable("_accord.hop", expected: "a number below _accord.hops"), 0
      ),
    ] as [(String, ArchiveError.Reason, Int?)])
  func unusable(_ text: String, reason: ArchiveError.Reason, entry: Int?) throws {
    let error = #expect(throws: ArchiveError.self) { try archive(text) }
    #expect(error?.entry == entry)
    // The words of the parser of JSON are its own.
    if case .notJSON(let offset, "") = reason, case .notJSON(let found, _)? = error?.reason {
      #expect(found == offset)
    } else {
      #expect(error?.reason == reason)
    }
  }

  /// An entry of Accord's.
  fileprivate static func own(_ id: String, _ hop: Int, of hops: Int) -> String {
    entry(
      "GET", "http://h/", 200, "{}",
      more: #", "_accord": {"id": "\#(id)", "hop": \#(hop), "hops": \#(hops)}"#)
  }

  @Test("A file that is none is told")
  func files() {
    #expect(throws: ArchiveError(.unreadable("No such file or directory"), in: "/nowhere.har")) {
      try Archive(path: "/nowhere.har")
    }
    #expect(throws: ArchiveError(.notAFile, in: "/")) { try Archive(path: "/") }
  }

  @Test("Entries are found wherever pieces of the file end, behind whatever members there are")
  func pieces() throws {
    let filler = String(repeating: #"\"]}\\"#, count: 50_000)
    let entries = (0..<40).map { number in
      entry(
        "GET", "http://h/\(number)", 200, "\(number)",
        more: #", "_x": ["\#(filler.prefix(number * 6_600))", {"entries": [1]}]"#)
    }
    let text =
      "\u{FEFF} \n{\"before\": [{\"log\": 1}], \"log\": {\"comment\": \"\(filler)\", \"pages\": [[{}]], "
      + "\"entries\": [\(entries.joined(separator: " ,\n"))], \"x\": null}, \"after\": -1.5e3 }\n"
    let archive = try archive(text)
    #expect(archive.count == 40)
    #expect(!archive.isOwn)
    let contract = Contract("C") {
      for number in 0..<40 { Get("/\(String(number))").expect(200) { JSON("$", .integer) } }
    }
    #expect(try judged(archive, by: contract).map(account) == Array(repeating: "passed", count: 40))
  }
}
