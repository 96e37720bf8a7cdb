import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

struct JudgeCaptureTests {
  private static let body = #"{"n":12,"s":"12","t":"x","f":1.5,"b":true,"l":"../next?p=2#f"}"#

  private func capture(_ source: CaptureSource, _ traits: VariableTrait?...) throws -> [String] {
    let variable: Variable
    switch traits.compactMap(\.self).first {
    case let trait?: variable = Variable("v", trait)
    case nil: variable = Variable("v")
    }
    let judgement = try judge(
      Get("/a").expect(200) { Capture(variable, source) },
      response(
        200, [("Location", "/made/1"), ("A", "1"), ("A", "2"), ("N", "7")], Self.body))
    return judgement.places + judgement.captured
  }

  @Test(
    arguments: [
      (.json("$.n"), "v=12"), (.json("$.s"), "v=12"), (.status, "v=200"), (.text, "v=\(body)"),
      (.url, "v=http://h/v1/a?x=1"), (.header("location"), "v=/made/1"),
      (.header("none"), "none"), (.header("A"), "A"), (.json("$.none"), "$.none"),
      (.json("$.*"), "$.*"),
    ] as [(CaptureSource, String)])
  func `A capture takes one value or is a finding`(source: CaptureSource, result: String) throws {
    #expect(try capture(source) == [result])
  }

  @Test(
    arguments: [
      (.json("$.n"), .integer, "v=12"), (.json("$.s"), .integer, "v=12"),
      (.json("$.f"), .integer, "capture v"), (.json("$.f"), .number, "v=1.5"),
      (.json("$.t"), .number, "capture v"), (.json("$.b"), .number, "capture v"),
      (.json("$.b"), .boolean, "v=true"), (.json("$.n"), .boolean, "capture v"),
      (.json("$.n"), .text, "v=12"), (.header("N"), .integer, "v=7"),
      (.header("Location"), .link, "v=http://h/made/1"),
      (.json("$.l"), .link, "v=http://h/next?p=2"), (.json("$.t"), .link, "v=http://h/v1/x"),
    ] as [(CaptureSource, VariableTrait, String)])
  func `A captured value becomes what its variable wants`(
    source: CaptureSource, trait: VariableTrait, result: String
  ) throws {
    #expect(try capture(source, trait) == [result])
  }

  @Test func `A captured value keeps its type`() throws {
    func kind(_ path: String, _ traits: VariableTrait?) throws -> JSONKind? {
      let variable = traits.map { Variable("v", $0) } ?? Variable("v")
      let judgement = try judge(
        Get("/a").expect(200) { Capture(variable, .json(path)) }, response(200, [], Self.body))
      if case .json(let node)? = judgement.captures.first?.value { return node.kind }
      return nil
    }
    #expect(try kind("$.n", nil) == .number)
    #expect(try kind("$.s", nil) == .string)
    #expect(try kind("$.s", .integer) == .number)
    #expect(try kind("$.n", .text) == nil)
  }

  @Test func `What a step captures is captured also where something else does not fit`() throws {
    let judgement = try judge(
      Get("/a").expect(201) {
        NoBody()
        Capture(Variable("v"), .json("$.n"))
      }, response(200, [], Self.body))
    #expect(judgement.places == ["status", "body"])
    #expect(judgement.captured == ["v=12"])
  }
}
