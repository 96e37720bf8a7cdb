import AccordConformance
import AccordDocuments
import AccordHTTP
import Foundation
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("What rules say, as one JSON document")
struct JSONReportTests {
  /// The schema that stands beside the page on reports.
  private static let schema = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../../reports/conformance.schema.json")

  /// Reads a report back, and holds it to the schema.
  private func document(_ events: [Event]) throws -> JSONNode {
    let document = try JSONDocument(parsing: rendered(.json, events)).root
    let schema = try JSONSchema(
      compiling: JSONDocument(parsing: Array(Data(contentsOf: Self.schema))))
    #expect(schema.validate(document).map { "\($0.instanceLocation)" } == [])
    return document
  }

  private func rules(_ document: JSONNode) -> [JSONNode] {
    document.member("rules")?.elements.map { $0 } ?? []
  }

  @Test("Each rule of each target, with what it demands and what came of it")
  func rules() throws {
    let document = try document(ProbeSamples.run())
    let rules = rules(document)
    #expect(rules.count == 8)
    #expect(rules.compactMap { $0.at("path")?.string }.count == 8)
    let broken = rules[1]
    #expect(broken.at("id")?.string == "http.405.allow")
    #expect(broken.at("target")?.string == "Shop API › /cart")
    #expect(broken.at("group")?.string == "methods")
    #expect(broken.at("safety")?.string == "RO")
    #expect(broken.at("verdict")?.string == "violation")
    #expect(broken.at("fails")?.boolean == true)
    #expect(
      broken.at("sections", 0, "url")?.string
        == "https://www.rfc-editor.org/rfc/rfc9110#section-15.5.6")
    #expect(broken.at("evidence", "part", "pointer")?.string == "/quantity")
    #expect(broken.at("evidence", "location", "line")?.sourceText == "7")
    #expect(rules[0].at("fails")?.boolean == false)
    #expect(rules[5].at("verdict")?.string == "not-applicable")
    #expect(rules[5].at("reason")?.string == "the collection has no item that can be read")
    #expect(rules[6].at("verdict")?.string == "inconclusive")
  }

  @Test("The exchanges that show it are whole, each with what it is for and the command")
  func exhibits() throws {
    let broken = rules(try document(ProbeSamples.run()))[1]
    #expect(broken.at("evidence", "exhibits")?.count == 3)
    let put = broken.at("evidence", "exhibits", 1)
    #expect(put?.at("role")?.string == "PUT again")
    #expect(put?.at("parts", 0, "kind")?.string == "status")
    #expect(put?.at("request", "method")?.string == "PUT")
    #expect(put?.at("request", "postData", "text")?.string == #"{"product":7,"quantity":3}"#)
    #expect(put?.at("request", "headers", 1, "value")?.string == "***")
    #expect(put?.at("response", "content", "text")?.string == #"{"id":5,"quantity":6}"#)
    #expect(put?.at("reproduce", 0)?.string?.hasPrefix("curl -X PUT ") == true)
    #expect(broken.at("evidence", "exhibits", 0, "marks", 0)?.string == "< /quantity: 3")
  }

  @Test("What was probed, and how many rules came to which verdict")
  func summary() throws {
    let document = try document(ProbeSamples.run())
    #expect(document.at("probed", 0, "requests")?.sourceText == "143")
    #expect(document.at("probed", 0, "verdicts", "violation")?.sourceText == "3")
    #expect(document.at("probed", 1, "leftovers")?.count == 1)
    #expect(document.at("probed", 1, "interruption")?.string == "the run was stopped by SIGINT")
    #expect(document.at("summary", "fails")?.boolean == true)
    #expect(document.at("summary", "verdicts", "conforms")?.sourceText == "3")
    #expect(document.at("summary", "levels", "MUST", "inconclusive")?.sourceText == "1")
    #expect(document.at("requests")?.sourceText == "1")
    #expect(document.at("contract")?.string == "Shop API")
  }

  @Test("Rules that the exchanges of steps told have no target, and counts")
  func passive() throws {
    let document = try document(ConformanceReportTests.run(.fail))
    let rule = rules(document)[1]
    #expect(rule.at("target")?.isNull == true)
    #expect(rule.at("kept")?.sourceText == "2")
    #expect(rule.at("broken")?.sourceText == "3")
    #expect(rule.at("evidence", "step")?.string == "PUT /users")
    #expect(rule.at("evidence", "exhibits")?.count == 1)
    #expect(document.at("probed")?.count == 0)
  }

  @Test("A run without rules, and one that never began, are documents too")
  func nothing() throws {
    for events in [Samples.run([Samples.record(0, .failed)]), []] {
      let document = try document(events)
      #expect(document.at("rules")?.count == 0)
      #expect(document.at("summary", "fails")?.boolean == false)
    }
  }

  @Test("What a hostile server sends", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    let document = try document(ProbeHostileTests.run(text))
    #expect(document.at("rules")?.count ?? 0 > 1)
  }

  @Test("A long content is cut, and says so")
  func bounded() throws {
    let long = #"{"quantity":""# + String(repeating: "x", count: 1 << 20) + #""}"#
    let events = ProbeSamples.run(
      ProbeSamples.conformance(
        cart: [
          ProbeSamples.broken(
            ProbeSamples.rule("json.valid"), ProbeSamples.comparison(before: long))
        ]))
    let document = try document(events)
    let content = rules(document)[0].at("evidence", "exhibits", 0, "response", "content")
    #expect(content?.at("text")?.string?.utf8.count == 64 << 10)
    #expect(content?.at("comment")?.string == "the first 65,536 of 1,048,591 octets")
    #expect(content?.at("size")?.sourceText == "1048591")
  }
}
