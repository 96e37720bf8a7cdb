import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("The model API")
struct ModelAPITests {
  private static let rules = RuleSet(RuleCatalogue.rules)

  /// The rules judged on single exchanges that the exchanges of a walk break, each once.
  private func broken(_ walk: ModelWalk) -> [String] {
    var broken: Set<String> = []
    for exchange in walk.exchanges {
      let findings = Self.rules.judge(ObservedExchange(exchange))
      for violation in findings.violations {
        broken.insert(
          "\(Self.rules.rules[violation.rule].id): \(exchange.request.method) "
            + "\(exchange.request.url) \(violation.evidence.problem)")
      }
    }
    return broken.sorted()
  }

  @Test("It breaks no rule that is judged on single exchanges")
  func conforms() throws {
    let walk = try ModelWalk()
    #expect(walk.exchanges.count >= 60)
    #expect(broken(walk) == [])
    #expect(try broken(ModelWalk(as: .own)) == [])
  }

  @Test(
    "No variant breaks a rule that is judged on single exchanges",
    arguments: ModelVariant.allCases)
  func variantConforms(_ variant: ModelVariant) throws {
    #expect(try broken(ModelWalk(ModelAPI(nil, [variant]))) == [])
  }

  @Test(
    "Every fault shows, and breaks no other rule of single exchanges than it names",
    arguments: ModelFault.allCases)
  func faultShows(_ fault: ModelFault) throws {
    let walk = try ModelWalk(ModelAPI(fault))
    // What is said before the content is there is no exchange of the walk.
    let isHeldBack = ModelAPI(fault).answerToExpectation != ModelAPI().answerToExpectation
    #expect(try walk.transcript != ModelWalk().transcript || isHeldBack)
    let ids = Set(broken(walk).map { String($0.prefix { $0 != ":" }) })
    #expect(ids == Set(fault.besides))
  }

  @Test("Every variant shows", arguments: ModelVariant.allCases)
  func variantShows(_ variant: ModelVariant) throws {
    #expect(try ModelWalk(ModelAPI(nil, [variant])).transcript != ModelWalk().transcript)
  }

  @Test(
    "It answers the same over sockets", arguments: [nil, ModelFault.noHead, .headWithoutLength])
  func serves(_ fault: ModelFault?) throws {
    let server = try ModelAPI(fault).serve()
    defer { server.stop() }
    let walk = try ModelWalk(by: SocketSender(), origin: server.url(""))
    #expect(walk.exchanges.allSatisfy { $0.error == nil })
    #expect(try walk.transcript == ModelWalk(ModelAPI(fault)).transcript)
  }

  @Test("Content in chunks is read over sockets")
  func readsChunks() throws {
    let server = try ModelAPI().serve()
    defer { server.stop() }
    let socket = try Socket.connected(toPort: server.port)
    defer { socket.close() }
    let head = """
      POST /items HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n\
      Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n
      """
    let chunks = "9\r\n{\"name\":\"\r\n11\r\nlamp\",\"quantity\":\r\n2\r\n7}\r\n0\r\n\r\n"
    #expect(socket.send(Array((head + chunks).utf8)))
    var answer: [UInt8] = []
    while let octets = socket.receive() { answer += octets }
    let text = String(decoding: answer, as: UTF8.self)
    #expect(text.hasPrefix("HTTP/1.1 201 Created\r\n"))
    #expect(text.hasSuffix(#"{"id":6,"name":"lamp","quantity":7}"#))
  }

  @Test("The same requests are answered in the same way")
  func isPure() throws {
    #expect(try ModelWalk().transcript == ModelWalk().transcript)
  }
}
