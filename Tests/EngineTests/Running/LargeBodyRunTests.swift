import AccordContract
import AccordDocuments
import AccordEngine
import AccordTestSupport
import Testing

@Suite("Large bodies are judged one at a time")
struct LargeBodyRunTests {
  private static let large = "[" + String(repeating: "1,", count: 1 << 20) + "1]"

  @Test("Each has its verdict, whatever becomes of those before", arguments: [1, 8])
  func verdicts(jobs: Int) throws {
    let contract = Contract("Large") {
      for number in 0..<4 {
        Get("/right/\(number)").expect(200) { JSON(.each(.integer)) }
        Get("/wrong/\(number)").expect(200) { JSON(["a": 1]) }
        Get("/observed/\(number)")
        Get("/count/\(number)").expect(200) { Body(.count(Self.large.utf8.count)) }
        Get("/small/\(number)").expect(200) { Text("hello") }
        Get("/moved/\(number)").followRedirects().expect(200) { Text("hello") }
      }
    }
    let (result, _) = try run(
      contract,
      against: { request in
        if request.target.hasPrefix("/small") { return [.respond(200, [], "hello")] }
        if request.target.hasPrefix("/moved") {
          return [.respond(302, ["Location: /small"], Self.large)]
        }
        return [.respond(200, [], Self.large)]
      }
    ) { $0.jobs = jobs }
    let expected = (0..<4).flatMap { _ in
      ["passed", "failed", "observed", "passed", "passed", "passed"]
    }
    #expect(result.outcomes == expected)
  }

  @Test("A step that is tried again lets others have their turn")
  func polling() throws {
    let contract = Contract("Polling") {
      for number in 0..<3 {
        Get("/\(number)").eventually(within: .milliseconds(300), every: .milliseconds(50))
          .expect(200) { Text("never") }
      }
    }
    let (result, _) = try run(contract, against: { _ in [.respond(200, [], Self.large)] })
    #expect(result.outcomes == ["failed", "failed", "failed"])
  }

  @Test("XML beyond the bounds has no verdict")
  func xml() throws {
    let text = String(repeating: "x", count: 1 << 20)
    let body = "<a>" + String(repeating: "<b>\(text)</b>", count: 17) + "</a>"
    let contract = Contract("XML") { Get("/").expect(200) { XML("count(/a/b)", 17) } }
    let (result, _) = try run(contract, against: { _ in [.respond(200, [], body)] })
    let record = try #require(result.records.first)
    guard case .errored(.refusedXML(let error)) = record.outcome else {
      Issue.record("\(record.outcome)")
      return
    }
    #expect(error.reason.contains("at most 16777216 are read"))
  }
}
