package import AccordHTTP

/// Who sends the requests of a probe, and knows the credentials of its target.
///
/// Rules and studies know no network: a run sends over libcurl, a test answers by itself.
package protocol ProbeSender: AnyObject {
  /// Sends a request and waits for what becomes of it.
  ///
  /// - Throws: ``Obstacle/prevents(_:)`` where nothing more is to be sent, since the run was stopped.
  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange

  /// What was answered "later" since the last call, and sent again then: it was seen all the same.
  func takeDeferred() -> [Exchange]

  /// Opens a connection, sends octets as they are, and reads what comes.
  ///
  /// - Throws: ``Obstacle/prevents(_:)`` where that is not possible: the run was stopped, or the server
  ///   is reached by HTTP/2 only or through a proxy.
  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer

  /// Waits, for a server that needs time until what was written can be read.
  func pause(_ duration: Duration)

  /// Is told of the rule that the next requests are for, to show it to who waits.
  func turn(to rule: Rule)
}

extension ProbeSender {
  /// Tells nobody.
  package func turn(to rule: Rule) {}
}

extension ProbeSender {
  package func takeDeferred() -> [Exchange] { [] }
}

/// As whom a request is sent.
package enum ProbeAuthorization: Sendable, Hashable {
  /// With the target's credentials, if it has some.
  case own
  /// As nobody.
  case none
  /// With the target's credentials, the last character of the secret another one.
  case altered
}

/// Octets for a connection of their own.
package struct RawRequest: Sendable, Hashable {
  /// The URL whose server they are for; its path does not matter.
  package var url: String
  /// What is sent, one part after another: a part after the first when the answer before it is there.
  package var parts: [[UInt8]]
  /// The content of the last part, where that is a head: it is sent when a 100 has come, or nothing for
  /// long enough, and not after any other answer.
  package var withheld: RawDialogue.Withheld?
  /// For how long octets are waited for that should not come, after an answer is complete.
  package var lingering: Duration

  package init(
    url: String, parts: [[UInt8]], withheld: RawDialogue.Withheld? = nil,
    lingering: Duration = .milliseconds(150)
  ) {
    self.url = url
    self.parts = parts
    self.withheld = withheld
    self.lingering = lingering
  }
}

/// What came over a connection of its own.
package struct RawAnswer: Sendable, Hashable {
  /// What came for each part that was sent, and after the last until the end of the waiting.
  ///
  /// Where content was kept back and then sent, what came for it stands behind what came before.
  package var parts: [[UInt8]]
  /// How long each of them was waited for, in the same order.
  package var waited: [Duration]
  /// Whether the server closed the connection, within the waiting.
  package var isClosed: Bool

  package init(parts: [[UInt8]], waited: [Duration] = [], isClosed: Bool) {
    self.parts = parts
    self.waited = waited
    self.isClosed = isClosed
  }
}
