/// Requests whose Content-Length is no length, each with a well-formed one after it.
struct UnusableLengths: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  /// What stood in the field, and what came of it.
  let attempts: [(value: String, conversation: Conversation)]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnusableLengths {
    let message = try probe.study(PlainMessage.self, of: subject).message
    var attempts: [(value: String, conversation: Conversation)] = []
    for (value, content) in values {
      let unusable = message.adding("Content-Length: \(value)", content: content)
      attempts.append((value, try probe.converse(unusable, message)))
    }
    return UnusableLengths(attempts: attempts)
  }

  /// Values with as many octets as a lenient reader may wait for.
  private static let values = [("+5x", "12345"), ("5, 6", "123456"), ("-1", "")]
}
