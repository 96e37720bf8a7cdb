import AccordContract
import AccordEngine
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Credentials in a run")
struct CredentialTests {
  private static let challenge =
    #"WWW-Authenticate: Digest realm="r", qop="auth", nonce="n1", algorithm=SHA-256"#

  /// Whether a request answers the challenge for this password.
  private static func isRight(_ request: ReceivedRequest, password: String = "open sesame") -> Bool
  {
    guard let value = request.values("authorization").first else { return false }
    func part(_ name: String) -> String? {
      guard let start = value.firstRange(of: "\(name)=")?.upperBound else { return nil }
      return String(value[start...].prefix { $0 != "," }).replacing("\"", with: "")
    }
    guard let challenge = DigestChallenge(strongestOf: [String(challenge.dropFirst(18))]),
      let counter = part("nc"), let count = Int(counter, radix: 16), let nonce = part("cnonce")
    else { return false }
    return value
      == challenge.answer(
        user: "aladdin", password: password, method: request.method, target: request.target,
        count: count, clientNonce: nonce)
  }

  private static let digest = AccordContract.Trait.auth(
    .digest(user: "aladdin", password: "open sesame"))

  @Test("Digest: a challenge is answered, with content and query, and the second answer is judged")
  func digest() throws {
    let contract = Contract("c", Self.digest) {
      Post("/a?b=c").json(["a": 1]).expect(200)
    }
    let (result, server) = try run(contract) { request in
      Self.isRight(request) ? [.respond(200)] : [.respond(401, [Self.challenge])]
    }
    #expect(result.outcomes == ["passed"])
    #expect(result.footer.requestCount == 2)
    #expect(result.records[0].exchanges.map { $0.response?.status } == [401, 200])
    #expect(server.requests.map { $0.values("authorization").count } == [0, 1])
    #expect(server.requests.allSatisfy { $0.text.contains(#"{"a":1}"#) })
    #expect(result.secrets.contains("open sesame") && result.secrets.contains("aladdin"))
  }

  @Test("Digest: a wrong password is asked for once, and the refusal is judged")
  func wrongPassword() throws {
    let contract = Contract("c", .auth(.digest(user: "aladdin", password: "open seed"))) {
      Get("/a").expect(200)
      Get("/a").named("b").expect(401)
    }
    let (result, server) = try run(contract) { request in
      Self.isRight(request) ? [.respond(200)] : [.respond(401, [Self.challenge])]
    }
    #expect(result.outcomes == ["failed", "passed"])
    #expect(server.requests.count == 4)
  }

