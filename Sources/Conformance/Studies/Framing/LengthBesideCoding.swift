/// A request with Content-Length and Transfer-Encoding, then a well-formed one.
struct LengthBesideCoding: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  let conversation: Conversation

  /// - Throws: Where the server keeps no connection anyway.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> LengthBesideCoding {
    let plain = try probe.study(PlainMessage.self, of: subject)
    guard plain.isConnectionKept else { throw .lacks("the server keeps no connection") }
    // The last chunk and its line break are five octets: whichever field is believed, the message
    // ends at the same place, and no octet of it is taken for another request.
    let both = plain.message.adding(
      "Content-Length: 5", "Transfer-Encoding: chunked", content: "0\r\n\r\n")
    return LengthBesideCoding(conversation: try probe.converse(both, plain.message))
  }
}
