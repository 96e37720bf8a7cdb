import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Foundation
import Testing

@testable import AccordReports

@Suite("The Common Test Report Format")
struct CTRFReportTests {
  /// The official schema, where it is.
  static let schema = JUnitDocument.schemas.map { "\($0)/ctrf.schema.json" }

  private func document(_ events: [Event]) throws -> JSONNode {
    let document = try JSONDocument(parsing: rendered(.ctrf, events)).root
    if let path = Self.schema {
      let schema = try JSONSchema(
        compiling: JSONDocument(parsing: Array(Data(contentsOf: URL(fileURLWithPath: path)))))
      #expect(schema.validate(document).map { "\($0.instanceLocation)" } == [])
    }
    return document
  }

  @Test("Each outcome has a status, and the summary counts what is there")
  func outcomes() throws {
    let document = try document(Samples.run(JUnitReportTests.records, signal: 2))
    let tests = try #require(document.at("results", "tests")).elements
    #expect(
      tests.map { $0.at("status")?.string } == [
        "passed", "failed", "failed", "skipped", "other", "passed", "passed", "other",
      ])
    #expect(
      tests.map { $0.at("rawStatus")?.string } == [
        "passed", "failed", "error", "skipped", "observed", "passed", "passed", "known",
      ])
    #expect(
      document.at("results", "summary")?.compactText
        == #"{"tests":8,"passed":3,"failed":2,"skipped":1,"pending":0,"other":2,"flaky":1,"suites":3,"start":1767225600000,"stop":1767225600500,"duration":500,"extra":{"failures":1,"errors":1,"observed":1,"known":1,"fixed":1,"requests":8,"signal":"SIGINT"}}"#
    )
    #expect(document.at("results", "environment", "healthy")?.boolean == false)
    #expect(document.at("results", "tests", 5, "retries")?.compactText == "2")
    #expect(document.at("results", "tests", 6, "message")?.string?.hasPrefix("fixed: ") == true)
  }

  @Test("A failure has its message, its account, its place and the command to see it again")
  func failure() throws {
    let document = try document(Samples.run([Samples.cartFailure()]))
    let test = try #require(document.at("results", "tests", 0))
    #expect(
      test.compactText.hasPrefix(
        #"{"name":"2. PUT /cart/{cart}","status":"failed","rawStatus":"failed","duration":12,"start":1767225600000,"stop":1767225600012,"testId":"A cart item is added, changed and removed › PUT /cart/{cart}","suite":["Shop API","A cart item is added, changed and removed"],"filePath":"specs/Cart.swift","line":21,"message":"$.quantity: expected 3, found 2","trace":"PUT http://127.0.0.1:8080/cart/42 answered 200 OK\n"#
      ))
    #expect(test.at("labels")?.compactText == #"{"method":"PUT","endpoint":"/cart/{id}"}"#)
    #expect(test.at("extra", "responseStatus")?.compactText == "200")
    #expect(test.at("extra", "reproduce")?.string?.hasPrefix("curl -X PUT") == true)
  }

  @Test("A run of nothing, and one that never began, are documents too")
  func empty() throws {
    #expect(try document(Samples.run([])).at("results", "tests")?.elements.isEmpty == true)
    #expect(try document([]).at("results", "summary", "tests")?.compactText == "0")
  }

  @Test("Tests stand in the contract's order")
  func order() throws {
    let events = Samples.run([2, 0, 1].map { Samples.record($0, .passed(isFixed: false)) })
    let tests = try #require(try document(events).at("results", "tests")).elements
    #expect(tests.map { $0.at("extra", "index")?.number?.intValue } == [0, 1, 2])
  }

  @Test("A secret that is a word of the format leaves a document that is valid")
  func secretWord() throws {
    let record = Samples.record(0, .known("known passed"), path: ["tests"], title: "status CTRF")
    let secrets = ["CTRF", "other", "known", "passed", "tests", "status", "results", "1.0.0"]
    let document = try document(Samples.run([record], secrets: secrets))
    #expect(document.at("results", "tests", 0, "status")?.string == "other")
    #expect(document.at("results", "tests", 0, "name")?.string == "*** ***")
    #expect(document.at("results", "tests", 0, "suite", 1)?.string == "***")
  }

  @Test(
    "jsonschema finds every document valid, whatever a server sends",
    .enabled(
      if: ForeignReader.isThere && schema != nil,
      "needs ACCORD_SUITES, and ACCORD_REPORT_READERS: make test-reports"))
  func readBack() throws {
    let runs =
      [Samples.run(JUnitReportTests.records, signal: 15), Samples.run([]), []]
      + [Samples.run([Samples.record(0, .failed, path: [""], title: "")], contract: "")]
      + HostileTextTests.texts.map {
        Samples.run(HostileTextTests.records($0), unreachable: Samples.refused)
      }
    let violations = try ForeignReader.ctrf.read(
      .ctrf, runs, arguments: [try #require(Self.schema)])
    #expect(violations.allSatisfy { $0.elements.isEmpty }, "\(violations.map(\.compactText))")
  }
}
