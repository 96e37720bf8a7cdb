import AccordArchives
import AccordConformance
import AccordContract
import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Holding recorded exchanges to rules")
struct ConformanceArchiveTests {
  /// The rules that a recording breaks.
  private func broken(_ archive: Archive, by contract: Contract) throws -> [String] {
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    let plan = try planner.plan(selecting: Selection())
    let url = try BaseURL(parsing: archive.run.baseURL ?? "http://h")
    var options = RunOptions(baseURL: url, seed: archive.run.seed ?? 0)
    options.conformance = try ConformanceCheck(RuleSelection(profile: .http), mode: .fail)
    var replay = Replay(
      plan, of: archive, options: options, baseURL: url, sink: KeptEvents(),
      interruption: Interruption())
    let footer = try replay.run()
    return try #require(footer.conformance).rules.filter { $0.broken > 0 }.map(\.rule.id)
  }

  private static let date = ("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
  private static let contract = Contract("C") { Get("/a") }

  @Test("What a browser made of content breaks no rule of lengths, codings and encodings")
  func browserContent() throws {
    let fields = [Self.date, ("Content-Length", "999"), ("Content-Encoding", "br")]
    let whole = entry("GET", "http://h/a", 200, #"{"id": 1}"#, fields: fields)
    let missing = entry("GET", "http://h/a", 200, nil, fields: fields)
    for text in [whole, missing] {
      #expect(try broken(archive(browser(text)), by: Self.contract) == [])
    }
  }

  @Test("What a browser recorded of a head is judged")
  func browserHead() throws {
    let text = entry(
      "GET", "http://h/a", 200, "{}", fields: [Self.date, ("ETag", "a7"), ("Server", "x/1.2.3")])
    #expect(
      try broken(archive(browser(text)), by: Self.contract)
        == ["http.etag.syntax", "sec.server-detail"])
  }

  @Test("An answer in which a secret stood is not judged, and another one is")
  func secrets() throws {
    func recording(_ token: String) throws -> Archive {
      try recorded(Self.contract, secrets: ["hunter2-hunter2"]) { record in
        record.exchanges = [
          exchange(
            "GET", "/a", 200, "{}",
            fields: [Self.date, ("Content-Type", "application/json"), ("ETag", token)])
        ]
      }
    }
    #expect(try broken(recording("hunter2-hunter2"), by: Self.contract) == [])
    #expect(try broken(recording("plain"), by: Self.contract) == ["http.etag.syntax"])
  }

  @Test("Of content that was cut only the head is judged")
  func cut() throws {
    let archive = try recorded(Self.contract, isTroubled: true) { record in
      record.outcome = .failed
      record.exchanges = [
        exchange(
          "GET", "/a", 200, #"{"long": "0123456789012345"}"#,
          fields: [Self.date, ("Content-Type", "application/json"), ("Content-Length", "28")])
      ]
    }
    #expect(try broken(archive, by: Self.contract) == [])
  }
}
