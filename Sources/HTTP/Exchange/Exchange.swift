/// One request and what became of it.
///
/// A class, since it goes from hand to hand unchanged, and copying its many parts would cost more
/// than judging a small response.
package final class Exchange: Sendable {
  /// The request as it was asked for.
  package let request: HTTPRequest

  /// The request as it went over the wire, if the request asked for the record.
  package let sent: SentRequest?

  /// The response, complete; or why there is none.
  package let result: Result<HTTPResponse, TransportError>

  /// How long each phase took.
  package let timings: Timings

  /// Over which connection it went.
  package let connection: ConnectionFacts

  /// How often the request was sent: 0 where no connection stood, 2 where a kept connection died
  /// before the first octet of an answer and an idempotent request was sent again, never more.
  package let sendCount: Int

  /// Creates an exchange, for example one read from a record.
  package init(
    request: HTTPRequest,
    sent: SentRequest? = nil,
    result: Result<HTTPResponse, TransportError>,
    timings: Timings = Timings(),
    connection: ConnectionFacts = ConnectionFacts(),
    sendCount: Int = 1
  ) {
    self.request = request
    self.sent = sent
    self.result = result
    self.timings = timings
    self.connection = connection
    self.sendCount = sendCount
  }

  /// The complete response, if there is one.
  package var response: HTTPResponse? {
    if case .success(let response) = result { response } else { nil }
  }

  /// The reason why there is no complete response, if there is none.
  package var error: TransportError? {
    if case .failure(let error) = result { error } else { nil }
  }

  /// How many octets the response's body has; 0 without a complete response.
  package var bodySize: Int {
    if case .success(let response) = result { response.body.count } else { 0 }
  }

  /// How many octets of content it holds in all: sent, received, and recorded from the wire.
  package var contentSize: Int {
    var size = bodySize + (sent?.content.count ?? 0)
    if case .success(let response) = result { size += response.bodyAsReceived?.count ?? 0 }
    if case .bytes(let octets) = request.content { size += octets.count }
    return size
  }

  /// The same without the octets of the response's body.
  package var withoutBody: Exchange {
    guard case .success(var response) = result else { return self }
    response.body = []
    return with(.success(response))
  }

  /// The same with other timings.
  package func timed(_ timings: Timings) -> Exchange {
    Exchange(
      request: request, sent: sent, result: result, timings: timings, connection: connection,
      sendCount: sendCount)
  }

  /// The same with another result.
  func with(_ result: Result<HTTPResponse, TransportError>) -> Exchange {
    Exchange(
      request: request, sent: sent, result: result, timings: timings, connection: connection,
      sendCount: sendCount)
  }
}
