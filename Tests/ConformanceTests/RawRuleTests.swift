import AccordConformance
import AccordHTTP
import Testing

@Suite("Rules about octets")
struct RawRuleTests {
  /// Those that look at octets; what others ask of a server, ``ReadRuleTests`` judges.
  private static let rules = RuleCatalogue.rules.filter {
    $0.group == .framing && $0.active?.safety == .intrusive
      && $0.active?.roles.contains(.server) == true
  }

  @Test("A server that keeps to them keeps every one")
  func right() {
    let server = RawServer()
    for verdict in server.judge(Self.rules) {
      #expect(verdict.broken == 0 && verdict.undecided == 0, "\(verdict.rule.id)")
      #expect(verdict.kept > 0, "\(verdict.rule.id): \(verdict.reason ?? "")")
    }
    // Shared by the rules.
    #expect(server.received.count <= 16)
    let methods = Set(server.received.joined().map(\.method))
    #expect(methods == ["GET", "HEAD", "OPTIONS", "POST"])
  }

  @Test("A rule is broken by what breaks it, and no other one is", arguments: RawCase.all)
  func judges(_ known: RawCase) throws {
    let verdicts = RawServer(known.otherwise).judge(Self.rules)
    let verdict = try #require(verdicts.first { $0.rule.id == known.rule })
    let broken = verdicts.filter { $0.broken > 0 }.map(\.rule.id)
    switch known.outcome {
    case .breaks(let level):
      #expect(broken == [known.rule])
      let evidence = try #require(verdict.evidence)
      #expect(evidence.level == level)
      #expect(!evidence.problem.isEmpty && !evidence.exhibits.isEmpty)
      for exhibit in evidence.exhibits {
        #expect(exhibit.exchange.sent?.isRaw == true)
        #expect(exhibit.exchange.response != nil && !exhibit.role.isEmpty)
      }
    case .keeps:
      #expect(broken == [])
      #expect(verdict.kept == 1 && verdict.undecided == 0, "\(verdict.reason ?? "")")
    case .inconclusive:
      #expect(broken == [])
      #expect(verdict.kept == 0 && verdict.undecided == 1)
      #expect(verdict.reason?.isEmpty == false)
    case .notApplicable:
      #expect(broken == [])
      #expect(verdict.kept + verdict.undecided == 0)
      #expect(verdict.reason?.isEmpty == false)
    }
  }

  @Test("Every rule has a case that breaks it, and one that does not", arguments: rules.map(\.id))
  func hasPair(_ id: String) {
    let cases = RawCase.all.filter { $0.rule == id }
    #expect(cases.contains { if case .breaks = $0.outcome { true } else { false } })
    #expect(cases.contains { if case .breaks = $0.outcome { false } else { true } })
  }

  @Test(
    "Nothing is learnt from a server that does not answer a right message as it should",
    arguments: [
      ("HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n", true),
      ("HTTP/1.1 401 Who\r\nContent-Length: 0\r\n\r\n", false),
      ("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", false),
      ("", false), ("220 mail\r\n", false),
    ])
  func unusable(text: String, lacks: Bool) throws {
    let server = RawServer { message, _ in
      message.isPlain ? RawServer.Reply(text: text, closes: true) : .status(200)
    }
    for verdict in server.judge(Self.rules) where verdict.rule.id.hasPrefix("framing.") {
      #expect(verdict.broken + verdict.kept == 0, "\(verdict.rule.id)")
      #expect((verdict.undecided == 0) == lacks, "\(verdict.rule.id)")
    }
    // Only what needs no right message was sent besides.
    #expect(server.received.joined().allSatisfy { $0.isPlain || $0.lines.count >= 3 })
    #expect(!server.received.joined().contains { $0.method == "POST" })
  }

  @Test("What shows that a rule is broken has the octets, those that must not be there too")
  func evidence() throws {
    let server = RawServer { message, _ in
      message.method == "HEAD" ? .status(200, body: #"{"id":7}"#) : nil
    }
    let verdict = try #require(
      server.judge(Self.rules).first { $0.rule.id == "http.head.no-content" })
    let evidence = try #require(verdict.evidence)
    #expect(evidence.part == .content)
    #expect(evidence.problem == "is there: 8 octets follow the answer to HEAD")
    #expect(evidence.quote == #"{"id":7}"#)
    let exchange = try #require(evidence.exhibits.first).exchange
    let head = "HEAD /a?b=c HTTP/1.1\r\nHost: api.test:81\r\nUser-Agent: accord/"
    let sent = String(decoding: try #require(exchange.sent).head, as: UTF8.self)
    #expect(sent.hasPrefix(head))
    #expect(exchange.request.method == "HEAD" && exchange.request.url == RawServer.url)
    #expect(exchange.response?.body == Array(#"{"id":7}"#.utf8))
    #expect(exchange.response?.bodyAsReceived == Array(#"{"id":7}"#.utf8))
  }

  @Test("What a second message shows has what was sent before it over the same connection")
  func preceding() throws {
    let server = RawServer { message, _ in
      message.values("transfer-encoding").isEmpty ? nil : .status(200, body: "{}")
    }
    let verdict = try #require(
      server.judge(Self.rules).first { $0.rule.id == "framing.cl-and-te-close" })
    let exhibits = try #require(verdict.evidence).exhibits
    #expect(exhibits.count == 2)
    let (first, second) = (exhibits[0].exchange.sent, exhibits[1].exchange.sent)
    #expect(first?.preceding == [] && first?.head.isEmpty == false)
    #expect(second?.preceding == (first?.head ?? []) + (first?.content ?? []))
    #expect(second?.preceding.suffix(5) == Array("0\r\n\r\n".utf8))
  }

  @Test("What a POST to a path of nobody may have made is told")
  func lost() {
    let server = RawServer { message, _ in message.method == "POST" ? .status(201) : nil }
    let probe = Probe(
      ProbeTarget(name: "server", url: RawServer.url, kind: .server), allowing: [.intrusive],
      token: "t0", sender: server)
    _ = probe.judge(Self.rules)
    #expect(probe.cleanUp() == ["what POST /a/accord-t0 made, answered 201"])
  }

  @Test("Nothing of it is sent where that was not allowed")
  func notAllowed() {
    let server = RawServer()
    let probe = Probe(
      ProbeTarget(name: "server", url: RawServer.url, kind: .server),
      allowing: [.readOnly, .throwaway, .mutating], token: "t0", sender: server)
    for verdict in probe.judge(Self.rules) {
      #expect(verdict.kept + verdict.broken + verdict.undecided == 0)
      #expect(verdict.reason?.contains("--allow intrusive") == true)
    }
    #expect(server.received.isEmpty)
  }
}
