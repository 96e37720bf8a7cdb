import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

struct JudgeTests {
  @Test func `What fits has no findings`() throws {
    let id = Variable("id")
    let step = Get("/a").expect(200) {
      Header(.contentType, .hasPrefix("application/json"))
      Header("x-list", "a, b")
      Header(.setCookie, .containsText("two"))
      Header(.setCookie, all: .each(.containsText("=")))
      Header(.setCookie, all: ["one=1", "two=2"])
      Header(.setCookie, all: .contains("two=2"))
      Header(.setCookie, all: .count(2))
      Header(.setCookie, all: .count(1...3))
      NoHeader("X-Powered-By")
      JSON(["id": 7, "items": .count(2)])
      JSON("$.items[0].n", 1)
      JSON("$.items[9]", .absent)
      JSON("$..n", [1, 2])
      JSON("$..nothing", [])
      Text(.hasPrefix("{"))
      Body(.count(1...))
      Within(.milliseconds(5))
      Capture(id, .json("$.id"))
      JSON("$.id", .variable(id))
      Check("seven") { try $0.json("$.id") == 7 && $0.status == 200 }
    }
    let judgement = try judge(
      step,
      response(
        200,
        [
          ("content-type", "application/json"), ("X-List", "a"), ("x-list", "b"),
          ("Set-Cookie", "one=1"), ("set-cookie", "two=2"),
        ], #"{"id":7,"items":[{"n":1},{"n":2}]}"#))
    #expect(judgement.places == [])
    #expect(judgement.problem == nil && judgement.skipReason == nil)
    #expect(judgement.captured == ["id=7"])
  }

  @Test func `All that does not fit is found in one pass, in the contract's order`() throws {
    let line = #line
    let step = Get("/a").expect(200) {
      Header(.contentType, "text/html")
      Header(.location, .uri)
      NoHeader("X-No")
      Header(.setCookie, .containsText("three"))
      Header(.setCookie, all: .each("one=1"))
      Header(.setCookie, all: ["one=1"])
      Header("X-None", all: .each(.any))
      Header(.setCookie, all: .contains("three"))
      Header(.setCookie, all: .count(1))
      JSON(["id": 8, "name": .string])
      JSON("$.items[9]", .any)
      JSON("$..n", .each(.string))
      Text("x")
      NoBody()
      Body(.count(0))
      Body(.bytes([0x7B]))
      Within(.milliseconds(4))
      Check("no") { _ in false }
      Check("error") { try $0.json("$.none") == 1 }
    }
    let judgement = try judge(
      step,
      response(
        404,
        [
          ("Content-Type", "application/json"), ("X-No", ""), ("Set-Cookie", "one=1"),
          ("Set-Cookie", "two=2"),
        ], #"{"id":7,"items":[{"n":1}]}"#))
    #expect(
      judgement.places == [
        "status", "Content-Type", "Location", "X-No", "Set-Cookie", "Set-Cookie", "Set-Cookie",
        "X-None", "Set-Cookie", "Set-Cookie", "$.id", "$.name", "$.items[9]", "$..n[0]", "text",
        "body", "body", "body", "time", "check no", "check error",
      ])
    let lines = judgement.findings.map { $0.location.line - line }
    #expect(lines == [1] + (2...11).map(\.self) + [11] + (12...20).map(\.self))
    #expect(judgement.problem == nil)
  }

  @Test func `A mismatch says what came`() throws {
    let step = Get("/a").expect(.success) {
      Header("A", "x")
      Header("B", "x")
      Body(.bytes([1, 2, 3, 4]))
    }
    var answer = response(500, [("A", "1"), ("A", "2")])
    answer.body = [1, 2, 9]
    let found = try judge(step, answer).findings.map(\.mismatch.found)
    guard found.count == 4, case .status(500, reason: "Reason") = found[0],
      case .lines(["1", "2"]) = found[1], case .nothing = found[2],
      case .otherOctets(let octets) = found[3], octets.count == 3, octets.expectedCount == 4,
      octets.offset == 2
    else {
      Issue.record("\(found)")
      return
    }
  }

  @Test func `A body that is no JSON is reported once`() throws {
    let step = Get("/a").expect(200) {
      JSON(["a": 1])
      JSON("$.a", 1)
      Capture(Variable("a"), .json("$.a"))
    }
    #expect(try judge(step, response(200, [], "{")).places == ["body"])
    let empty = try judge(step, response())
    guard case .nothing? = empty.findings.first?.mismatch.found else {
      Issue.record("\(empty.findings)")
      return
    }
    #expect(empty.findings.count == 1)
  }

  @Test func `Further mismatches are counted with the last that is shown`() throws {
    let body = "[\(Array(repeating: "0", count: 30).joined(separator: ","))]"
    let judgement = try judge(
      Get("/a").expect(200) { JSON(.each(.string)) }, response(200, [], body))
    #expect(judgement.findings.count == JSONMatcher.mismatchLimit)
    #expect(judgement.findings.map(\.furtherCount).filter { $0 != 0 } == [10])
    #expect(judgement.findings.last?.furtherCount == 10)
  }

  @Test func `A pattern without an answer gives no verdict, and the rest is judged`() throws {
    let step = Get("/a").expect(200) {
      Text(.equal(to: "x"))
      Header("A", "\(Variable("v"))")
      NoHeader("A")
    }
    let judgement = try judge(step, response(200, [("A", "1")]))
    #expect(judgement.places == ["text", "A"])
    guard case .pattern(.unbound("v"))? = judgement.problem else {
      Issue.record("\(String(describing: judgement.problem))")
      return
    }
  }
}
