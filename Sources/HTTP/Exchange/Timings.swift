/// How long the phases of an exchange took, measured by curl in microseconds.
package struct Timings: Sendable, Hashable {
  /// Looking up the host's name; zero on a kept connection.
  package var nameLookup: Duration

  /// Connecting, after the name was known; zero on a kept connection.
  package var connect: Duration

  /// The TLS handshake, after the connection stood; nil where there was none.
  package var tls: Duration?

  /// From the moment the request could be sent to the first octet of the response: sending it, and
  /// the server's thinking.
  package var wait: Duration

  /// From the first octet of the response to its end.
  package var receive: Duration

  /// From the start to the first octet of the response; zero where none came.
  package var firstByte: Duration

  /// From the start to the end.
  package var total: Duration

  /// Creates timings, all zero unless said otherwise.
  package init(
    nameLookup: Duration = .zero,
    connect: Duration = .zero,
    tls: Duration? = nil,
    wait: Duration = .zero,
    receive: Duration = .zero,
    firstByte: Duration = .zero,
    total: Duration = .zero
  ) {
    self.nameLookup = nameLookup
    self.connect = connect
    self.tls = tls
    self.wait = wait
    self.receive = receive
    self.firstByte = firstByte
    self.total = total
  }
}
