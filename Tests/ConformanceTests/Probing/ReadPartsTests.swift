import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordConformance

@Suite("What rules of reads are made of")
struct ReadPartsTests {
  @Test(
    "The id of what is not there has the form of what is",
    arguments: [
      ("7", "^2[0-9]{9}$"), ("000123456789012", "^2[0-9]{9}$"),
      (
        "0198C3A1-5B7E-7F00-8A11-C0FFEE123456",
        "^[0-9A-F]{8}-[0-9A-F]{4}-7[0-9A-F]{3}-8[0-9A-F]{3}-[0-9A-F]{12}$"
      ),
      ("507f1f77bcf86cd799439011", "^[0-9a-f]{24}$"), ("lamp", "^no-such-s$"),
      ("deadbeef", "^no-such-s$"),
    ])
  func absentIDs(id: String, form: String) throws {
    let absent = IDShape(id).absentID("s")
    #expect(absent.contains(try Regex(form)), "\(absent)")
    #expect(absent != id && absent == IDShape(id).absentID("s"))
  }

  @Test("Two ids of what is not there differ", arguments: ["7", "507f1f77bcf86cd799439011", "a"])
  func absentIDsDiffer(id: String) {
    #expect(IDShape(id).absentID("a") != IDShape(id).absentID("b"))
  }

  @Test(
    "One character of the last segment is encoded, with both cases where there are two",
    arguments: [
      ("http://h/items/1", ["http://h/items/%31"]),
      ("http://h/items/12?q=1", ["http://h/items/1%32?q=1"]),
      ("http://h/report", ["http://h/rep%6Frt", "http://h/rep%6frt"]),
      ("http://h/a-b/", ["http://h/a%2Db/", "http://h/a%2db/"]),
      ("http://h/", []), ("http://h/a%20b", []), ("http://h/..", []),
    ])
  func spellings(url: String, others: [String]) {
    #expect(Spelling.spellings(of: url) == others)
  }

  @Test("HEAD need not be offered where methods are switched off that nobody needs")
  func profiles() throws {
    for profile in RuleProfile.allCases {
      let ids = try RuleSelection(profile: profile).rules().map(\.id)
      #expect(ids.contains("http.head.supported") == (profile != .owasp))
    }
  }

  @Test("What a sender adds to a URL is not sent back to it")
  func queryCredentials() {
    let sender = KeyedSender()
    for target in ReadRun.targets {
      _ = Probe(
        target, allowing: Set(SafetyClass.allCases), token: "t0k3n",
        otherURL: ModelSender.url("/report"), sender: sender
      ).judge(RuleCatalogue.rules)
    }
    #expect(sender.urls.count > 100)
    #expect(!sender.urls.contains { $0.contains("key=") })
  }

  @Test("A cookie that is sent back is a secret, since credentials may have brought it")
  func cookies() {
    let sender = AlteredSender { request, answer in
      answer(request).with("Set-Cookie", "sid=sesame; Path=/")
    }
    _ = ProbeRun(sender, ModelSender.document("steady"), allowing: [.readOnly])
    let cookies = sender.sent.flatMap(\.fields).filter { $0.name == "Cookie" }
    #expect(!cookies.isEmpty)
    #expect(cookies.allSatisfy { $0.value == "sid=sesame" && $0.isSensitive })
  }

  @Test("A method that may mean something is not sent as one that does not")
  func foreignMethods() {
    for (method, allowed) in [("DELETE", SafetyClass.intrusive), ("FROB", .mutating)] {
      let sender = ModelSender()
      let probe = Probe(ModelSender.server, allowing: [allowed], token: "t", sender: sender)
      #expect(throws: Obstacle.self) {
        try probe.ask(ModelSender.url("/steady"), foreignMethod: method)
      }
      #expect(sender.sent.isEmpty)
    }
  }
}

/// Adds a key to the query of each request.
private final class KeyedSender: ProbeSender {
  private let inner = ModelSender()
  /// What it was asked to send.
  private(set) var urls: [String] = []

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    urls.append(request.url)
    var request = request
    request.url += (request.url.contains("?") ? "&" : "?") + "key=1"
    return try inner.send(request, as: authorization)
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    try inner.converse(request)
  }

  func pause(_ duration: Duration) { inner.pause(duration) }
}
