/// A request whose transfer coding does not say where its content ends, then a well-formed one.
struct UnendingCoding: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  let conversation: Conversation

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnendingCoding {
    let message = try probe.study(PlainMessage.self, of: subject).message
    return UnendingCoding(
      conversation: try probe.converse(message.adding("Transfer-Encoding: gzip"), message))
  }
}
