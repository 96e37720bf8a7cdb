import AccordConformance
import Testing

/// What a server does otherwise than it should, and what it comes to.
struct RawCase: Sendable, CustomTestStringConvertible {
  enum Outcome: Sendable, Equatable {
    case breaks(RuleLevel?)
    case keeps
    case inconclusive
    case notApplicable
  }

  let rule: String
  let outcome: Outcome
  let what: String
  let otherwise: @Sendable (RawServer.Message, [RawServer.Message]) -> RawServer.Reply?

  var testDescription: String { "\(rule): \(what) (\(outcome))" }

  init(
    _ rule: String, _ outcome: Outcome, _ what: String,
    _ otherwise: @escaping @Sendable (RawServer.Message, [RawServer.Message]) -> RawServer.Reply?
  ) {
    self.rule = rule
    self.outcome = outcome
    self.what = what
    self.otherwise = otherwise
  }

  /// A reply to messages of a kind.
  private static func to(
    _ isMeant: @escaping @Sendable (RawServer.Message) -> Bool, _ reply: RawServer.Reply
  ) -> @Sendable (RawServer.Message, [RawServer.Message]) -> RawServer.Reply? {
    let reply = reply
    return { message, _ in isMeant(message) ? reply : nil }
  }

  private static let ok = RawServer.Reply.status(200, body: "{}")
  private static let head: @Sendable (RawServer.Message) -> Bool = { $0.method == "HEAD" }
  private static let options: @Sendable (RawServer.Message) -> Bool = { $0.method == "OPTIONS" }
  private static let noHost: @Sendable (RawServer.Message) -> Bool = {
    $0.values("host").isEmpty
  }
  private static let twoHosts: @Sendable (RawServer.Message) -> Bool = {
    $0.values("host").count == 2
  }
  private static let badHost: @Sendable (RawServer.Message) -> Bool = {
    $0.values("host").contains { $0.contains(" ") }
  }
  private static let gzip: @Sendable (RawServer.Message) -> Bool = {
    $0.values("transfer-encoding") == ["gzip"]
  }
  private static let both: @Sendable (RawServer.Message) -> Bool = {
    $0.values("transfer-encoding") == ["chunked"] && !$0.values("content-length").isEmpty
  }
  private static func length(_ value: String) -> @Sendable (RawServer.Message) -> Bool {
    { $0.values("content-length") == [value] && $0.values("transfer-encoding").isEmpty }
  }
  private static let anyBadLength: @Sendable (RawServer.Message) -> Bool = {
    ["+5x", "5, 6", "-1"].contains($0.values("content-length").first ?? "")
  }
  private static let blank: @Sendable (RawServer.Message) -> Bool = {
    $0.lines.contains { $0.contains(" :") }
  }
  private static let folded: @Sendable (RawServer.Message) -> Bool = {
    $0.lines.contains { $0.hasPrefix(" ") }
  }
  private static let absolute: @Sendable (RawServer.Message) -> Bool = {
    $0.target.hasPrefix("http:")
  }
  private static let refusalThatStays = RawServer.Reply.status(400)
  private static let refusalThatEnds = RawServer.Reply.status(400, "Connection: close\r\n")

