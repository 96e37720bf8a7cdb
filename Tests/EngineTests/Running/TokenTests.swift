import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Foundation
import Synchronization
import Testing

@Suite("Access tokens in a run")
struct TokenTests {
  /// A token server and a guarded one in one: the n-th token is `token-n`.
  private final class Guard: Sendable {
    private let state = Mutex((given: 0, valid: Set<String>()))
    let body: @Sendable (Int) -> String

    init(body: @escaping @Sendable (Int) -> String = Guard.usual) { self.body = body }

    static func usual(_ number: Int) -> String {
      #"{"access_token":"token-\#(number)","token_type":"Bearer","expires_in":3600}"#
    }

    func give() -> ScriptedServer.Action {
      let number = state.withLock { state in
        state.given += 1
        state.valid.insert("Bearer token-\(state.given)")
        return state.given
      }
      return .respond(200, ["Content-Type: application/json"], body(number))
    }

    func letsIn(_ request: ReceivedRequest) -> Bool {
      state.withLock { $0.valid.contains(request.values("authorization").first ?? "") }
    }

    func revokeAll() { state.withLock { $0.valid = [] } }
  }

  private static func auth(
    _ url: Template = "/token", _ authentication: ClientAuthentication = .basic
  ) -> AccordContract.Trait {
    .auth(
      .oauth2(
        tokenURL: url, clientID: "shop tests", clientSecret: "open sesame+1", scopes: "read",
        "write:all", parameters: ["audience": "the shop"], authentication: authentication))
  }

  private static func contract(_ count: Int, _ trait: AccordContract.Trait = auth()) -> Contract {
    Contract("c", trait) {
      for number in 0..<count { Get("/a/\(number)").expect(200) }
    }
  }

