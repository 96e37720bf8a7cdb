import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Foundation
import Testing

@testable import AccordReports

@Suite("No report holds a secret")
struct EveryReportTests {
  @Test("In whatever encoding it came", arguments: ReportKind.ofSteps)
  func everyEncoding(_ kind: ReportKind) throws {
    let secret = RedactorTests.secret
    var records: [StepRecord] = []
    let base64 = (0..<3).map { offset in
      Data((String(repeating: ":", count: offset) + secret + "tail").utf8).base64EncodedString()
    }
    for (index, encoded) in (RedactorTests.encodings + base64).enumerated() {
      let exchange = Samples.exchange(
        "POST", "/a?token=\(encoded)",
        fields: [RequestField("Authorization", "Bearer \(encoded)", isSensitive: true)],
        content: .bytes(Array("<t>\(encoded)</t>".utf8)), reason: encoded,
        responseFields: [("Set-Cookie", "t=\(encoded)")],
        body: String(repeating: "x", count: 150) + encoded + String(repeating: "y", count: 150),
        sent: SentRequest(
          head: Array("POST /\(encoded) HTTP/1.1\r\nA: \(encoded)\r\n\r\n".utf8),
          content: Array(encoded.utf8)))
      let long = String(repeating: "x", count: 100) + encoded + String(repeating: "y", count: 70)
      records.append(
        Samples.record(
          index, .failed, path: ["/a", encoded], title: "GET \(encoded)",
          findings: [
            Finding(
              Mismatch(.text, expected: .text(.equal(to: encoded)), found: .text(long)),
              at: Samples.place),
            Finding(
              Mismatch(
                .json("$"), expected: .absent, found: .json("\"\(encoded)\"", kind: .string)),
              at: Samples.place),
          ], exchanges: [exchange]))
      records[index].bodyShape = #"{"object":{"plain":"string"}}"#
    }
    let report = try rendered(kind, Samples.run(records, secrets: [secret]))
    #expect(report.contains("***"))
    for part in ["pa$s", "w\\rd", "w%5", "70612473"] {
      for line in report.split(separator: "\n") where line.contains(part) {
        Issue.record("\(part) in \(line)")
      }
    }
    for encoded in base64 {
      #expect(!report.contains(String(encoded.dropFirst(4).prefix(12))))
    }
  }

  @Test(
    "A secret that is a word of the markup leaves documents that can be read",
    arguments: [ReportKind.junit, .strict])
  func markup(_ kind: ReportKind) throws {
    let secrets = ["testcase", "name", "message", "quot;", "amp;", "failure", "<&\"'>"]
    let record = Samples.record(
      0, .failed, path: ["testcase"], title: "a & \"failure\" <&\"'>",
      findings: [
        Finding(
          Mismatch(.text, expected: .text("name"), found: .text("&quot; message")),
          at: Samples.place)
      ])
    let document = try JUnitDocument(rendered(kind, Samples.run([record], secrets: secrets)))
    #expect(document.cases.first?.attribute("name") == "a & \"***\" ***")
    #expect(document.cases.first?.attribute("classname") == "Shop API.***")
    #expect(document.suites.first?.attribute("name") == "***")
  }
}
