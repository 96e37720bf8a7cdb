/// What is known of the connection that carried an exchange.
package struct ConnectionFacts: Sendable, Hashable {
  /// An end of a connection.
  package struct Endpoint: Sendable, Hashable {
    /// The numeric address, IPv6 without brackets.
    package var address: String

    /// The port.
    package var port: Int

    /// Creates an end.
    package init(address: String, port: Int) {
      self.address = address
      self.port = port
    }
  }

  /// Whether the connection was opened for this exchange; false for a kept one, or for none at all.
  package var isNew: Bool

  /// This side; nil where no connection stood, or over a Unix socket.
  package var local: Endpoint?

  /// The server's side; nil where no connection stood, or over a Unix socket.
  package var remote: Endpoint?

  /// The version of HTTP spoken; nil where no response came.
  package var version: HTTPVersion?

  /// Creates facts, nothing known unless said otherwise.
  package init(
    isNew: Bool = false, local: Endpoint? = nil, remote: Endpoint? = nil,
    version: HTTPVersion? = nil
  ) {
    self.isNew = isNew
    self.local = local
    self.remote = remote
    self.version = version
  }
}
