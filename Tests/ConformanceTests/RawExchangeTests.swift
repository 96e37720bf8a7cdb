import AccordHTTP
import Testing

@testable import AccordConformance

@Suite("What came for a message written by hand")
struct RawExchangeTests {
  @Test(
    "Why there is no whole answer is told as it was",
    arguments: [
      ("", true, "closed without an answer", "before an answer was there"),
      ("", false, "no answer to GET /a came in time", "no answer came in time"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", true, "in the middle", "was whole"),
      ("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", false, "to its end", "to its end"),
      ("SSH-2.0-OpenSSH_9.6\r\n", true, "is no response of HTTP/1.1", "was whole"),
    ])
  func silence(received: String, isClosed: Bool, reason: String, error: String) throws {
    let message = try RawMessage(for: "http://h/a")
    let exchange = RawExchange(message, received: Array(received.utf8), isClosed: isClosed)
    #expect(exchange.response == nil)
    #expect(exchange.silence.contains(reason), "\(exchange.silence)")
    #expect(exchange.exchange.error?.message.contains(error) == true)
    let isDefective = received.hasPrefix("SSH")
    if case .malformed(let defect)? = exchange.exchange.error?.reason {
      #expect(isDefective && defect == .noStatusLine)
    } else {
      #expect(!isDefective)
    }
  }
}
