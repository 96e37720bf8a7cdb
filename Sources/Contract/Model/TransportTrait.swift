/// How the contract's requests reach the server.
package struct TransportTrait: Sendable {
  package let version: Trait.ProtocolVersion?
  package let addresses: Trait.Addresses?
  package let resolve: [String]
  package let connectTo: [String]
  package let unixSocket: String?
}

extension Trait {
  /// A version of HTTP.
  public enum ProtocolVersion: Sendable {
    /// HTTP/1.1.
    case http1_1
    /// HTTP/2, where TLS negotiates it or a cleartext server takes the offer to upgrade.
    case http2
    /// HTTP/2 at once, over cleartext too (RFC 9113 section 3.3).
    case http2PriorKnowledge
  }

  /// Which addresses of a host are used.
  public enum Addresses: Sendable {
    /// IPv4 only.
    case ipv4
    /// IPv6 only.
    case ipv6
  }

  /// How the server is reached, for the contract as a whole; each part gives way to the option of the
  /// command line: `--http2` and the like, `--ipv4`, `--resolve`, `--connect-to`, `--unix-socket`.
  ///
  ///     Contract("Shop API", .transport(.http2, connectTo: ["shop.test:443:canary.test:443"])) { … }
  ///
  /// Entries that curl would not take make the contract unusable.
  ///
  /// - Parameters:
  ///   - version: The version of HTTP to speak.
  ///   - addresses: Which addresses of a host are used.
  ///   - resolve: Addresses for names, each `HOST:PORT:ADDRESS[,ADDRESS]…`.
  ///   - connectTo: Hosts to connect to in place of others, each `HOST1:PORT1:HOST2:PORT2`.
  ///   - unixSocket: The path of a Unix socket to use in place of the network.
  public static func transport(
    _ version: ProtocolVersion? = nil, addresses: Addresses? = nil, resolve: [String] = [],
    connectTo: [String] = [], unixSocket: String? = nil
  ) -> Trait {
    Trait(
      kind: .transport(
        TransportTrait(
          version: version, addresses: addresses, resolve: resolve, connectTo: connectTo,
          unixSocket: unixSocket)))
  }
}
