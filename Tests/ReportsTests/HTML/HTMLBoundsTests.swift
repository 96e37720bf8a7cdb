import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("An HTML report of any run can be opened")
struct HTMLBoundsTests {
  @Test(
    "1,000 passing steps take less than 10 MB, whatever was sent and came",
    arguments: ["<", "x", "\"", "\u{1B}", "é\n", "\u{202E}"])
  func passing(character: String) throws {
    let long = String(repeating: character, count: 100_000)
    let exchange = Samples.exchange(
      "PUT", "/\(long.prefix(200))", fields: [RequestField("X", String(long.prefix(4_000)))],
      content: .bytes(Array(long.utf8)),
      responseFields: (0..<100).map { ("X-\($0)", String(long.prefix(1_000))) }, body: long,
      sent: SentRequest(
        head: Array("PUT / HTTP/1.1\r\nX: \(long.prefix(4_000))\r\n\r\n".utf8),
        content: Array(long.utf8)))
    let records = (0..<100).map {
      Samples.record($0, .passed(isFixed: false), exchanges: [exchange, exchange])
    }
    let report = try rendered(.html, Samples.run(records))
    #expect((report.utf8.count - HTMLPage.script.utf8.count) * 10 < 10_000_000)
  }

  @Test(
    "A step is kept in less detail when much is written, one that passed sooner",
    arguments: [
      (0, HTMLBounds.brief, HTMLBounds.full), (14 << 20, .heads, .full),
      (40 << 20, .nothing, .full), (50 << 20, .nothing, .brief), (100 << 20, .nothing, .nothing),
    ])
  func bounds(written: Int, passed: HTMLBounds, failed: HTMLBounds) {
    #expect(HTMLBounds.of(.passed(isFixed: false), written: written) == passed)
    #expect(HTMLBounds.of(.failed, written: written) == failed)
  }

  @Test("The body of a step that failed is shown up to 64 KiB, of one that passed up to 2 KiB")
  func bodies() throws {
    let exchange = Samples.exchange(body: String(repeating: "0123456789abcdef", count: 10_000))
    let report = HTMLDocument(
      try rendered(
        .html,
        Samples.run([
          Samples.record(0, .failed, exchanges: [exchange]),
          Samples.record(1, .passed(isFixed: false), exchanges: [exchange]),
        ])))
    let bodies = try report.details.map { details in
      details.member("exchanges")?.first?.member("response")?.member("body")
    }
    #expect(bodies.map { $0?.member("text")?.string?.utf8.count } == [64 << 10, 2 << 10])
    for body in bodies {
      #expect(body?.member("size")?.number?.intValue == 160_000)
      #expect(body?.member("cut")?.boolean == true)
    }
  }

  @Test("A secret that stands where a body is cut is not shown in part")
  func secretAtTheCut() throws {
    let secret = "s3cr3t-of-many-letters"
    for padding in (2 << 10) - secret.utf8.count...(2 << 10) {
      let body = String(repeating: "x", count: padding) + secret + secret
      let exchange = Samples.exchange(body: body)
      let record = Samples.record(0, .passed(isFixed: false), exchanges: [exchange])
      let report = try rendered(.html, Samples.run([record], secrets: [secret]))
      #expect(!report.contains("s3cr"))
    }
  }

  @Test(
    "Octets that are no text are counted and not shown", arguments: [[0xFF, 0xFE], [65, 0, 66]])
  func noText(octets: [UInt8]) {
    let body = HTMLBody(octets, limit: 100, redactor: Redactor())
    #expect(body.text == nil)
    #expect(body.note == "no text")
    #expect(body.size == octets.count)
  }

  @Test(
    "Text is cut between characters", arguments: ["é", "€", "🐲", "a\u{301}"], [8, 9, 10, 11, 12])
  func characters(character: String, limit: Int) {
    let text = String(repeating: character, count: 20)
    let body = HTMLBody(Array(text.utf8), limit: limit, redactor: Redactor())
    #expect(body.isCut)
    let shown = body.text ?? ""
    #expect(!shown.isEmpty && shown.utf8.count <= limit)
    #expect(text.unicodeScalars.starts(with: shown.unicodeScalars))
    let prefix = HTMLEncoding.prefix(of: text, cost: limit)
    #expect(prefix.utf8.count <= limit && text.unicodeScalars.starts(with: prefix.unicodeScalars))
  }
}

@Suite("What a server or an author says never becomes a part of the page")
struct HTMLEncodingTests {
  @Test(
    "In the name of the contract",
    arguments: [
      ("</title><script>x()</script>", "&lt;/title&gt;&lt;script&gt;x()&lt;/script&gt;"),
      ("a\"b'c&d", "a&quot;b&apos;c&amp;d"), ("a\u{202E}b", "a\\u{202E}b"), ("a\u{0}", "a\\u{0}"),
    ])
  func name(name: String, text: String) throws {
    let report = HTMLDocument(try rendered(.html, Samples.run([], contract: name)))
    #expect(report.title == "Nothing judged – \(text)")
    #expect(report.text.contains("<h1>\(text)</h1>"))
  }

  @Test(
    "In data",
    arguments: [
      "</script><script>x()</script>", "<!--", "<!-- <script>", "]]>", "</SCRIPT >", "<\u{0}script",
    ])
  func data(text: String) throws {
    let exchange = Samples.exchange(
      reason: text, responseFields: [("X-A", text)], body: text)
    var record = Samples.record(
      0, .failed, path: [text], title: text,
      findings: [
        Finding(
          Mismatch(.text, expected: .text(.equal(to: text)), found: .text(text + "x")),
          at: Samples.place)
      ], exchanges: [exchange])
    record.tags = [text]
    record.endpoint = text
    record.method = text
    let report = HTMLDocument(try rendered(.html, Samples.run([record])))
    #expect(report.blocks.count == 5)
    let row = try #require(try report.rows.first)
    #expect(row["title"]?.string == VisibleText.escape(text))
  }

  @Test("A secret that is a word of the format leaves a page that can be read")
  func secretWord() throws {
    let secrets = HTMLStep.names.union(HTMLRun.names).filter { $0.count >= 4 }
    let report = HTMLDocument(
      try rendered(.html, Samples.run([Samples.cartFailure()], secrets: Array(secrets))))
    let details = try #require(try report.details.first)
    #expect(details.member("findings")?.first?.member("expected")?.string == "3")
    #expect(try report.end?.member("failed")?.number?.intValue == 1)
  }
}

extension JSONNode {
  /// The first element of an array.
  fileprivate var first: JSONNode? { elements.first { _ in true } }
}
