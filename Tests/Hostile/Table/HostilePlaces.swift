import AccordTestSupport

/// The ports of the servers that play the kinds' parts.
struct HostilePlaces: Sendable {
  /// The server of ``HostileKind/act``.
  var main = 0
  /// Another origin, whose every answer is `hello`; its port swallows connections on 127.0.0.9.
  var other = 0
  /// The same on `::1`.
  var otherOnIPv6 = 0
  /// Accepts, and says nothing.
  var silent = 0
  /// Accepts, and answers the first octets with what is no TLS.
  var garbage = 0
  /// Accepts, and closes at once.
  var closing = 0
  /// Accepts, and closes after the first octets.
  var closingLater = 0
  /// Accepts, and resets at once.
  var resetting = 0
  /// Answers the first octets with a `ServerHello` of SSL 3.0.
  var old = 0
  /// The same of TLS 1.0.
  var old1_0 = 0
  /// Answers the first octets with an alert of TLS.
  var alerting = 0
  /// Nobody listens.
  var dead = 0
  /// Servers that speak TLS, by name.
  var secured: [HostileTLS.Name: Int] = [:]
}
