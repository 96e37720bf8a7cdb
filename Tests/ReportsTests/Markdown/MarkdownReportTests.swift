import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Foundation
import Testing

@testable import AccordReports

@Suite("Markdown")
struct MarkdownReportTests {
  @Test("The verdict, the counts, failures first, then what has no verdict, then the rest")
  func whole() throws {
    let text = try rendered(.markdown, Samples.run(JUnitReportTests.records))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.prefix(7) == [
        "## ❌ Shop API: 1 failed, 1 without a verdict", "",
        "| passed | failed | error | skipped | observed | known | fixed | flaky |",
        "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
        "| 3 | 1 | 1 | 1 | 1 | 1 | 1 | 1 |", "",
        "8 requests in 500 ms to `http://127.0.0.1:8080`, seed 42, Accord 0.1.0",
      ])
    #expect(
      lines.filter { $0.hasPrefix("###") || $0.hasPrefix("- ") }.prefix(8) == [
        "### Failed (1)", "#### ❌ `/users › POST /users`", "### Without a verdict (1)",
        "#### ⚠️ `/a/b.c › x › GET /a`", "### Flaky: passed only when sent again (1)",
        "- `/users › GET /users/2`: `passed on try 3, after no answer`",
        "### Fixed: these pass that were said to fail (1)",
        "- `/users › GET /users/3`: `it passes; .knownIssue can go`",
      ])
    #expect(text.contains("### Known (1)\n\n- `/users › GET /users/4`: `ticket 12`\n"))
  }

  @Test("A failure shows the contract's line, what was found, and the command in details")
  func failure() throws {
    let text = try rendered(.markdown, Samples.run([Samples.cartFailure()]))
    #expect(
      text.contains(
        """
        #### ❌ `A cart item is added, changed and removed › 2. PUT /cart/{cart}`

        ```text
        PUT http://127.0.0.1:8080/cart/42 answered 200 OK
          --> specs/Cart.swift:21:5
              $.quantity: expected 3, found 2
        ```

        <details><summary>Send it again with curl</summary>

        ```sh
        curl -X PUT -H 'Content-Type: application/json' -d '{"quantity":3}' http://127.0.0.1:8080/cart/42
        ```

        </details>
        """))
  }

  @Test(
    "The verdict is in the first line",
    arguments: [
      ([Outcome.passed(isFixed: false)], nil, "✅ Shop API: the contract holds"),
      ([.observed], nil, "⚪ Shop API: no step gave a verdict"),
      ([.skipped(.interrupted)], 15, "⚠️ Shop API: stopped"),
      ([.errored(.colonInUserName)], nil, "⚠️ Shop API: 1 without a verdict"),
    ] as [([Outcome], Int32?, String)])
  func verdict(outcomes: [Outcome], signal: Int32?, line: String) throws {
    let records = outcomes.enumerated().map { Samples.record($0, $1) }
    let text = try rendered(.markdown, Samples.run(records, signal: signal))
    #expect(text.hasPrefix("## \(line)\n"))
  }

  @Test("A server that cannot be reached is told once")
  func unreachable() throws {
    let records = (0..<3).map {
      Samples.record($0, .errored(.unreachable(Samples.refused)), exchanges: [])
    }
    let text = try rendered(.markdown, Samples.run(records, unreachable: Samples.refused))
    #expect(text.contains("`http://127.0.0.1:8080` cannot be reached:\n\n```text\nno connection"))
    #expect(!text.contains("###"))
  }

  @Test(
    "What does not fit is left out from the end, counted, and said", arguments: [3_000, 65_536])
  func limit(limit: Int) throws {
    let records = (0..<1_000).map { index in
      Samples.record(
        index, index.isMultiple(of: 2) ? .errored(.colonInUserName) : .failed,
        title: "GET /users/\(index)",
        findings: [Finding(Samples.json("$.a", 3, found: "2", .number), at: Samples.place)])
    }
    let folder = try TemporaryFolder()
    let report = MarkdownReport(
      .file(folder.file("a")), limit: limit, sources: SourceOptions(), redactor: Redactor())
    for event in Samples.run(records) { report.receive(event) }
    report.finish(WrittenReports())
    try report.output.close()
    let text = try folder.read("a")
    #expect(text.utf8.count <= limit)
    #expect(text.utf8.count > limit * 8 / 10)
    let shown = text.split(separator: "#### ❌").count - 1
    #expect(text.contains("_and \(500 - shown) more_"))
    #expect(text.contains("_What does not fit into \(VisibleText.grouped(limit)) octets"))
    #expect(!text.contains("#### ⚠️"))
    #expect(text.hasSuffix("</details>\n"))
  }

  @Test(
    "Where hardly anything fits there is the verdict, or nothing",
    arguments: [(-5, ""), (10, ""), (100, "## ❌ Shop API: 1,000 failed\n"), (1_200, nil)]
      as [(Int, String?)])
  func littleRoom(limit: Int, text: String?) throws {
    let records = (0..<1_000).map { index in
      Samples.record(
        index, .failed, title: "GET /users/\(index)",
        findings: [Finding(Samples.json("$.a", 3, found: "2", .number), at: Samples.place)])
    }
    let folder = try TemporaryFolder()
    let report = MarkdownReport(
      .file(folder.file("a")), limit: limit, sources: SourceOptions(), redactor: Redactor())
    for event in Samples.run(records) { report.receive(event) }
    report.finish(WrittenReports())
    try report.output.close()
    let written = try folder.read("a")
    if let text { #expect(written == text) }
    #expect(written.utf8.count <= max(0, limit))
    #expect(written.isEmpty || written.hasPrefix("## ❌ Shop API: 1,000 failed\n"))
  }

  @Test("The summary of a CI step is added to what is there, in the room that is left")
  func stepSummary() throws {
    let folder = try TemporaryFolder()
    try folder.write("earlier\n", to: "summary")
    let report = MarkdownReport(
      stepSummary: folder.file("summary"), sources: SourceOptions(), redactor: Redactor())
    for event in Samples.run([Samples.cartFailure()]) { report.receive(event) }
    report.finish(WrittenReports())
    try report.output.close()
    #expect(try folder.read("summary").hasPrefix("earlier\n## ❌ Shop API: 1 failed\n"))
    #expect(try folder.names() == ["summary"])
  }

  @Test("A secret that is a word of the markup leaves a document that can be read")
  func secretWord() throws {
    let records = [Samples.cartFailure()]
    let text = try rendered(
      .markdown,
      Samples.run(records, secrets: ["details", "failed", "```text", "summary", "quantity"]))
    #expect(text.contains("1 failed") && text.contains("</details>"))
    #expect(text.contains("$.***: expected 3"))
  }

  @Test(
    "Code is longer fenced than what is in it",
    arguments: [
      ("Shop API", "Shop API"), ("", "(no name)"), ("  ", "(no name)"), ("a b1", "`a b1`"),
      ("`", "`` ` ``"), ("a``b", "```a``b```"), (" a", "`  a `"), ("a\nb", #"`a\nb`"#),
      ("@a", "`@a`"),
    ])
  func span(text: String, written: String) {
    #expect(MarkdownEncoding.span(text) == written)
  }

  @Test("A block is longer fenced than any line in it")
  func block() {
    let block = MarkdownEncoding.encode("a\n```\n````x", MarkdownEncoding.Place.block.rawValue)
    #expect(block == "`````text\na\n```\n````x\n`````")
  }

  // MARK: - Read with markdown-it-py

  /// What would be markup, were it not in code.
  static let hostile =
    HostileTextTests.texts + [
      "```\n# h\n````\n</details><img src=x>", "~~~", "a|b|c\n| --- |",
      "@octocat #1 GH-1 www.a.example",
      "<https://a.example> http://a.example a@b.example", "`` ` ```", "` ", " `a", "\\`a\\`",
      "</summary><script>alert(1)</script>", "[x](javascript:a) ![](http://a)", "\t    code",
      "- [ ] a\n> b\n***", String(repeating: "`", count: 400), "&lt;b&gt; &#96;",
    ]

  @Test(
    "What a hostile server sends stays in code: no markup, no mention, no link",
    .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func hostile() throws {
    let runs = Self.hostile.map { text in
      var records = HostileTextTests.records(text)
      records += [8, 9, 10].map { index in
        let outcome: Outcome =
          index == 8 ? .failed : index == 9 ? .known(text) : .passed(isFixed: true)
        return Samples.record(index, outcome, path: [text], title: text)
      }
      return Samples.run(records, contract: text, unreachable: Samples.refused)
    }
    for (text, read) in zip(Self.hostile, try ForeignReader.markdown.read(.markdown, runs)) {
      for name in ["html", "mentions", "others"] {
        #expect(read.at(name)?.compactText == "[]", "\(text)")
      }
      #expect(read.at("links")?.compactText == "0", "\(text)")
      #expect(read.at("headings").map { Array($0.elements).count } == 11, "\(text)")
      #expect(
        read.at("cells").map { Array($0.elements).compactMap(\.string) }?.prefix(4) == [
          "passed", "failed", "errors", "skipped",
        ])
      #expect(read.at("details")?.compactText == "5", "\(text)")
    }
  }

  @Test(
    "Others read what was written, and it keeps to the limit",
    .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func readBack() throws {
    let many = (0..<2_000).map {
      Samples.record(
        $0, .failed,
        findings: [
          Finding(Mismatch(.text, expected: .text("x"), found: .text("a\nb")), at: Samples.place)
        ])
    }
    let read = try ForeignReader.markdown.read(
      .markdown, [Samples.run(JUnitReportTests.records), Samples.run(many)])
    #expect(read[0].at("cells", 8)?.string == "3")
    #expect(read[0].at("fences", 0)?.string?.hasPrefix("GET http://127.0.0.1:8080/users") == true)
    #expect(read[0].at("fences", 1)?.string == "curl http://127.0.0.1:8080/users\n")
    let octets = try #require(read[1].at("octets")?.number?.intValue)
    #expect(octets <= 65_536 && octets > 60_000)
    #expect(read[1].at("html")?.compactText == "[]")
  }
}
