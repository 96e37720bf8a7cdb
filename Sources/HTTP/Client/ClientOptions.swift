/// What holds for all exchanges of a client.
package struct ClientOptions: Sendable, Hashable {
  /// Which addresses of a host are used.
  package enum AddressFamily: Sendable, Hashable {
    /// Whatever the name has.
    case any
    /// IPv4 only.
    case ipv4
    /// IPv6 only.
    case ipv6
  }

  /// The `User-Agent` of requests that have none of their own; nil for none.
  package var userAgent: String?

  /// Which addresses of a host are used.
  package var addressFamily: AddressFamily

  /// Addresses for names, each `HOST:PORT:ADDRESS[,ADDRESS]…` (curl's `--resolve`).
  package var resolve: [String]

  /// Hosts to connect to in place of others, each `HOST1:PORT1:HOST2:PORT2` (curl's
  /// `--connect-to`).
  package var connectTo: [String]

  /// The path of a Unix socket to use in place of the network.
  package var unixSocket: String?

  /// Through which proxy the network is reached.
  package var proxies: ProxyOptions

  /// How TLS is spoken.
  package var tls: TLSOptions

  /// Whether a request waits for a connection that is being opened to its server and may be shared
  /// (RFC 9113 section 5), rather than open another.
  package var sharesConnections: Bool

  /// How many idle connections are kept.
  package var keptConnections: Int

  /// Creates options; the environment is not asked for a proxy.
  package init(
    userAgent: String?,
    addressFamily: AddressFamily = .any,
    resolve: [String] = [],
    connectTo: [String] = [],
    unixSocket: String? = nil,
    proxies: ProxyOptions = ProxyOptions(),
    tls: TLSOptions = TLSOptions(),
    sharesConnections: Bool = false,
    keptConnections: Int = 100
  ) {
    self.userAgent = userAgent
    self.addressFamily = addressFamily
    self.resolve = resolve
    self.connectTo = connectTo
    self.unixSocket = unixSocket
    self.proxies = proxies
    self.tls = tls
    self.sharesConnections = sharesConnections
    self.keptConnections = keptConnections
  }
}