  @Test("Digest: an old nonce is replaced, a few times at most")
  func stale() throws {
    let contract = Contract("c", Self.digest) { Get("/a").expect(401) }
    let (result, server) = try run(contract) { _ in
      [.respond(401, [Self.challenge + ", stale=true"])]
    }
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.count == 9)
  }

  @Test("Digest: the hops of a redirect to the same origin are answered without asking again")
  func redirect() throws {
    let contract = Contract("c", Self.digest) { Get("/a").followRedirects(upTo: 1).expect(200) }
    let (result, server) = try run(contract) { request in
      guard Self.isRight(request) else { return [.respond(401, [Self.challenge])] }
      return request.target == "/a" ? [.respond(302, ["Location: /b"])] : [.respond(200)]
    }
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.map(\.target) == ["/a", "/a", "/b"])
    #expect(server.requests.last?.values("authorization").first?.contains("nc=00000002") == true)
  }

  @Test("Another challenge than one of Digest is not answered")
  func otherScheme() throws {
    let contract = Contract("c", Self.digest) { Get("/a").expect(401) }
    let (result, server) = try run(contract) { _ in
      [.respond(401, ["WWW-Authenticate: Basic realm=\"r\""])]
    }
    #expect(result.outcomes == ["passed"])
    #expect(server.requests.count == 1)
  }

  private static let credentials: [(name: String, authorization: Authorization)] = [
    ("bearer", .bearer("sesame-1")), ("basic", .basic(user: "aladdin", password: "sesame-1")),
    ("digest", .digest(user: "aladdin", password: "sesame-1")),
    ("field", .apiKey("sesame-1", in: .header("X-Key"))),
    ("query", .apiKey("sesame-1", in: .query("key"))),
    (
      "signature",
      .awsSignature(
        accessKey: "AKIDEXAMPLE", secretKey: "sesame-1", sessionToken: "token-1", region: "r",
        service: "s3")
    ),
  ]

  @Test("No credential goes to another origin on a redirect", arguments: credentials)
  func otherOrigin(name: String, authorization: Authorization) throws {
    let other = try ScriptedServer { request in
      request.target == "/end" ? [.respond(200)] : [.respond(401, [Self.challenge])]
    }
    defer { other.stop() }
    let contract = Contract("c", .auth(authorization)) {
      Get("/a").followRedirects().named("to the end").expect(200)
      Get("/b").followRedirects().named("to a challenge").expect(401)
    }
    let location = other.url("/")
    let (result, server) = try run(contract) { request in
      let isFirst = request.target.hasPrefix("/a")
      return [.respond(302, ["Location: \(location)\(isFirst ? "end" : "ask")"])]
    }
    #expect(result.outcomes == ["passed", "passed"])
    #expect(server.requests.count == 2)
    #expect(other.requests.count == 2)
    for request in other.requests {
      for word in ["sesame", "aladdin", "YWxhZGRpb", "AKIDEXAMPLE", "token-1", "authorization"] {
        #expect(!request.text.lowercased().contains(word.lowercased()), "\(word)")
      }
    }
    if name != "digest" {
      #expect(
        server.requests.allSatisfy { $0.text.contains("sesame-1") || name != "bearer" })
    }
    #expect(result.secrets.contains("sesame-1"))
  }

  @Test("A redirect that hands the query's key to another origin is not followed")
  func echoedKey() throws {
    let other = try ScriptedServer { _ in [.respond(200)] }
    defer { other.stop() }
    let contract = Contract("c", .auth(.apiKey("sesame/1", in: .query("key")))) {
      Get("/a").followRedirects().expect(200)
    }
    let location = other.url("/")
    let (result, _) = try run(contract) { request in
      [.respond(302, ["Location: \(location)?\(request.target.drop { $0 != "?" }.dropFirst())"])]
    }
    #expect(result.outcomes == ["error"])
    #expect(other.requests.isEmpty)
    guard case .redirect(.credential)? = result.records[0].outcome.problem else {
      Issue.record("not refused for the key: \(result.records[0].outcome)")
      return
    }
  }

  @Test("A signature is made anew for each request, over what is sent")
  func signature() throws {
    let contract = Contract(
      "c",
      .auth(
        .awsSignature(accessKey: "AKID", secretKey: "secret", region: "r", service: "execute-api"))
    ) {
      Put("/ab?y=2&x=1").json(["a": 1]).followRedirects().expect(200)
    }
    let (result, server) = try run(contract) { request in
      request.target.hasPrefix("/b") ? [.respond(200)] : [.respond(307, ["Location: /b"])]
    }
    #expect(result.outcomes == ["passed"])
    let values = server.requests.compactMap { $0.values("authorization").first }
    #expect(values.count == 2)
    #expect(Set(values).count == 2)
    for request in server.requests {
      let signed = AWSSignature(
        accessKey: "AKID", secretKey: "secret", region: "r", service: "execute-api"
      ).fields(
        signing: AWSSignature.Parts(
          method: "PUT", host: "127.0.0.1:\(server.port)",
          path: String(request.target.prefix { $0 != "?" }),
          query: String(request.target.drop { $0 != "?" }.dropFirst()),
          fields: [("content-type", "application/json")], content: Array(#"{"a":1}"#.utf8)),
        at: request.values("x-amz-date").first ?? "")
      #expect(request.values("authorization").first == signed.last?.value)
    }
  }

  @Test("A multipart content cannot be signed, and says so")
  func multipart() throws {
    func step(_ signsContent: Bool) -> Step {
      Post("/a").multipart(.field("a", "1")).auth(
        .awsSignature(
          accessKey: "AKID", secretKey: "secret", region: "r", service: "s3",
          signsContent: signsContent)
      ).expect(200)
    }
    let (result, server) = try run(
      Contract("c") {
        step(true).named("signed")
        step(false)
      }
    ) { _ in
      [.respond(200)]
    }
    #expect(result.outcomes == ["error", "passed"])
    #expect(server.requests.count == 1)
    #expect(server.requests.first?.values("x-amz-content-sha256") == ["UNSIGNED-PAYLOAD"])
  }
}

extension ReceivedRequest {
  /// All of it, for what must not be in it.
  fileprivate var text: String { head + String(decoding: content, as: UTF8.self) }
}
