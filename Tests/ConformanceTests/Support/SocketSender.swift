import AccordConformance
import AccordHTTP
import AccordTestSupport

/// Sends requests over sockets, one after the other, with the token of a ``ModelAPI`` where one is wanted.
final class SocketSender: ProbeSender {
  private let client: HTTPClient

  init() throws { client = try HTTPClient(options: ClientOptions(userAgent: "accord")) }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    var request = request
    let token: String? =
      switch authorization {
      case .own: ModelAPI.token
      case .altered: ModelAPI.token.dropLast() + "x"
      case .none: nil
      }
    if let token { request.fields.append(RequestField("Authorization", "Bearer \(token)")) }
    client.start(request, id: 1)
    var completed: [CompletedExchange] = []
    let deadline = ContinuousClock.now + .seconds(20)
    while client.inFlight > 0, ContinuousClock.now < deadline {
      client.wait(until: deadline, into: &completed)
    }
    guard let exchange = completed.first?.exchange else { throw .prevents("no answer came") }
    return exchange
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    throw .prevents("this sender sends no octets")
  }

  func pause(_ duration: Duration) {}
}
