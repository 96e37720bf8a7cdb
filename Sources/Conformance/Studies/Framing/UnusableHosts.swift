/// Requests that name no host, two of them, or none that can be (RFC 9112 section 3.2).
struct UnusableHosts: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server]

  let none: Conversation
  let two: Conversation
  let unreadable: Conversation

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> UnusableHosts {
    let message = try probe.study(PlainMessage.self, of: subject).message
    return UnusableHosts(
      none: try probe.converse(message.without("Host")),
      // A name that is nobody's (RFC 6761 section 6.4).
      two: try probe.converse(message.adding("Host: accord.invalid")),
      unreadable: try probe.converse(message.without("Host").adding("Host: accord invalid")))
  }
}
