import AccordConformance
import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("What is hostile in what probes found")
struct ProbeHostileTests {
  private static let more = [
    "]]><failure/>", "</script><script>alert(1)</script>", "\n::error file=a::owned",
    "`` ` ```\n# SKIP", "<img src=x onerror=alert(1)>", "\u{1B}]0;owned\u{7}", "...\n---\nok 9",
  ]

  /// A run that has a text wherever a probe may find one.
  static func run(_ text: String, secrets: [String] = []) -> [Event] {
    var json = JSONWriter()
    json.beginObject()
    json.member("quantity", text)
    json.endObject()
    let evidence = ProbeSamples.comparison(
      before: json.text, after: text, problem: "is \(text)", role: text, quote: text)
    var conformance = ProbeSamples.conformance(
      cart: [
        ProbeSamples.broken(ProbeSamples.rule("http.405.allow"), evidence),
        ProbeSamples.broken(
          ProbeSamples.rule("json.valid"),
          Evidence(
            part: .field(text), problem: text, quote: text,
            exhibits: [
              Exhibit(
                text,
                Samples.exchange(
                  "POST", "/\(text)", fields: [RequestField("X-Text", text)],
                  content: .bytes(Array(text.utf8)), reason: text,
                  responseFields: [("X-Text", text)], body: text), .field("X-Text"), .content,
                .framing),
              Exhibit(text, raw(text), .content),
            ])),
        ProbeSamples.notApplicable("sec.nosniff", text),
        ProbeSamples.inconclusive("http.etag.present", text),
      ])
    conformance.probed = [
      ProbedTarget(
        id: ProbeSamples.cart, name: text, index: 0, requestCount: 3, leftovers: [text],
        interruption: text),
      ProbedTarget(id: ProbeSamples.account, name: text, index: 1),
    ]
    return ProbeSamples.run(conformance, secrets: secrets)
  }

  private static func raw(_ text: String) -> Exchange {
    Exchange(
      request: HTTPRequest(method: "GET", url: "http://127.0.0.1:8080/"),
      sent: SentRequest(
        head: Array("GET /\(text) HTTP/1.1\r\n\r\n".utf8), content: Array(text.utf8), isRaw: true),
      result: .failure(Samples.refused))
  }

  @Test("No report lets it act", arguments: HostileTextTests.texts + more)
  func inert(text: String) throws {
    for kind in ReportKind.allCases where kind != .colored {
      let report = try rendered(kind, Self.run(text))
      for scalar in report.unicodeScalars where scalar != "\n" {
        guard !VisibleText.isShown(scalar) else { continue }
        Issue.record("\(kind): \(VisibleText.escape(of: scalar))")
      }
      for line in report.split(separator: "\n") {
        #expect(kind == .github || !line.drop(while: \.isWhitespace).hasPrefix("::"), "\(kind)")
        #expect(!line.hasPrefix("ok 9"), "\(kind)")
      }
      if kind == .jsonLines {
        for line in report.split(separator: "\n") { _ = try JSONDocument(parsing: String(line)) }
      }
      if kind == .json || kind == .ctrf { _ = try JSONDocument(parsing: report) }
      if kind == .github {
        #expect(report.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
      }
    }
  }

  @Test("A secret is in no report, wherever a probe found it", arguments: ReportKind.allCases)
  func secrets(kind: ReportKind) throws {
    for secret in ["tok-hunter2", "MUST", "violation", "exhibits", "/quantity"] {
      let report = try rendered(
        kind, Self.run("a tok-hunter2 b", secrets: ["tok-hunter2", secret]))
      #expect(!report.contains("hunter2"), "\(kind)")
    }
  }

  @Test("Nor is what a probe altered of a credential", arguments: ReportKind.allCases)
  func altered(kind: ReportKind) throws {
    // `tok-hunter3` is no secret of the run; it stands in a field that is said to be sensitive.
    #expect(!(try rendered(kind, ProbeSamples.run(secrets: ["tok-hunter2"]))).contains("hunter3"))
    let exchange = Exchange(
      request: HTTPRequest(url: "http://127.0.0.1/"),
      sent: SentRequest(
        head: Array("GET / HTTP/1.1\r\nauthorization : Basic tok-hunter3\r\n\r\n".utf8),
        content: [],
        isRaw: true),
      result: .failure(Samples.refused))
    let conformance = ProbeSamples.conformance(
      cart: [
        ProbeSamples.broken(
          ProbeSamples.rule("json.valid"),
          Evidence(part: .status, problem: "p", exhibits: [Exhibit("", exchange, .status)]))
      ])
    #expect(!(try rendered(kind, ProbeSamples.run(conformance))).contains("hunter3"))
  }
}
