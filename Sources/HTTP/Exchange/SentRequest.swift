/// A request as it went over the wire, the last sending where there were two.
package struct SentRequest: Sendable, Hashable {
  /// The head with its empty line; over HTTP/2 curl's text of it, in the form of HTTP/1.1.
  package var head: [UInt8]

  /// The octets after the head, with chunk framing where there was any.
  package var content: [UInt8]

  /// Whether somebody wrote the octets by hand and they went as they are, so that no request of curl's
  /// would be the same.
  package var isRaw: Bool

  /// The octets that were written by hand before these, over the same connection.
  package var preceding: [UInt8]

  /// Creates a sent request.
  package init(
    head: [UInt8], content: [UInt8], isRaw: Bool = false, preceding: [UInt8] = []
  ) {
    self.head = head
    self.content = content
    self.isRaw = isRaw
    self.preceding = preceding
  }
}
