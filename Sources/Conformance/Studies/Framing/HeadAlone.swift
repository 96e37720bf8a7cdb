/// HEAD on a connection of its own, and what follows the head of its answer.
struct HeadAlone: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server, .document, .item]

  let conversation: Conversation

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> HeadAlone {
    HeadAlone(conversation: try probe.converse(RawMessage("HEAD", for: subject.url)))
  }
}
