import Accord

/// Start lines and fields (RFC 9112 sections 2 to 5).
extension HostileKind {
  static let heads: [HostileKind] = startLines + statuses + interim + fields

  private static func head(
    _ name: String, _ verdict: Verdict, saying words: [String] = [], _ octets: String
  ) -> HostileKind {
    kind(.heads, name, verdict, saying: words, Array(octets.utf8))
  }

  private static func kind(
    _ group: Group, _ name: String, _ verdict: Verdict, saying words: [String] = [],
    _ octets: [UInt8],
    step: (String) -> Step = { Get("\($0)").expect(200) { Text("hello") } }
  ) -> HostileKind {
    HostileKind(
      name: name, group: group, verdict: verdict, words: words, waits: false,
      step: step(path(group, name)),
      act: {
        $0.send(octets)
        $0.close()
      })
  }

  /// A response with this start line.
  private static func start(
    _ name: String, _ verdict: Verdict, saying words: [String] = [], _ line: String
  ) -> HostileKind {
    head(name, verdict, saying: words, "\(line)\r\nContent-Length: 5\r\n\r\nhello")
  }

  private static let noHTTP = ["no HTTP"]

  private static let startLines: [HostileKind] = [
    head("http-0.9", .errored, saying: noHTTP, "<html>hello</html>"),
    head("another-protocol", .errored, saying: noHTTP, "SSH-2.0-OpenSSH_9.2\r\n"),
    start("version-1.0", .passed, "HTTP/1.0 200 OK"),
    // A recipient may read it as 1.1 (RFC 9110 section 2.5), and curl does not.
    start("version-1.2", .errored, saying: noHTTP, "HTTP/1.2 200 OK"),
    start("version-3.7", .errored, saying: noHTTP, "HTTP/3.7 200 OK"),
    start("version-2-as-text", .errored, saying: ["HTTP/2"], "HTTP/2 200 OK"),
    start("version-2.0-as-text", .errored, saying: ["HTTP/2"], "HTTP/2.0 200 OK"),
    start("version-in-small-letters", .errored, saying: noHTTP, "http/1.1 200 OK"),
    start("shoutcast", .errored, saying: noHTTP, "ICY 200 OK"),
    start("status-line-without-reason", .passed, "HTTP/1.1 200"),
    start("status-line-of-two-words", .errored, "HTTP/1.1 OK"),
    start("reason-of-100-kB", .passed, "HTTP/1.1 200 \(String(repeating: "x", count: 100_000))"),
    head(
      "head-cut-off-in-the-status-line", .errored, saying: ["before an answer"], "HTTP/1.1 200 O"),
    head(
      "head-cut-off-after-the-status-line", .errored, saying: incompleteHead, "HTTP/1.1 200 OK\r\n"),
    head(
      "head-cut-off-in-a-field", .errored, saying: incompleteHead,
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nX-A: b"),
    head(
      "head-cut-off-after-a-field", .errored, saying: incompleteHead,
      "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n"),
    kind(
      .heads, "head-cut-off-after-a-204-line", .errored, saying: incompleteHead,
      Array("HTTP/1.1 204 No Content\r\n".utf8), step: { Get("\($0)").expect(204) }),
  ]

  private static let incompleteHead = ["head", "RFC 9112 section 8"]

  private static let statuses: [HostileKind] = [
    start("status-000", .errored, "HTTP/1.1 000 None"),
    start("status-99", .errored, "HTTP/1.1 99 None"),
    start("status-099", .errored, "HTTP/1.1 099 None"),
    start("status-600", .failed, saying: ["found 600"], "HTTP/1.1 600 Much"),
    start("status-999", .failed, saying: ["found 999"], "HTTP/1.1 999 Denied"),
    start("status-of-four-digits", .errored, "HTTP/1.1 2000 OK"),
    start("status-of-letters", .errored, "HTTP/1.1 abc OK"),
    start("status-negative", .errored, "HTTP/1.1 -200 OK"),
  ]

  private static let interim: [HostileKind] = [
    head(
      "some-1xx", .passed,
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"
        + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"),
    HostileKind.kind(.heads, "flood-of-1xx", .errored) {
      $0.sendEndlessly(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    },
    HostileKind.kind(.heads, "flood-of-103", .errored) {
      $0.sendEndlessly(Array("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".utf8))
    },
    head(
      "close-after-a-1xx", .errored, saying: ["no final"], "HTTP/1.1 100 Continue\r\n\r\n"),
    HostileKind.kind(.heads, "101-unasked", .failed, "found 101 Switching Protocols") {
      $0.send("HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n")
      $0.hang()
    },
  ]

  private static let fields: [HostileKind] = [
    kind(
      .heads, "folded-field", .passed,
      Array("HTTP/1.1 200 OK\r\nX-A: b\r\n  c\r\n\td\r\nContent-Length: 5\r\n\r\nhello".utf8),
      step: { Get("\($0)").expect(200) { Header("X-A", .matches("^b +c +d$")) } }),
    head(
      "folded-first-line", .errored,
      "HTTP/1.1 200 OK\r\n X-A: b\r\nContent-Length: 5\r\n\r\nhello"),
    head(
      "nul-in-a-field", .errored, saying: ["Nul"],
      "HTTP/1.1 200 OK\r\nX-A: b\0c\r\nContent-Length: 5\r\n\r\nhello"),
    // Each bare CR is a space (RFC 9112 section 2.2).
    kind(
      .heads, "bare-cr-in-a-field", .passed,
      Array("HTTP/1.1 200 OK\r\nX-A: b\rSet-Cookie: c\r\nContent-Length: 5\r\n\r\nhello".utf8),
      step: {
        Get("\($0)").expect(200) {
          Header("X-A", "b Set-Cookie: c")
          NoHeader(.setCookie)
        }
      }),
    head("bare-lf", .passed, "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello"),
    head(
      "no-colon", .errored, saying: ["colon"],
      "HTTP/1.1 200 OK\r\nX-A b\r\nContent-Length: 5\r\n\r\nhello"),
    head(
      "field-without-name", .passed, "HTTP/1.1 200 OK\r\n: b\r\nContent-Length: 5\r\n\r\nhello"),
    HostileKind.kind(.heads, "field-of-10-MB", .errored, "larger than") {
      $0.send("HTTP/1.1 200 OK\r\nX-A: ")
      for _ in 0..<160 where !$0.isOver {
        $0.send(Array(repeating: UInt8(ascii: "x"), count: 65_536))
      }
      $0.send("\r\nContent-Length: 5\r\n\r\nhello")
      $0.close()
    },
    HostileKind.kind(.heads, "100000-fields", .errored, "more than 1,000 field lines") {
      $0.send("HTTP/1.1 200 OK\r\n")
      let lines = Array(String(repeating: "X: y\r\n", count: 1_000).utf8)
      for _ in 0..<100 where !$0.isOver { $0.send(lines) }
      $0.send("Content-Length: 5\r\n\r\nhello")
      $0.close()
    },
    HostileKind.kind(.heads, "fields-endless", .errored, "field") {
      $0.send("HTTP/1.1 200 OK\r\n")
      $0.sendEndlessly(Array(String(repeating: "X: y\r\n", count: 1_000).utf8))
    },
    kind(
      .heads, "field-not-utf-8", .passed,
      Array("HTTP/1.1 200 OK\r\nX-A: caf".utf8) + [0xE9]
        + Array("\r\nContent-Length: 5\r\n\r\nhello".utf8),
      step: { Get("\($0)").expect(200) { Header("X-A", "caf\\xE9") } }),
    kind(
      .heads, "field-not-utf-8-shown", .failed, saying: ["caf\\xE9"],
      Array("HTTP/1.1 200 OK\r\nX-A: caf".utf8) + [0xE9]
        + Array("\r\nContent-Length: 5\r\n\r\nhello".utf8),
      step: { Get("\($0)").expect(200) { Header("X-A", "cafe") } }),
    kind(
      .heads, "content-type-twice", .failed, saying: ["text/plain"],
      Array(
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\n"
          + "Content-Length: 2\r\n\r\n{}").utf8),
      step: { Get("\($0)").expect(200) { Header(.contentType, "application/json") } }),
  ]
}
