import Accord

/// How long a message is (RFC 9112 sections 6 and 7).
extension HostileKind {
  static let framing: [HostileKind] = lengths + chunks + aroundMessages

  private static func framing(
    _ name: String, _ verdict: Verdict, saying words: [String] = [], _ octets: String
  ) -> HostileKind {
    HostileKind(
      name: name, group: .framing, verdict: verdict, words: words, waits: false,
      step: Get("\(path(.framing, name))").expect(200) { Text("hello") },
      act: {
        $0.send(octets)
        $0.close()
      })
  }

  /// A response with a body and these field lines.
  private static func length(
    _ name: String, _ verdict: Verdict, saying words: [String] = [], _ lines: String...
  ) -> HostileKind {
    framing(
      name, verdict, saying: words,
      "HTTP/1.1 200 OK\r\n" + lines.map { $0 + "\r\n" }.joined() + "\r\nhello")
  }

  private static let lengths: [HostileKind] = [
    length("length-too-long", .errored, saying: ["incomplete", "curl 18"], "Content-Length: 10"),
    kind(.framing, "length-too-long-kept-open", .errored, "no complete answer within", waits: true)
    {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
      $0.hang()
    },
    // What is left over may be discarded (RFC 9112 section 6.3): the body is `hel`.
    length("length-too-short", .failed, saying: ["\"hel\""], "Content-Length: 3"),
    length("length-twice", .passed, "Content-Length: 5", "Content-Length: 5"),
    length("length-listed", .passed, "Content-Length: 5, 5"),
    length("length-with-zeros", .passed, "Content-Length: 0005"),
    length(
      "lengths-in-conflict", .errored, saying: ["Content-Length", "RFC 9112 section 6.3"],
      "Content-Length: 5", "Content-Length: 10"),
    length(
      "lengths-in-conflict-short-last", .errored,
      saying: ["Content-Length", "RFC 9112 section 6.3"],
      "Content-Length: 10", "Content-Length: 5"),
    length(
      "lengths-in-conflict-listed", .errored, saying: ["Content-Length", "RFC 9112 section 6.3"],
      "Content-Length: 5, 10"),
    length("length-negative", .errored, saying: ["Content-Length"], "Content-Length: -5"),
    length("length-no-number", .errored, saying: ["Content-Length"], "Content-Length: five"),
    length("length-empty", .errored, saying: ["Content-Length"], "Content-Length: "),
    length("length-signed", .errored, saying: ["Content-Length", "\"+5\""], "Content-Length: +5"),
    length(
      "length-hexadecimal", .errored, saying: ["Content-Length", "\"0x5\""], "Content-Length: 0x5"),
    length(
      "length-with-unit", .errored, saying: ["Content-Length", "\"5B\""], "Content-Length: 5B"),
    length(
      "length-in-parts", .errored, saying: ["Content-Length", "\"5 5\""], "Content-Length: 5 5"),
    length("length-in-quotes", .errored, saying: ["Content-Length"], "Content-Length: \"5\""),
    length(
      "length-of-20-digits", .errored, saying: ["Content-Length"],
      "Content-Length: 99999999999999999999"),
    length(
      "length-with-blank-before-colon", .errored, saying: ["RFC 9112 section 5.1"],
      "Content-Length : 4"),
    // A recipient may refuse a fold (RFC 9112 section 5.2), and curl does here.
    length(
      "length-on-a-folded-line", .errored, saying: ["Content-Length"], "Content-Length:", " 5"),
  ]

  /// A chunked body, as it comes after the head.
  private static func chunked(
    _ name: String, _ verdict: Verdict, saying words: [String] = [], _ chunks: String
  ) -> HostileKind {
    framing(
      name, verdict, saying: words, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks
    )
  }

  private static let incomplete = ["incomplete"]
  private static let badChunk = ["RFC 9112 section 7.1"]

