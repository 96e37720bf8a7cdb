import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("What a hostile server sends reaches no terminal, log parser or document")
struct HostileTextTests {
  static let texts = [
    "]]>", "</testcase><testcase name=\"x\"/>", "\u{1B}[31mred\u{1B}]0;title\u{7}",
    "\u{FFFE}\u{FFFF}",
    "\u{202E}txt.exe\u{2066}\u{2069}", "a\r\nb\r\n::add-mask::x\r\n", "::add-mask::secret",
    "\n::error file=a::b", "##[error]x", "##vso[task.setvariable variable=a]b",
    "\u{0}\u{8}\u{7F}\u{85}",
    "\u{FEFF}bom", "&amp;&#27;<!DOCTYPE x>", "\u{2028}\u{2029}", "\\u001b[0m \\",
    "\"quoted\" 'single'",
    "[[ATTACHMENT|/etc/passwd]]", "\u{E0041}\u{200B}\u{AD}", "$(reboot) `reboot`",
  ]

  /// Records with a text wherever a server can put one.
  static func records(_ text: String) -> [StepRecord] {
    var json = JSONWriter()
    json.string(text)
    let exchange = Exchange(
      request: HTTPRequest(
        method: "PUT", url: "http://127.0.0.1:8080/users",
        fields: [RequestField("X-Captured", text)], content: .bytes(Array(text.utf8))),
      sent: SentRequest(
        head: Array("PUT / HTTP/1.1\r\n\(text)\r\n\r\n".utf8), content: Array(text.utf8)),
      result: .success(
        HTTPResponse(
          status: 200, reason: text, fields: HTTPFields([("X-A", text), (text, "b")]),
          trailers: HTTPFields([("T", text)]), body: Array(text.utf8))))
    let findings = [
      Mismatch(.status, expected: .status(201), found: .status(200, reason: text)),
      Mismatch(.field("X-A"), expected: .text("x"), found: .text(text)),
      Mismatch(.field("X-A"), expected: .absent, found: .lines([text, text])),
      Mismatch(
        .json("$['\(text)']"), expected: .noOtherMember, found: .json(json.text, kind: .string)),
      Mismatch(.json("$.a"), expected: .variable(name: "v", value: json.text), found: .nothing),
      Mismatch(.text, expected: .text(.equal(to: text)), found: .text(text)),
      Mismatch(.body, expected: .wellFormedJSON, found: .problem(text)),
      Mismatch(.check("c"), expected: .holds, found: .problem(text)),
      Mismatch(.capture("v"), expected: .convertible(.link), found: .text(text)),
    ].map { Finding($0, at: Samples.place) }
    let error = TransportError(
      phase: .receive, reason: .curl, code: 56, message: text, mayHaveBeenProcessed: true,
      received: exchange.response)
    let failed = Exchange(
      request: exchange.request, sent: exchange.sent, result: .failure(error),
      timings: exchange.timings, connection: exchange.connection)
    return [
      Samples.record(0, .failed, findings: findings, exchanges: [exchange, exchange]),
      Samples.record(1, .errored(.transport(error)), exchanges: [failed]),
      Samples.record(2, .errored(.redirect(.unusableLocation(text))), exchanges: [exchange]),
      Samples.record(3, .errored(.foreignLink(variable: "v", url: text)), exchanges: []),
      Samples.record(4, .errored(.dotSegment(variable: "v", value: text)), exchanges: []),
      Samples.record(5, .known(text), findings: findings, exchanges: [exchange]),
      Samples.record(6, .observed, exchanges: [exchange]),
      Samples.record(7, .skipped(.disabled(text)), exchanges: []),
    ]
  }

  @Test("In no report", arguments: texts)
  func everyReport(_ text: String) throws {
    let events = Samples.run(Self.records(text), unreachable: Samples.refused)
    for kind in ReportKind.allCases where kind != .colored {
      let report = try rendered(kind, events)
      for scalar in report.unicodeScalars where scalar != "\n" {
        #expect(VisibleText.isShown(scalar), "\(kind): \(VisibleText.escape(of: scalar))")
      }
      // Runners look for commands behind white space, and for some anywhere in a line.
      for line in report.split(whereSeparator: \.isNewline) {
        // Annotations are commands: their own test reads each.
        #expect(kind == .github || !line.drop(while: \.isWhitespace).hasPrefix("::"))
        #expect(!line.contains("##[") && !line.contains("##vso["))
      }
      if kind == .jsonLines {
        let lines = report.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        #expect(lines.count == 10)
        for line in lines { _ = try JSONDocument(parsing: String(line)) }
      }
      if kind == .junit || kind == .strict {
        #expect(try JUnitDocument(report).cases.count == 8)
      }
    }
  }

  @Test("A line of five megabytes makes no long report")
  func longLine() throws {
    let text = String(repeating: "<é\u{1B}", count: 1 << 20)
    let records = [
      Samples.record(
        0, .failed,
        findings: [
          Finding(Mismatch(.text, expected: .text("x"), found: .text(text)), at: Samples.place)
        ],
        exchanges: [Samples.exchange(reason: text, responseFields: [("X", text)], body: text)])
    ]
    for kind in [ReportKind.text, .junit, .strict, .jsonLines, .tap, .ctrf, .markdown, .github] {
      #expect(try rendered(kind, Samples.run(records)).utf8.count < 20_000)
    }
  }
}
