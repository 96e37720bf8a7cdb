import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Content that is kept back until it is asked for")
struct ExpectationTests {
  private static let all = Set(SafetyClass.allCases)
  private static let made =
    "HTTP/1.1 201 Created\r\nLocation: /items/{n}\r\nContent-Length: 0\r\n\r\n"
  private static let interim = "HTTP/1.1 100 Continue\r\n\r\n"

  /// What comes of three POSTs, the first without `Expect`: texts, and milliseconds of waiting.
  struct Row: Sendable, CustomTestStringConvertible {
    enum Outcome: Sendable { case breaks, keeps, inconclusive, notApplicable }
    /// Octets, and how long they were waited for; `nil` for as long as the content was kept back.
    typealias Part = (text: String, waited: Int?)

    let testDescription: String
    let outcome: Outcome
    var usual: Part
    var held: [[Part]]
    var isClosed = false
    /// Whether something may have been made that nobody told of.
    var mayLeave = false

    init(
      _ description: String, _ outcome: Outcome, usual: Part = (made, 5), _ held: [Part]...,
      isClosed: Bool = false, mayLeave: Bool = false
    ) {
      testDescription = description
      self.outcome = outcome
      self.usual = usual
      self.held = held
      self.isClosed = isClosed
      self.mayLeave = mayLeave
    }

    fileprivate func stock() -> SmallStock {
      let stock = SmallStock { _, _ in 201 }
      stock.rawCreation = { request, index throws(Obstacle) in
        guard let withheld = request.withheld else {
          return RawAnswer(
            parts: [Array(usual.text.utf8)], waited: [.milliseconds(usual.waited ?? 0)],
            isClosed: false)
        }
        let parts = held[min(index - 1, held.count - 1)]
        return RawAnswer(
          parts: parts.map { Array($0.text.utf8) },
          waited: parts.map { $0.waited.map { .milliseconds($0) } ?? withheld.duration },
          isClosed: isClosed)
      }
      return stock
    }
  }

  private static func status(_ status: Int, _ fields: String = "") -> String {
    "HTTP/1.1 \(status) Reason\r\n\(fields)Content-Length: 0\r\n\r\n"
  }

  static let rows: [Row] = [
    Row("nothing comes before the content", .breaks, [("", nil), (made, 5)]),
    Row(
      "a server that needs a second for everything waits for the content", .breaks,
      usual: (made, 900), [("", nil), (made, 900)]),
    Row(
      "a refusal comes with the content only", .breaks, usual: (status(422), 5),
      [("", nil), (status(422), 5)]),
    Row("100 comes with the content", .breaks, [("", nil), (interim + made, 5)]),
    Row("100", .keeps, [(interim, 2), (made, 5)]),
    Row("100 after some time", .keeps, [(interim, 990), (made, 5)]),
    Row(
      "100 the second time, which is waited for longer", .keeps,
      [("", nil), (made, 5)], [(interim, 1_500), (made, 5)]),
    Row(
      "another interim answer, then 100", .keeps,
      [("HTTP/1.1 103 Early Hints\r\n\r\n" + interim, 2), (made, 5)]),
    Row("the expectation fails", .keeps, [(status(417), 2)]),
    Row("who asks is not known", .keeps, [(status(401, "WWW-Authenticate: Basic\r\n"), 2)]),
    Row("it is too large", .keeps, [(status(413), 2)], isClosed: true),
    Row("the server has a fault", .keeps, [(status(500), 2)]),
    Row("it is made without its content", .keeps, [(made, 2)]),
    Row("the server is tired of waiting", .inconclusive, [(status(408), 900)]),
    Row(
      "the answer takes as long with the content", .inconclusive, [("", nil), (made, 800)]),
    Row(
      "a limit of time ends the waiting", .inconclusive, [("", 300), (made, 5)]),
    Row(
      "the usual answer takes too long", .inconclusive, usual: (made, 1_100),
      [("", nil), (made, 5)]),
    Row(
      "the usual answer does not come", .inconclusive, usual: ("", 2_000), [("", nil)],
      mayLeave: true),
    Row(
      "the content is not answered", .inconclusive, [("", nil), ("", 2_000)],
      mayLeave: true),
    Row(
      "the connection is closed on it", .inconclusive, [("", 3)], isClosed: true),
    Row("half an answer", .inconclusive, [("HTTP/1.1 100", nil)]),
    Row(
      "hints, and nothing more", .inconclusive, [("HTTP/1.1 103 Early Hints\r\n\r\n", nil)]),
    Row("no HTTP", .inconclusive, [("220 mail\r\n", nil)]),
    Row(
      "the second time there is no answer at all", .inconclusive, [("", nil), (made, 5)],
      [("", nil), ("", 2_000)], mayLeave: true),
    Row(
      "a gateway", .inconclusive, usual: (status(422, "Via: 1.1 edge\r\n"), 5),
      [("", nil), (status(422), 5)]),
    Row(
      "HTTP/1.0 knows no 100", .notApplicable,
      usual: ("HTTP/1.0 422 No\r\nContent-Length: 0\r\n\r\n", 5), [("", nil), (made, 5)]),
  ]

