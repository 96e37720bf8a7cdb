internal import AccordHTTP

/// A request with content that the server has no use for, between two others on one connection.
struct UnreadContent: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  let conversation: Conversation
  /// The same without the content, where the content made a difference to the request after it.
  let withoutContent: Conversation?

  /// What was refused.
  var refused: RawExchange? { conversation.next(1) }
  /// What came for the request after it, if it was sent.
  var after: RawExchange? { conversation.next(2) }

  /// - Throws: Where the server keeps no connection anyway.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnreadContent {
    let plain = try probe.study(PlainMessage.self, of: subject)
    guard plain.isConnectionKept else { throw .lacks("the server keeps no connection") }
    let nowhere = try RawMessage("POST", for: Self.url(under: subject.url, probe.token))
    // No line of its own: if it is left where it is, it spoils the line of the next request.
    let content = "accord=\(probe.token)"
    let conversation = try probe.converse(
      plain.message,
      nowhere.adding(
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: \(content.utf8.count)", content: content),
      plain.message)
    if let response = conversation.next(1)?.response, response.status == 201 {
      probe.workshop.noteLoss("what POST \(nowhere.target) made, answered 201")
    }
    let differs = conversation.next(2).map { $0.response != nil && $0.status != 200 } ?? false
    return UnreadContent(
      conversation: conversation,
      withoutContent: differs
        ? try probe.converse(
          plain.message, nowhere.adding("Content-Length: 0"), plain.message) : nil)
  }

  /// A path below another that nobody uses.
  private static func url(under url: String, _ token: String) -> String {
    guard var reference = try? URLReference(parsing: url) else { return url }
    reference.path += (reference.path.hasSuffix("/") ? "" : "/") + "accord-\(token)"
    reference.query = nil
    reference.fragment = nil
    return reference.description
  }
}