  static let all: [RawCase] = [
    RawCase(
      "http.head.no-content", .breaks(nil), "content after HEAD",
      to(head, ok)),
    RawCase(
      "http.head.no-content", .breaks(nil), "content after a refused HEAD",
      to(head, .status(405, "Allow: GET\r\n", body: "no"))),
    RawCase(
      "http.head.no-content", .keeps, "a refused HEAD without content",
      to(head, RawServer.Reply(text: "HTTP/1.1 405 No\r\nContent-Length: 2\r\n\r\n"))),
    RawCase("http.head.no-content", .inconclusive, "HEAD is not answered", to(head, .end)),
    RawCase(
      "http.head.no-content", .inconclusive, "the server is tired of waiting",
      to(
        head,
        RawServer.Reply(
          text: "HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 408 Late\r\n\r\n", closes: true))),

    RawCase(
      "http.204.no-content", .breaks(nil), "a last chunk after 204",
      to(options, RawServer.Reply(text: "HTTP/1.1 204 No\r\n\r\n0\r\n\r\n"))),
    RawCase(
      "http.204.no-content", .keeps, "a preflight alone is answered 204",
      to({ $0.method == "OPTIONS" && $0.values("origin").isEmpty }, ok)),
    RawCase(
      "http.204.no-content", .breaks(nil), "content after the 204 of a preflight",
      { message, _ in
        guard message.method == "OPTIONS" else { return nil }
        return message.values("origin").isEmpty
          ? ok : RawServer.Reply(text: "HTTP/1.1 204 No\r\n\r\n{}")
      }),
    RawCase("http.204.no-content", .notApplicable, "nothing is answered 204", to(options, ok)),

    RawCase(
      "framing.host-missing", .breaks(nil), "a request for no host is served", to(noHost, ok)),
    RawCase(
      "framing.host-missing", .breaks(.should), "a request for no host is not found",
      to(noHost, .status(404))),
    RawCase(
      "framing.host-missing", .inconclusive, "a request for no host is closed on",
      to(noHost, .end)),
    RawCase(
      "framing.host-missing", .inconclusive, "a request for no host is left alone",
      to(noHost, .silence)),
    RawCase(
      "framing.host-missing", .inconclusive, "a request for no host is forbidden",
      to(noHost, .status(403))),
    RawCase(
      "framing.host-missing", .inconclusive, "a request for no host is a fault of the server",
      to(noHost, .status(500))),
    RawCase(
      "framing.host-missing", .keeps, "a request for no host is refused and the connection kept",
      to(noHost, refusalThatStays)),

    RawCase(
      "framing.host-duplicate", .breaks(nil), "a request for two hosts is served",
      to(twoHosts, ok)),
    RawCase(
      "framing.host-duplicate", .breaks(nil), "a request for a host with a space is served",
      to(badHost, ok)),
    RawCase(
      "framing.host-duplicate", .breaks(.should), "a request for two hosts is not found",
      to(twoHosts, .status(404))),
    RawCase(
      "framing.host-duplicate", .breaks(nil), "one is not found, the other is served",
      { message, _ in twoHosts(message) ? .status(404) : badHost(message) ? ok : nil }),
    RawCase(
      "framing.host-duplicate", .inconclusive, "a request for two hosts is misdirected",
      to(twoHosts, .status(421))),

    RawCase(
      "framing.te-not-chunked", .breaks(nil), "an unending message is served", to(gzip, ok)),
    RawCase(
      "framing.te-not-chunked", .breaks(nil), "the connection is kept after the refusal",
      to(gzip, refusalThatStays)),
    RawCase(
      "framing.te-not-chunked", .keeps, "the coding is unknown, and the connection kept",
      to(gzip, .status(501))),
    RawCase(
      "framing.te-not-chunked", .keeps, "a length is asked for, and the connection kept",
      to(gzip, .status(411))),
    RawCase(
      "framing.te-not-chunked", .keeps, "the coding is unknown",
      to(gzip, .status(501, closes: true))),
    RawCase(
      "framing.te-not-chunked", .keeps, "a length is asked for, and the end announced",
      to(gzip, .status(411, "Connection: close\r\n"))),
    RawCase(
      "framing.te-not-chunked", .inconclusive, "an unending message is waited for",
      to(gzip, .silence)),
    RawCase(
      "framing.te-not-chunked", .inconclusive, "an unending message is closed on",
      to(gzip, .end)),
    RawCase(
      "framing.te-not-chunked", .breaks(.should), "an unending message is refused otherwise",
      to(gzip, .status(422, closes: true))),

    RawCase(
      "framing.cl-and-te-close", .breaks(nil), "the connection is kept after it was served",
      to(both, ok)),
    RawCase(
      "framing.cl-and-te-close", .breaks(nil), "the connection is kept after it was refused",
      to(both, refusalThatStays)),
    RawCase(
      "framing.cl-and-te-close", .keeps, "it is served, and the connection closed",
      to(both, .status(200, closes: true))),
    RawCase(
      "framing.cl-and-te-close", .keeps, "it is refused, and the end announced",
      to(both, refusalThatEnds)),
    RawCase(
      "framing.cl-and-te-close", .keeps, "the next request finds the connection closed",
      { message, before in
        both(message) ? ok : before.last.map(both) == true ? .end : nil
      }),
    RawCase(
      "framing.cl-and-te-close", .inconclusive, "the next request is left alone",
      { message, before in
        both(message) ? ok : before.last.map(both) == true ? .silence : nil
      }),
    RawCase(
      "framing.cl-and-te-close", .inconclusive, "the next request gets what is no answer",
      { message, before in
        both(message)
          ? ok : before.last.map(both) == true ? RawServer.Reply(text: "<p>", closes: true) : nil
      }),
    RawCase("framing.cl-and-te-close", .inconclusive, "it is closed on", to(both, .end)),
    RawCase(
      "framing.cl-and-te-close", .notApplicable, "no connection is kept",
      to(\.isPlain, .status(200, body: "{}", closes: true))),

    RawCase(
      "framing.content-length-invalid", .breaks(nil), "a sign and a letter are read over",
      to(length("+5x"), ok)),
    RawCase(
      "framing.content-length-invalid", .breaks(nil), "the first of two lengths is taken",
      to(length("5, 6"), ok)),
    RawCase(
      "framing.content-length-invalid", .breaks(nil), "less than nothing is taken for nothing",
      to(length("-1"), ok)),
    RawCase(
      "framing.content-length-invalid", .breaks(nil), "the connection is kept after the refusal",
      to(length("-1"), refusalThatStays)),
    RawCase(
      "framing.content-length-invalid", .breaks(.should), "it is too large",
      to(length("-1"), .status(413, closes: true))),
    RawCase(
      "framing.content-length-invalid", .keeps, "the end is announced",
      to(anyBadLength, refusalThatEnds)),
    RawCase(
      "framing.content-length-invalid", .inconclusive, "the connection is closed on one",
      to(length("5, 6"), .end)),

    RawCase(
      "framing.unread-content", .breaks(nil), "what was not read spoils the next request",
      { message, before in
        before.last.map { !$0.content.isEmpty && $0.method == "POST" } == true
          ? .status(400, closes: true) : nil
      }),
    RawCase(
      "framing.unread-content", .keeps, "the connection is closed after the refusal",
      to({ $0.method == "POST" }, .status(404, closes: true))),
    RawCase(
      "framing.unread-content", .keeps, "the end is announced with the refusal",
      to({ $0.method == "POST" }, .status(404, "Connection: close\r\n"))),
    RawCase(
      "framing.unread-content", .keeps, "the next request finds the connection closed",
      { _, before in before.last?.method == "POST" ? .end : nil }),
    RawCase(
      "framing.unread-content", .inconclusive, "every request after a refusal is refused",
      { _, before in before.last?.method == "POST" ? .status(400, closes: true) : nil }),
    RawCase(
      "framing.unread-content", .inconclusive, "too many requests",
      { _, before in before.last?.method == "POST" ? .status(429) : nil }),
    RawCase(
      "framing.unread-content", .inconclusive, "the content is not answered",
      to({ $0.method == "POST" }, .end)),
    RawCase(
      "framing.unread-content", .notApplicable, "no connection is kept",
      to(\.isPlain, .status(200, "Connection: close\r\n", body: "{}"))),

    RawCase(
      "framing.absolute-form", .breaks(nil), "a whole URL is not found", to(absolute, .status(404))),
    RawCase(
      "framing.absolute-form", .inconclusive, "a whole URL is forbidden", to(absolute, .status(403))
    ),
    RawCase("framing.absolute-form", .inconclusive, "a whole URL is closed on", to(absolute, .end)),
    RawCase("framing.space-before-colon", .breaks(nil), "white space is trimmed", to(blank, ok)),
    RawCase(
      "framing.space-before-colon", .inconclusive, "white space is closed on", to(blank, .end)),
    RawCase(
      "framing.obs-fold", .breaks(.should), "a fold makes another answer",
      to(folded, .status(404))),
    RawCase("framing.obs-fold", .keeps, "a fold is read", to(folded, ok)),
    RawCase("framing.obs-fold", .inconclusive, "a fold is a fault", to(folded, .status(500))),
  ]
}
