import AccordConformance
import AccordHTTP
import Testing

@Suite("Content in chunks, and what is removed by octets")
struct ChunkedRequestTests {
  private static func rule(_ id: String) throws -> Rule {
    try #require(RuleCatalogue.rules.first { $0.id == id })
  }

  /// What a server answers to chunks, and what it comes to.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var version = HTTPVersion.http1_1
    var status: @Sendable (Bool, Int) -> Int?
    var kept = 0
    var broken = 0
    var undecided = 0
  }

  static let rows = [
    Row(testDescription: "taken", status: { _, _ in 201 }, kept: 1),
    Row(
      testDescription: "a length is asked for", status: { chunked, _ in chunked ? 411 : 201 },
      kept: 1),
    Row(
      testDescription: "taken for nothing", status: { chunked, _ in chunked ? 400 : 201 }, broken: 1
    ),
    Row(
      testDescription: "an unknown coding", status: { chunked, _ in chunked ? 501 : 201 }, broken: 1
    ),
    Row(
      testDescription: "a fault of the server", status: { chunked, _ in chunked ? 500 : 201 },
      undecided: 1),
    Row(testDescription: "no answer", status: { chunked, _ in chunked ? nil : 201 }, undecided: 1),
    Row(
      testDescription: "nothing twice", status: { _, index in index < 2 ? 201 : 409 },
      undecided: 1),
    Row(
      testDescription: "another version", version: .http2,
      status: { chunked, _ in chunked ? 400 : 201 }),
  ]

  @Test("They are understood, or refused for want of a length", arguments: rows)
  func judges(_ row: Row) throws {
    let stock = SmallStock(version: row.version, row.status)
    let probe = stock.probe()
    let verdict = try #require(probe.judge([Self.rule("framing.chunked-request")]).first)
    #expect(
      [verdict.kept, verdict.broken, verdict.undecided] == [row.kept, row.broken, row.undecided],
      "\(verdict.reason ?? "")")
    if row.broken > 0 {
      #expect(verdict.evidence?.exhibits.map(\.role) == ["with its length", "in chunks"])
    } else if row.kept == 0 {
      #expect(verdict.reason?.isEmpty == false)
    }
    // What may have come of a request that was not answered is told.
    #expect(probe.cleanUp().isEmpty == (row.testDescription != "no answer"))
    #expect(stock.items.isEmpty)
  }

  @Test("A 204 is had by removing what was made, and what follows it is seen")
  func removal() throws {
    for (removal, kept, broken) in [
      ("HTTP/1.1 204 No Content\r\n\r\n", 1, 0), ("HTTP/1.1 204 No Content\r\n\r\n0\r\n\r\n", 0, 1),
      ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", 0, 0),
    ] {
      let stock = SmallStock { _, _ in 201 }
      stock.rawRemoval = removal
      let probe = stock.probe(allowing: [.readOnly, .throwaway, .intrusive])
      let verdict = try #require(probe.judge([Self.rule("http.204.no-content")]).first)
      #expect([verdict.kept, verdict.broken, verdict.undecided] == [kept, broken, 0])
      #expect(probe.cleanUp().isEmpty && stock.items.isEmpty)
      #expect(stock.posts.count >= 2)
    }
  }

  @Test("Nothing is made for a 204 where nothing may be made")
  func notAllowed() throws {
    let stock = SmallStock { _, _ in 201 }
    let verdict = try #require(
      stock.probe(allowing: [.readOnly, .intrusive]).judge([Self.rule("http.204.no-content")])
        .first)
    #expect(verdict.kept + verdict.broken + verdict.undecided == 0)
    #expect(stock.posts.isEmpty)
  }
}
