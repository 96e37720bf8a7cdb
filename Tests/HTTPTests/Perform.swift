import AccordHTTP
import Testing

/// A client for one test, with what was said of it.
func makeClient(_ change: (inout ClientOptions) -> Void = { _ in }) throws -> HTTPClient {
  var options = ClientOptions(userAgent: "accord/test")
  change(&options)
  return try HTTPClient(options: options)
}

extension HTTPClient {
  /// Performs one exchange; a test that hangs for 20 seconds fails.
  func perform(_ request: HTTPRequest) throws -> Exchange {
    start(request, id: 1)
    return try #require(waitForAll().first).exchange
  }

  /// Waits until nothing is in flight, at most 20 seconds.
  func waitForAll() -> [CompletedExchange] {
    var completed: [CompletedExchange] = []
    let deadline = ContinuousClock.now + .seconds(20)
    while inFlight > 0, ContinuousClock.now < deadline {
      wait(until: deadline, into: &completed)
    }
    return completed
  }
}

/// The text of octets.
func text(_ octets: some Collection<UInt8>) -> String {
  String(decoding: octets, as: UTF8.self)
}