  private static let chunks: [HostileKind] = [
    chunked("chunks", .passed, "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n"),
    chunked("chunk-size-with-zeros", .passed, "0000000000000005\r\nhello\r\n000\r\n\r\n"),
    chunked("chunk-cut-off", .errored, saying: incomplete, "5\r\nhel"),
    chunked("chunks-cut-off-between", .errored, saying: incomplete, "5\r\nhello\r\n"),
    chunked("chunks-cut-off-in-the-last", .errored, saying: incomplete, "5\r\nhello\r\n0\r\n"),
    chunked("trailers-cut-off", .errored, saying: incomplete, "5\r\nhello\r\n0\r\nA: b\r\n"),
    chunked("chunk-size-no-number", .errored, "xyz\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-size-empty", .errored, "\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-size-negative", .errored, "-5\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-size-signed", .errored, "+5\r\nhello\r\n0\r\n\r\n"),
    chunked(
      "chunk-size-hexadecimal-prefix", .errored, saying: badChunk,
      "5\r\nhello\r\n0x6\r\n world\r\n0\r\n\r\n"),
    chunked("chunk-size-with-letter", .errored, saying: badChunk, "5g\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-size-of-20-digits", .errored, "FFFFFFFFFFFFFFFFFFFF\r\nhello\r\n"),
    chunked("chunk-size-of-2-to-63", .errored, "8000000000000000\r\nhello\r\n"),
    chunked("chunk-longer-than-its-size", .errored, "3\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-shorter-than-its-size", .errored, "7\r\nhello\r\n0\r\n\r\n"),
    chunked("chunk-extension", .passed, "5;a=b;c=\"d;e\"\r\nhello\r\n0;f\r\n\r\n"),
    chunked("chunk-extension-after-blanks", .passed, "5 ; a=b\r\nhello\r\n0\r\n\r\n"),
    chunked(
      "chunk-extension-of-1-MB", .passed,
      "5;a=\(String(repeating: "x", count: 1 << 20))\r\nhello\r\n0\r\n\r\n"),
    kind(.framing, "chunk-extension-endless", .errored) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5;a=")
      $0.sendEndlessly(Array(repeating: UInt8(ascii: "x"), count: 65_536), after: 0.002)
    },
    chunked("trailers", .passed, "5\r\nhello\r\n0\r\nServer-Timing: a\r\nX: y\r\n\r\n"),
    kind(.framing, "trailers-endless", .errored) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n")
      $0.sendEndlessly(Array("X-A: \(String(repeating: "y", count: 1_000))\r\n".utf8))
    },
    framing(
      "both-framings", .errored,
      saying: ["Content-Length", "Transfer-Encoding", "RFC 9112 section 6.3"],
      "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n"
        + "5\r\nhello\r\n0\r\n\r\n"),
    framing(
      "chunks-in-http-1.0", .errored, saying: ["Transfer-Encoding", "RFC 9112 section 6.1"],
      "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
    framing(
      "coding-unknown", .errored,
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: foo\r\n\r\nhello"),
    framing(
      "chunked-twice", .errored, saying: ["Transfer-Encoding"],
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, chunked\r\n\r\n"
        + "14\r\n5\r\nhello\r\n0\r\n\r\n\r\n0\r\n\r\n"),
    framing(
      "chunked-not-last", .errored, saying: ["Transfer-Encoding"],
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, identity\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
    framing(
      "chunked-misspelt", .errored, saying: ["curl 61"],
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: xchunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"),
  ]

  /// More than the buffers of a connection take.
  static let much = [UInt8](repeating: 7, count: 12 << 20)

  private static let aroundMessages: [HostileKind] = [
    framing("close-without-framing", .passed, "HTTP/1.1 200 OK\r\n\r\nhello"),
    kind(.framing, "reset-without-framing", .errored, "incomplete") {
      $0.send("HTTP/1.1 200 OK\r\n\r\nhello")
      $0.pause(0.05)
      $0.reset()
    },
    kind(.framing, "octets-after-the-response", .passed) {
      $0.send(
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello"
          + "HTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nbad")
    },
    kind(
      .framing, "octets-after-a-204", .passed, step: { Get("\($0)").expect(204) { NoBody() } }
    ) {
      $0.send("HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 500 No\r\nContent-Length: 3\r\n\r\nbad")
    },
    kind(
      .framing, "body-of-a-204", .passed, step: { Get("\($0)").expect(204) { NoBody() } }
    ) {
      $0.send("HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello")
    },
    kind(
      .framing, "body-of-a-head", .passed, step: { Head("\($0)").expect(200) { NoBody() } }
    ) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
    },
    kind(
      // The head ends it, whatever it says (RFC 9112 section 6.3, item 1).
      .framing, "lengths-in-conflict-of-a-head", .passed,
      step: { Head("\($0)").expect(200) { NoBody() } }
    ) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n")
    },
    kind(
      .framing, "answer-before-the-request-was-sent", .passed,
      step: {
        Post("\($0)").body(.bytes(much)).expect(413) {
          Text("hello")
        }
      }
    ) {
      $0.respond("Connection: close", status: "413 Content Too Large")
      $0.ignore(0.5)
    },
    kind(
      .framing, "answer-before-the-request-was-sent-200", .passed,
      step: {
        Post("\($0)").body(.bytes(much)).expect(200) {
          Text("hello")
        }
      }
    ) {
      $0.respond("Connection: close")
      $0.ignore(0.5)
    },
    kind(
      .framing, "reset-before-the-request-was-sent", .errored, "may have acted",
      step: {
        Post("\($0)").body(.bytes(much)).expect(200)
      }
    ) { $0.reset() },
  ]
}
