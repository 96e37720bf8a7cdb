internal import AccordHTTP

/// A request that is answered 204, on a connection of its own, and what follows the head of its answer.
struct NoContentAlone: Study {
  static let safety = SafetyClass.intrusive
  static let roles: Set<Subject.Role> = [.server, .collection]

  let conversation: Conversation

  /// - Throws: Where nothing is answered 204.
  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> NoContentAlone {
    if subject.role == .collection, let url = try? probe.makeItem() {
      let conversation = try probe.converse(removing: url)
      if conversation.first.status == 204 { return NoContentAlone(conversation: conversation) }
    }
    let options = try RawMessage("OPTIONS", for: subject.url)
    let preflight = options.adding(
      "Origin: https://accord.invalid", "Access-Control-Request-Method: GET")
    for message in [options, preflight] {
      let conversation = try probe.converse(message)
      if conversation.first.status == 204 { return NoContentAlone(conversation: conversation) }
    }
    throw .lacks("neither OPTIONS nor DELETE is answered 204")
  }
}

extension Probe {
  /// Removes an item that the probe made by a message of its own.
  fileprivate func converse(removing url: String) throws(Obstacle) -> Conversation {
    guard workshop.knows(url) else { throw .prevents("\(url) was not made here") }
    let conversation = try converse(
      RawMessage("DELETE", for: url).adding(
        ifMatch(for: url).map { "\($0.name): \($0.value ?? "")" }))
    if (200...299).contains(conversation.first.status) { workshop.noteRemoval(of: url) }
    return conversation
  }
}