  @Test("Whoever wants the content before a word breaks the rule, and nobody else", arguments: rows)
  func judges(_ row: Row) throws {
    let stock = row.stock()
    let probe = stock.probe(allowing: Self.all)
    let rule = try #require(RuleCatalogue.rules.first { $0.id == "http.expect.continue" })
    let verdict = try #require(probe.judge([rule]).first)
    switch row.outcome {
    case .breaks:
      #expect(verdict.broken == 1, "\(verdict.reason ?? "")")
      let evidence = try #require(verdict.evidence)
      #expect(evidence.part == .status && evidence.exhibits.count == 2)
      let alone = try #require(evidence.exhibits.first?.exchange)
      #expect(alone.sent?.content == [] && alone.response == nil)
      let shown = try #require(evidence.exhibits.last?.exchange)
      #expect(shown.sent?.isRaw == true && shown.response != nil)
      let head = String(decoding: try #require(shown.sent).head, as: UTF8.self)
      #expect(head.contains("\r\nExpect: 100-continue\r\n"))
      // Twice, the second time for longer.
      let waits = stock.rawPosts.compactMap { $0.withheld?.duration }
      #expect(waits.count == 2 && waits[1] == waits[0] * 2 && waits[0] >= .seconds(1))
    case .keeps: #expect(verdict.kept == 1 && verdict.broken == 0, "\(verdict.reason ?? "")")
    case .inconclusive:
      #expect(verdict.kept + verdict.broken == 0 && verdict.undecided == 1)
      #expect(verdict.reason?.isEmpty == false)
    case .notApplicable:
      #expect(verdict.kept + verdict.broken + verdict.undecided == 0)
      #expect(verdict.reason?.isEmpty == false)
    }
    let left = probe.cleanUp()
    #expect(stock.items.isEmpty)
    #expect(left.isEmpty == !row.mayLeave, "\(left)")
  }

  @Test("A usual answer that takes long makes the wait longer")
  func waitsLonger() throws {
    let row = Row("", .breaks, usual: (Self.made, 600), [("", nil), (Self.made, 600)])
    let stock = row.stock()
    let probe = stock.probe(allowing: Self.all)
    let rule = try #require(RuleCatalogue.rules.first { $0.id == "http.expect.continue" })
    #expect(probe.judge([rule]).first?.broken == 1)
    #expect(
      stock.rawPosts.compactMap { $0.withheld?.duration }
        == [.milliseconds(2_400), .milliseconds(4_800)])
  }

  @Test("The model keeps the rule, and its fault breaks it and no other", arguments: [false, true])
  func model(isFaulty: Bool) {
    let run = ProbeRun(ModelAPI(isFaulty ? .waitsForContent : nil), allowing: Self.all)
    #expect(run.broken == (isFaulty ? ["http.expect.continue"] : []), "\(run.tellings)")
    #expect(run["http.expect.continue"]?.kept == (isFaulty ? 0 : 1))
    #expect(run.left.isEmpty)
  }

  @Test(
    "Nothing is announced where intrusion, or making anything, is not allowed",
    arguments: [[.readOnly, .throwaway, .mutating], [.readOnly, .intrusive]] as [Set<SafetyClass>])
  func notAllowed(_ allowed: Set<SafetyClass>) throws {
    let stock = SmallStock { _, _ in 201 }
    stock.rawCreation = { _, _ throws(Obstacle) in throw .prevents("nothing of it is expected") }
    let rule = try #require(RuleCatalogue.rules.first { $0.id == "http.expect.continue" })
    let verdict = try #require(stock.probe(allowing: allowed).judge([rule]).first)
    #expect(verdict.kept + verdict.broken + verdict.undecided == 0)
    #expect(stock.rawPosts.isEmpty)
  }
}