  @Test("One token is asked for, however many steps begin at once, and is redacted")
  func once() throws {
    let tokens = Guard()
    let (result, server) = try run(Self.contract(64)) { request in
      if request.target == "/token" { return [.pause(.milliseconds(50)), tokens.give()] }
      return [.respond(tokens.letsIn(request) ? 200 : 401)]
    } _: {
      $0.jobs = 16
    }
    #expect(result.outcomes == Array(repeating: "passed", count: 64))
    let asked = server.requests.filter { $0.target == "/token" }
    #expect(asked.count == 1)
    #expect(result.footer.requestCount == 65)
    #expect(asked[0].method == "POST")
    #expect(asked[0].values("content-type") == ["application/x-www-form-urlencoded"])
    #expect(asked[0].values("accept") == ["application/json"])
    // RFC 6749 section 2.3.1: each part encoded as in a form.
    let basic = Data("shop+tests:open+sesame%2B1".utf8).base64EncodedString()
    #expect(asked[0].values("authorization") == ["Basic \(basic)"])
    #expect(
      String(decoding: asked[0].content, as: UTF8.self)
        == "grant_type=client_credentials&scope=read+write%3Aall&audience=the+shop")
    for secret in ["open sesame+1", "open+sesame%2B1", basic, "token-1"] {
      #expect(result.secrets.contains(secret), "\(secret)")
    }
    #expect(result.records.allSatisfy { $0.exchanges.count == 1 && $0.tries == 1 })
  }

  @Test("The client may prove itself in the body")
  func body() throws {
    let tokens = Guard()
    let (result, server) = try run(Self.contract(1, Self.auth("/token", .body))) { request in
      request.target == "/token" ? [tokens.give()] : [.respond(tokens.letsIn(request) ? 200 : 401)]
    }
    #expect(result.outcomes == ["passed"])
    #expect(server.requests[0].values("authorization") == [])
    #expect(
      String(decoding: server.requests[0].content, as: UTF8.self)
        == "grant_type=client_credentials&scope=read+write%3Aall&audience=the+shop"
        + "&client_id=shop+tests&client_secret=open+sesame%2B1")
  }

  @Test("A token that has ended is replaced once, and every step is sent again, with its content")
  func renewed() throws {
    let tokens = Guard()
    let count = Mutex(0)
    let contract = Contract("c", Self.auth()) {
      for number in 0..<32 { Post("/a/\(number)").json(["n": 1]).expect(200) }
    }
    let (result, server) = try run(contract) { request in
      if request.target == "/token" { return [tokens.give()] }
      // The eighth finds its token gone, and so do those that are in flight.
      if count.withLock({
        $0 += 1
        return $0 == 8
      }) {
        tokens.revokeAll()
      }
      #expect(request.content == Array(#"{"n":1}"#.utf8))
      return [.respond(tokens.letsIn(request) ? 200 : 401)]
    }
    #expect(result.outcomes == Array(repeating: "passed", count: 32))
    #expect(server.requests.count { $0.target == "/token" } == 2)
    let sentAgain = result.records.filter { $0.exchanges.count == 2 }
    #expect(!sentAgain.isEmpty)
    for record in sentAgain {
      #expect(record.exchanges.map { $0.response?.status } == [401, 200])
      #expect(record.tries == 1 && !record.isFlaky)
    }
  }

  @Test("A 401 that the contract expects is not asked away, and one that stays is judged")
  func expected() throws {
    let tokens = Guard()
    let contract = Contract("c", Self.auth()) {
      Scenario("s") {
        Get("/a").expect(401)
        Get("/b").expect(.oneOf(200, 401))
        Get("/c").expect(.clientError)
      }
      Get("/d").expect(200)
    }
    let (result, server) = try run(contract) { request in
      request.target == "/token" ? [tokens.give()] : [.respond(401)]
    } _: {
      $0.jobs = 1
    }
    #expect(result.outcomes == ["passed", "passed", "passed", "failed"])
    #expect(result.records.map(\.exchanges.count) == [1, 1, 1, 2])
    #expect(server.requests.count { $0.target == "/token" } == 2)
  }

  @Test("A server that refuses every token is not given one after another")
  func refusedAlways() throws {
    let tokens = Guard()
    let (result, server) = try run(Self.contract(40)) { request in
      request.target == "/token" ? [tokens.give()] : [.respond(401)]
    }
    #expect(result.outcomes == Array(repeating: "failed", count: 40))
    #expect(server.requests.count { $0.target == "/token" } <= 4)
  }

  @Test("A token is replaced before it ends, a short one in the last quarter of its time")
  func ending() throws {
    let tokens = Guard { number in
      #"{"access_token":"token-\#(number)","token_type":"bearer","expires_in":"0.4"}"#
    }
    let contract = Contract("c", Self.auth()) {
      Scenario("s") {
        Get("/a").expect(200)
        Get("/b").expect(200)
        Get("/wait").expect(200)
        Get("/c").expect(200)
      }
    }
    let (result, server) = try run(contract) { request in
      switch request.target {
      case "/token": [tokens.give()]
      case "/wait": [.pause(.milliseconds(500)), .respond(tokens.letsIn(request) ? 200 : 500)]
      default: [.respond(tokens.letsIn(request) ? 200 : 500)]
      }
    }
    #expect(result.outcomes == Array(repeating: "passed", count: 4))
    let values = server.requests.filter { $0.target != "/token" }
      .compactMap { $0.values("authorization").first }
    #expect(values.last != values.first)
    #expect(result.records.allSatisfy { $0.exchanges.count == 1 })
  }

  @Test(
    "A token that ends at once serves the step that waited for it", arguments: ["0", "-1", "1e-9"])
  func endsAtOnce(seconds: String) throws {
    let tokens = Guard { number in
      #"{"access_token":"token-\#(number)","token_type":"bearer","expires_in":\#(seconds)}"#
    }
    let (result, _) = try run(Self.contract(4)) { request in
      request.target == "/token" ? [tokens.give()] : [.respond(tokens.letsIn(request) ? 200 : 401)]
    }
    #expect(result.outcomes == Array(repeating: "passed", count: 4))
  }

  @Test(
    "A token of which no end is known, or a very late one, is kept",
    arguments: ["null", #""soon""#, "1e300", "99999999999999999999999", "[]"])
  func noEnd(seconds: String) throws {
    let tokens = Guard { number in
      #"{"access_token":"token-\#(number)","expires_in":\#(seconds)}"#
    }
    let (result, server) = try run(Self.contract(4)) { request in
      request.target == "/token" ? [tokens.give()] : [.respond(tokens.letsIn(request) ? 200 : 401)]
    }
    #expect(result.outcomes == Array(repeating: "passed", count: 4))
    #expect(server.requests.count { $0.target == "/token" } == 1)
  }

  private static let answers: [(kind: String, answer: ScriptedServer.Action)] = [
    (
      "refused invalid_client",
      .respond(
        400, [], #"{"error":"invalid_client","error_description":"no \u001b[31m such client"}"#)
    ),
    ("refused -", .respond(500, [], "oops")),
    ("refused access_denied", .respond(200, [], #"{"error":"access_denied"}"#)),
    ("redirected", .respond(302, ["Location: http://elsewhere.invalid/"])),
    ("notJSON", .respond(200, ["Content-Type: text/html"], "<html>")),
    ("notJSON", .respond(200, [], #"["token-1"]"#)),
    ("noToken", .respond(200, [], "{}")),
    ("noToken", .respond(200, [], #"{"access_token":""}"#)),
    ("noToken", .respond(200, [], #"{"access_token":7}"#)),
    ("tokenType", .respond(200, [], #"{"access_token":"token-1","token_type":"mac"}"#)),
    ("unusableToken", .respond(200, [], #"{"access_token":"token\r\n1","token_type":"bearer"}"#)),
    ("shortToken", .respond(200, [], #"{"access_token":"abc","token_type":"bearer"}"#)),
    ("transport", .send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")),
  ]

  @Test(
    "A token endpoint that gives none makes every step an error, and is asked once",
    arguments: answers)
  func noToken(kind: String, answer: ScriptedServer.Action) throws {
    let (result, server) = try run(Self.contract(20)) { _ in [answer, .close] }
    #expect(result.outcomes == Array(repeating: "error", count: 20))
    #expect(server.requests.map(\.target) == ["/token"])
    for record in result.records {
      guard case .noToken(let url, let problem)? = record.outcome.problem else {
        Issue.record("another outcome: \(record.outcome)")
        return
      }
      #expect(url == server.url("/token"))
      #expect(problem.word == kind)
      #expect(record.exchanges.isEmpty && record.tries == 0)
    }
  }

  @Test("Steps that end before they are sent, with none in flight, do not end the run's progress")
  func progress() throws {
    let (result, _) = try run(Self.contract(300)) { _ in
      [.respond(401, [], #"{"error":"invalid_client"}"#)]
    } _: {
      $0.jobs = 2
    }
    #expect(result.outcomes == Array(repeating: "error", count: 300))
  }

  @Test("Waiting for a token counts against the step's limit of time", arguments: [true, false])
  func timeout(stepSaysIt: Bool) throws {
    let step = Get("/a").expect(200)
    let contract = Contract("c", Self.auth()) {
      stepSaysIt ? step.timeout(.milliseconds(300)) : step
    }
    let began = ContinuousClock.now
    let (result, _) = try run(contract) { _ in
      [.hang]
    } _: {
      $0.limits.total = stepSaysIt ? .seconds(20) : .milliseconds(300)
    }
    #expect(result.outcomes == ["error"])
    #expect(began.duration(to: .now) < .seconds(10))
    guard case .noToken? = result.records[0].outcome.problem else {
      Issue.record("another outcome: \(result.records[0].outcome)")
      return
    }
  }

  @Test("What waiting for a token has left is the request's, and the error states the step's limit")
  func rest() throws {
    let tokens = Guard()
    let contract = Contract("c", Self.auth(), .timeout(.milliseconds(900))) {
      Get("/a").expect(200)
    }
    let (result, _) = try run(contract) { request in
      request.target == "/token" ? [.pause(.milliseconds(500)), tokens.give()] : [.hang]
    }
    guard case .transport(let error)? = result.records[0].outcome.problem else {
      Issue.record("another outcome: \(result.records[0].outcome)")
      return
    }
    #expect(error.reason == .totalTimeout(.milliseconds(900)))
    #expect(result.records[0].exchanges[0].timings.total < .milliseconds(600))
  }

  @Test("A token endpoint that is still starting is waited for, as the server is")
  func starting() throws {
    let first = try ScriptedServer { _ in [.respond(200)] }
    let port = first.port
    first.stop()
    let tokens = Guard()
    let later = Mutex<ScriptedServer?>(nil)
    defer { later.withLock { $0?.stop() } }
    Thread.detachNewThread {
      Thread.sleep(forTimeInterval: 0.3)
      let server = try? ScriptedServer(port: port) { request in
        request.target == "/token"
          ? [tokens.give()] : [.respond(tokens.letsIn(request) ? 200 : 401)]
      }
      later.withLock { $0 = server }
    }
    let contract = Contract("c", Self.auth(), .timeout(.milliseconds(250))) {
      Get("/a").expect(200)
      Get("/b").expect(200)
    }
    let result = try run(contract, at: "http://127.0.0.1:\(port)") { $0.wait = .seconds(20) }
    #expect(result.outcomes == ["passed", "passed"])
  }

  @Test("A signal ends a run that waits for a token; a clean-up waits for it, within its time")
  func interrupted() throws {
    let interruption = Interruption()
    let contract = Contract("c", Self.auth()) {
      Scenario("s") {
        Get("/a").auth(.none).expect(200)
        Get("/b").expect(200)
        Cleanup { Delete("/c").expect(200) }
      }
      Get("/d").expect(200)
    }
    let (result, server) = try run(
      contract,
      against: { request in
        if request.target == "/a" { return [.respond(200)] }
        interruption.interrupt(signal: 2)
        return [.hang]
      }, interruption: interruption
    ) {
      // In order, so that it is the second step that waits.
      $0.jobs = 1
      $0.cleanupAllowance = .milliseconds(300)
    }
    #expect(result.outcomes.prefix(2) == ["passed", "skipped"])
    #expect(["skipped", "error"].contains(result.outcomes[2]))
    #expect(result.outcomes[3] == "skipped")
    #expect(result.footer.signal == 2)
    #expect(!server.requests.contains { $0.target == "/b" || $0.target == "/d" })
  }

  @Test("Different credentials have tokens of their own, and one that fails harms no other")
  func several() throws {
    let tokens = Guard()
    let contract = Contract("c", Self.auth()) {
      Get("/a").expect(200)
      Group("other", Self.auth("/refuse")) { Get("/b").expect(200) }
      Get("/c").auth(.none).expect(401)
      Get("/d").header("Authorization", "Bearer own").expect(401)
    }
    let (result, server) = try run(contract) { request in
      switch request.target {
      case "/token": [tokens.give()]
      case "/refuse": [.respond(401, [], #"{"error":"invalid_client"}"#)]
      default: [.respond(tokens.letsIn(request) ? 200 : 401)]
      }
    }
    #expect(result.outcomes == ["passed", "error", "passed", "passed"])
    #expect(server.requests.count == 5)
  }

  @Test("A token goes to no other origin, and a redirect to the same one keeps it")
  func redirects() throws {
    let other = try ScriptedServer { _ in [.respond(200)] }
    defer { other.stop() }
    let tokens = Guard()
    let location = other.url("/")
    let contract = Contract("c", Self.auth()) {
      Get("/out").followRedirects().expect(200)
      Get("/in").followRedirects().expect(200)
    }
    let (result, _) = try run(contract) { request in
      switch request.target {
      case "/token": [tokens.give()]
      case _ where !tokens.letsIn(request): [.respond(401)]
      case "/out": [.respond(302, ["Location: \(location)"])]
      case "/in": [.respond(302, ["Location: /end"])]
      default: [.respond(200)]
      }
    }
    #expect(result.outcomes == ["passed", "passed"])
    #expect(other.requests.count == 1)
    #expect(other.requests[0].values("authorization").isEmpty)
  }
}

extension TokenProblem {
  fileprivate var word: String {
    switch self {
    case .request: "request"
    case .transport: "transport"
    case .timeout: "timeout"
    case .refused(_, _, let error, _): "refused \(error ?? "-")"
    case .redirected: "redirected"
    case .notJSON: "notJSON"
    case .noToken: "noToken"
    case .tokenType: "tokenType"
    case .unusableToken: "unusableToken"
    case .shortToken: "shortToken"
    }
  }
}
