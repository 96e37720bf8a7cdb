internal import AccordHTTP

/// A well-formed GET, sent as octets: what others that are not well-formed are held against.
struct PlainMessage: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  /// The message, and what came.
  let exchange: RawExchange
  /// Whether the next request on the connection was answered in the same way.
  let isConnectionKept: Bool

  /// - Throws: Where it is not answered 200, or not by HTTP/1.1: nothing is to be learnt from others
  ///   then.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> PlainMessage {
    let message = try RawMessage(for: subject.url)
    let conversation = try probe.converse(message, message)
    let first = conversation.first
    guard let response = first.response else { throw .prevents(first.silence) }
    guard response.status == 200 else {
      throw .prevents("\(first.requestLine), sent as it is, was answered \(response.status)")
    }
    guard response.version == .http1_1 else {
      throw .lacks("the server answers with \(response.version)")
    }
    return PlainMessage(
      exchange: first, isConnectionKept: conversation.next()?.status == response.status)
  }

  /// The message.
  var message: RawMessage { exchange.message }
}
