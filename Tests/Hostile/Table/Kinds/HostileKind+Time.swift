import Accord

/// Silence, slowness and connections that end.
extension HostileKind {
  private static let firstOctet = "while the first octet was awaited"
  private static let receiving = "while the answer was received"
  private static let mayHaveActed = "may have acted"

  static let time: [HostileKind] = [
    kind(.time, "silence-after-the-request", .errored, firstOctet, waits: true) { $0.hang() },
    kind(.time, "head-an-octet-at-a-time", .errored, firstOctet, waits: true) {
      $0.trickle("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", every: 0.25)
    },
    kind(.time, "field-an-octet-at-a-time", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\n")
      $0.trickle("X-A: \(String(repeating: "b", count: 60))\r\n", every: 0.25)
    },
    kind(.time, "body-an-octet-at-a-time", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 60\r\n\r\n")
      $0.trickle(String(repeating: "b", count: 60), every: 0.25)
    },
    kind(.time, "1xx-now-and-then", .errored, receiving, waits: true) {
      $0.sendEndlessly(Array("HTTP/1.1 102 Processing\r\n\r\n".utf8), after: 0.2)
    },
    kind(.time, "stall-in-the-head", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Le")
      $0.hang()
    },
    kind(.time, "stall-in-the-body", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
      $0.hang()
    },
    kind(.time, "stall-in-the-chunks", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
      $0.hang()
    },
    kind(.time, "stall-without-framing", .errored, receiving, waits: true) {
      $0.send("HTTP/1.1 200 OK\r\n\r\nhello")
      $0.hang()
    },
    kind(
      .time, "request-never-read", .errored, "while the request was sent", waits: true,
      step: {
        Put("\($0)").body(.bytes(much)).expect(200)
      }
    ) { $0.ignore(4) },
    kind(.time, "slow-but-in-time", .passed) {
      $0.pause(0.3)
      $0.respond()
    },
    kind(.time, "close-before-the-answer", .errored, "before an answer") { $0.close() },
    kind(.time, "reset-before-the-answer", .errored, "before an answer") { $0.reset() },
    kind(
      .time, "reset-before-the-answer-to-a-post", .errored, "before an answer", mayHaveActed,
      step: { Post("\($0)").body(.text("x")).expect(200) }
    ) { $0.reset() },
    kind(.time, "reset-in-the-head", .errored, "curl 56") {
      $0.send("HTTP/1.1 200 OK\r\nContent-")
      $0.pause(0.05)
      $0.reset()
    },
    kind(.time, "reset-in-the-body", .errored, "incomplete", "curl 56") {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
      $0.pause(0.05)
      $0.reset()
    },
    kind(
      .time, "reset-in-the-body-of-a-post", .errored, "incomplete", mayHaveActed,
      step: { Post("\($0)").body(.text("x")).expect(200) }
    ) {
      $0.send("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhello")
      $0.pause(0.05)
      $0.reset()
    },
    kind(.time, "reset-after-the-answer", .passed) {
      $0.respond()
      $0.pause(0.05)
      $0.reset()
    },
    kind(.time, "close-after-the-answer", .passed) {
      $0.respond()
      $0.close()
    },
    // The plain step after it finds the kept connection closed, and is sent again once.
    kind(.time, "kept-connection-closed", .passed) {
      $0.respond()
      $0.closeBeforeNextAnswer()
    }.beforeOneSentAgain,
    kind(
      .time, "kept-connection-closed-after-a-post", .passed,
      step: { Post("\($0)").body(.text("x")).expect(200) { Text("hello") } }
    ) {
      $0.respond()
      $0.closeBeforeNextAnswer()
    }.beforeOneSentAgain,
    // Whether the connection was kept, as it is where steps run one after the other, or is new: a POST
    // is sent once.
    kind(
      .time, "post-on-a-kept-connection-that-closes", .errored, "not sent again", mayHaveActed,
      step: { Post("\($0)").body(.text("x")).expect(200) }
    ) { $0.close() },
  ]
}

extension HostileKind {
  /// The same, and the step after it must be sent again and say so.
  fileprivate var beforeOneSentAgain: HostileKind {
    var kind = self
    kind.isSentAgainAfter = true
    kind.isRunAlone = true
    return kind
  }
}
