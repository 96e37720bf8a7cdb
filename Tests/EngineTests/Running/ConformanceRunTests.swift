import AccordConformance
import AccordContract
import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordEngine

@Suite("Rules that exchanges are held to besides the contract")
struct ConformanceRunTests {
  /// Runs a contract, held to some rules.
  private func account(
    _ rules: [String], _ contract: Contract, mode: ConformanceCheck.Mode = .fail, jobs: Int = 8,
    against respond: @escaping @Sendable (ReceivedRequest) -> [ScriptedServer.Action]
  ) throws -> (account: ConformanceAccount, result: RunResult) {
    let check = try ConformanceCheck(RuleSelection(only: rules), mode: mode)
    let (result, _) = try run(contract, against: respond) {
      $0.conformance = check
      $0.jobs = jobs
    }
    return (try #require(result.footer.conformance), result)
  }

  @Test("Every exchange counts: hops, tries before the last, failures and what only observes")
  func everyExchange() throws {
    let contract = Contract("C") {
      Get("/moved").followRedirects().expect(200)
      Get("/polled").eventually(within: .seconds(5), every: .milliseconds(1)).expect(200)
      Get("/failed").expect(204)
      Get("/observed")
    }
    let polls = Counter()
    let (account, result) = try account(["http.date.present"], contract) { request in
      switch request.target {
      case "/moved": [.respond(302, ["Location: /there"], "")]
      case "/polled": [.respond(polls.next() < 3 ? 404 : 200, [], "x")]
      default: [.respond(200, [], "x")]
      }
    }
    #expect(result.outcomes == ["passed", "passed", "failed", "observed"])
    let rule = try #require(account.rules.first)
    #expect(rule.broken == 8)
    #expect(rule.kept == 0)
    #expect(result.records.map(\.violations.count) == [1, 1, 1, 1])
  }

  @Test("The first place is the plan's, whatever is done first", arguments: [1, 8])
  func firstPlace(jobs: Int) throws {
    let contract = Contract("C") {
      for number in 0..<40 { Put("/\(number)").expect(405) }
    }
    let (account, _) = try account(["http.405.allow"], contract, jobs: jobs) { request in
      ["/0", "/1", "/2", "/3"].contains(request.target)
        ? [.respond(405, ["Allow: GET"], "")] : [.respond(405, [], "")]
    }
    let rule = try #require(account.rules.first)
    #expect(rule.kept == 4)
    #expect(rule.broken == 36)
    #expect(rule.first?.step == "PUT /4")
    #expect(rule.first?.index == 4)
  }

  @Test("What weighs most is told, and not what came first")
  func weight() throws {
    let contract = Contract("C") {
      Delete("/harmless").expect(204)
      Delete("/wrong").expect(204)
    }
    let (account, _) = try account(["http.204.no-content-length"], contract) { request in
      let length = request.target == "/wrong" ? "5" : "0"
      return [.send("HTTP/1.1 204 No Content\r\nContent-Length: \(length)\r\n\r\n"), .close]
    }
    let rule = try #require(account.rules.first)
    #expect(rule.broken == 2)
    #expect(rule.level == .must)
    #expect(rule.first?.step == "DELETE /wrong")
  }

  @Test("Of the exchanges of one step what weighs most is told")
  func weightInStep() throws {
    let contract = Contract("C") {
      Get("/").eventually(within: .seconds(20), every: .milliseconds(1)).expect(200)
    }
    let polls = Counter()
    let (account, result) = try account(["http.204.no-content-length"], contract) { _ in
      let poll = polls.next()
      guard poll < 3 else { return [.respond(200, [], "x")] }
      let length = poll == 2 ? "5" : "0"
      return [.send("HTTP/1.1 204 No Content\r\nContent-Length: \(length)\r\n\r\n"), .close]
    }
    #expect(account.rules.first?.broken == 3)
    #expect(account.rules.first?.level == .must)
    #expect(result.records.map { $0.violations.map(\.level) } == [[.must]])
  }

  @Test("A MUST fails a run where that was asked for; neither a SHOULD nor a harmless case does")
  func fails() throws {
    let contract = Contract("C") { Get("/").expect(405) }
    func fails(_ rules: [String], _ mode: ConformanceCheck.Mode, _ fields: [String]) throws -> Bool
    {
      try account(rules, contract, mode: mode) { _ in [.respond(405, fields, "x")] }.account.fails
    }
    #expect(try fails(["http.405.allow"], .fail, []))
    #expect(try !fails(["http.405.allow"], .warn, []))
    #expect(try !fails(["http.405.allow"], .fail, ["Allow: PUT"]))
    #expect(try !fails(["sec.server-detail"], .fail, ["X-Powered-By: x"]))
    #expect(try !fails(["http.date.format"], .fail, ["Expires: 0"]))
  }

  @Test(
    "Large content is held to rules beside the run, for who expects and who observes",
    arguments: [1, 8])
  func large(jobs: Int) throws {
    let body = "[" + String(repeating: "1,", count: 1 << 18) + "]"
    let contract = Contract("C") {
      Get("/expected").expect(200) { JSON(.each(.integer)) }
      Get("/observed")
      Get("/moved").followRedirects().expect(200)
    }
    let (account, result) = try account(["json.valid"], contract, jobs: jobs) { request in
      let fields = ["Content-Type: application/json"]
      return request.target == "/moved"
        ? [.respond(302, fields + ["Location: /observed"], body)] : [.respond(200, fields, body)]
    }
    #expect(result.outcomes == ["failed", "observed", "passed"])
    #expect(account.rules.first?.broken == 4)
  }

  @Test("What the rules have read is what the contract is judged by")
  func sharedReading() throws {
    let contract = Contract("C") {
      Get("/").expect(200) { JSON(["a": 1]) }
      Get("/wrong").expect(200) { JSON(["a": 2]) }
      Get("/none").expect(200) { JSON(["a": 1]) }
    }
    let (account, result) = try account(["json"], contract) { request in
      [
        .respond(
          200, ["Content-Type: application/json"], request.target == "/none" ? "{" : #"{"a":1}"#)
      ]
    }
    #expect(result.outcomes == ["passed", "failed", "failed"])
    #expect(account.rules.first { $0.rule.id == "json.valid" }?.broken == 1)
    #expect(account.rules.first { $0.rule.id == "json.valid" }?.kept == 2)
  }

  @Test("An exchange that ended for its framing is held to rules too")
  func framing() throws {
    let contract = Contract("C") { Get("/").expect(200) }
    let (account, result) = try account(["framing"], contract) { _ in
      [
        .send(
          "HTTP/1.1 200 OK\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        .close,
      ]
    }
    #expect(result.outcomes == ["error"])
    #expect(account.rules.first?.broken == 1)
  }

  @Test("A server to which a redirect led is not the one under test")
  func otherServer() throws {
    let other = try ScriptedServer { _ in [.respond(200, [], "x")] }
    defer { other.stop() }
    let elsewhere = other.url("/there")
    let contract = Contract("C") { Get("/moved").followRedirects().expect(200) }
    let (account, result) = try account(["http.date.present"], contract) { _ in
      [.respond(302, ["Location: \(elsewhere)"], "")]
    }
    #expect(result.outcomes == ["passed"])
    #expect(account.rules.first?.broken == 1)
    #expect(account.rules.first?.first?.exchange.response?.status == 302)
  }

  @Test("What is kept of a broken rule has no content, and large content waits for no report")
  func content() throws {
    let contract = Contract("C") {
      Get("/small").expect(200)
      Get("/large").expect(200)
    }
    let (account, result) = try account(["http.date.present"], contract, jobs: 1) {
      [.respond(200, [], String(repeating: "x", count: $0.target == "/small" ? 10 : 10_000))]
    }
    let first = try #require(account.rules.first?.first)
    #expect(first.step == "GET /small")
    #expect(first.exchange.bodySize == 0)
    #expect(first.exchange.response?.fields.contains("Content-Length") == true)
    #expect(result.records.flatMap(\.violations).map(\.exchange.bodySize) == [10, 0])
  }

  @Test("Without rules nothing is told of them")
  func off() throws {
    let (result, _) = try run(
      Contract("C") { Get("/").expect(405) }, against: { _ in [.respond(405, [], "")] })
    #expect(result.footer.conformance == nil)
    #expect(result.records.map(\.violations.count) == [0])
  }

  @Test("A contract that names a rule that is not there is unusable")
  func unknownRule() throws {
    var planner = Planner(
      Contract("C", .conformance(.rest, skipping: "http.405.alow")) { Get("/").expect(200) },
      probesUnsafe: false, files: ContractFiles())
    let problems = #expect(throws: ContractProblems.self) {
      try planner.plan(selecting: Selection())
    }
    guard
      case .unknownRule("http.405.alow", suggestion: "http.405.allow") =
        problems?.problems.first?.kind
    else {
      Issue.record("\(String(describing: problems))")
      return
    }
  }
}
