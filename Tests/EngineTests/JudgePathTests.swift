import AccordContract
import AccordEngine
import Testing

struct JudgePathTests {
  private func places(_ body: String, _ statement: AccordContract.Expectation) throws -> [String] {
    try judge(Get("/a").expect(200) { statement }, response(200, [], body)).places
  }

  @Test func `What a path goes through must be there, and may be empty`() throws {
    let path = "$.users[*].name"
    #expect(try places(#"{"error": "boom"}"#, JSON(path, .each(.string))) == ["$.users"])
    #expect(try places(#"{"users": []}"#, JSON(path, .each(.string))) == [])
    #expect(try places(#"{"users": [{}]}"#, JSON(path, .each(.string))) == [])
    #expect(try places("{}", JSON("$..name", .each(.string))) == [])
    #expect(try places("{}", JSON(path, .all(.count(0), .each(.string)))) == ["$.users"])
    #expect(try places("{}", JSON(path, .count(0))) == [])
  }

  @Test(arguments: [("$.id", "$.id"), ("$.a.id", "$.a.id"), ("$.l[1].id", "$.l[1].id")])
  func `A member that is there twice has no value to compare or to capture`(
    path: String, place: String
  ) throws {
    let body = #"{"id": 1, "id": 2, "a": {"id": 1, "id": 1}, "l": [0, {"id": 2, "id": 2}]}"#
    #expect(try places(body, JSON(path, 2)) == [place])
    #expect(try places(body, Capture(Variable("v"), .json(path))) == [place])
    #expect(try places(#"{"id": 2, "a": {"id": 2}, "l": [0, {"id": 2}]}"#, JSON(path, 2)) == [])
  }

  @Test func `JSON that is deeper than is read has no verdict`() throws {
    let body = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
    let judgement = try judge(
      Get("/a").expect(200) { JSON(.any) }, response(200, [], body))
    #expect(judgement.places == [])
    guard case .refusedJSON = judgement.problem else {
      Issue.record("no verdict was expected, and there is \(judgement)")
      return
    }
  }
}
