import AccordContract
import AccordEngine
import AccordHTTP
import Testing

struct JudgeMethodTests {
  private func judgement(
    _ declared: [AccordContract.Method], _ probed: AccordContract.Method, _ status: Int,
    _ allow: [String]
  ) throws -> Judgement {
    var step = Step(method: probed, target: .path("/a"))
    step.expectation = ExpectedResponse(
      status: .any,
      statements: [Expectation(.methodSet(declared: declared, probed: probed))],
      location: .unknown)
    return try judge(step, response(status, allow.map { ("Allow", $0) }))
  }

  @Test(
    arguments: [
      // A method that is not declared must be answered 405 with the set, or 501.
      ([.get, .post], .put, 405, ["GET, POST"], []),
      ([.get, .post], .put, 405, ["POST,GET,HEAD,,OPTIONS"], []),
      ([.get, .post], .put, 405, ["GET", "POST"], []),
      ([.get, .post], .put, 405, [], ["Allow"]), ([.get, .post], .put, 405, [""], ["Allow"]),
      ([.get, .post], .put, 405, ["GET"], ["Allow"]),
      ([.get, .post], .put, 405, ["GET, POST, DELETE"], ["Allow"]),
      ([.get, .post], .put, 405, ["get, post"], ["Allow"]),
      ([], .get, 405, [""], []), ([], .get, 405, [], ["Allow"]),
      ([.get, .post], .put, 501, [], []), ([.get, .post], .put, 200, [], ["status"]),
      ([.get, .post], .put, 404, [], ["status"]), ([.get, .post], .put, 412, [], ["status"]),
      ([.get, .post], .put, 500, [], ["status"]), ([.post], .get, 200, [], ["status"]),
      // HEAD that is declared must be listed; one that is not may be.
      ([.get, .head], .put, 405, ["GET"], ["Allow"]),
      ([.get, .head], .put, 405, ["GET, HEAD"], []),
      // HEAD comes with GET.
      ([.get], .head, 200, [], []), ([.get], .head, 404, [], []),
      ([.get], .head, 500, [], ["status"]),
      ([.get], .head, 405, ["GET"], []), ([.get], .head, 405, ["PUT"], ["Allow"]),
      ([.post], .head, 200, [], ["status"]),
      // OPTIONS may be answered; an Allow that comes with it must be right.
      ([.get], .options, 200, ["GET, HEAD, OPTIONS"], []), ([.get], .options, 204, [], []),
      ([.get], .options, 200, ["GET, PUT"], ["Allow"]), ([.get], .options, 405, [], ["Allow"]),
      ([.get], .options, 404, [], ["status"]), ([.get], .options, 500, [], ["status"]),
    ] as [([AccordContract.Method], AccordContract.Method, Int, [String], [String])])
  func `An answer to an undeclared method is judged`(
    declared: [AccordContract.Method], probed: AccordContract.Method, status: Int,
    allow: [String], places: [String]
  ) throws {
    let judgement = try judgement(declared, probed, status, allow)
    #expect(judgement.places == places)
    #expect(judgement.skipReason == nil)
  }

  @Test(arguments: [401, 403])
  func `Where authorization comes first nothing is known of the method`(status: Int) throws {
    let judgement = try judgement([.get], .put, status, [])
    #expect(judgement.places == [])
    #expect(judgement.skipReason == .authorizationBeforeMethodCheck(status: status))
  }
}
