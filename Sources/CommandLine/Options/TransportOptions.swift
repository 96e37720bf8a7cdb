internal import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordReports
internal import ArgumentParser

/// How the server is reached, with curl's names and meanings.
struct TransportOptions: ParsableArguments {
  @Flag(name: .customLong("http1.1"), help: "Use HTTP/1.1.")
  var http1_1 = false

  @Flag(name: .customLong("http2"), help: "Use HTTP/2, by ALPN or by Upgrade.")
  var http2 = false

  @Flag(name: .customLong("http2-prior-knowledge"), help: "Use HTTP/2 without asking.")
  var http2PriorKnowledge = false

  @Flag(name: .customLong("ipv4"), help: "Use IPv4 only.")
  var ipv4 = false

  @Flag(name: .customLong("ipv6"), help: "Use IPv6 only.")
  var ipv6 = false

  @Option(
    help: ArgumentHelp(
      "Use this address for a host and port. Repeatable.", valueName: "host:port:address"))
  var resolve: [String] = []

  @Option(
    help: ArgumentHelp(
      "Connect to another host and port. Repeatable.", valueName: "host1:port1:host2:port2"))
  var connectTo: [String] = []

  @Option(help: ArgumentHelp("Connect through this Unix socket.", valueName: "path"))
  var unixSocket: String?

  @Option(
    name: [.customShort("A"), .long],
    help: ArgumentHelp(
      "Who asks, in place of \(AccordVersion.userAgent) or of the contract's own .userAgent; "
        + "inner ones stay.",
      valueName: "product/version"))
  var userAgent: String?

  /// The version that is asked for, if one is.
  var version: HTTPVersionPreference? {
    if http1_1 { return .http1_1 }
    if http2PriorKnowledge { return .http2PriorKnowledge }
    return http2 ? .http2 : nil
  }

  /// Which addresses are asked for, if any are.
  var family: ClientOptions.AddressFamily? { ipv4 ? .ipv4 : ipv6 ? .ipv6 : nil }

  func validate() throws {
    try GivenPath.check(unixSocket, of: "--unix-socket")
    let versions = [http1_1, http2, http2PriorKnowledge].count(where: \.self)
    if versions > 1 {
      throw ValidationError("--http1.1, --http2 and --http2-prior-knowledge exclude one another")
    }
    if let userAgent, !UserAgent.isWellFormed(userAgent) {
      throw ValidationError("--user-agent: " + Wording.message(userAgent: "'\(userAgent)'"))
    }
    for entry in resolve where !Self.isResolveEntry(entry) {
      throw ValidationError("--resolve takes HOST:PORT:ADDRESS, not '\(entry)'")
    }
    for entry in connectTo where !Self.isConnectToEntry(entry) {
      throw ValidationError("--connect-to takes HOST1:PORT1:HOST2:PORT2, not '\(entry)'")
    }
    if ipv4, ipv6 { throw ValidationError("--ipv4 and --ipv6 exclude each other") }
  }

  /// Whether curl takes an entry: `host:port:address`, `+host:port:address` or `-host:port`
  /// (CURLOPT_RESOLVE).
  ///
  /// An address may be one of IPv6, with colons of its own.
  static func isResolveEntry(_ entry: String) -> Bool {
    let parts = entry.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, !parts[0].isEmpty, UInt16(parts[1]) != nil else { return false }
    return entry.hasPrefix("-") ? parts.count == 2 : parts.count == 3 && !parts[2].isEmpty
  }

  /// Whether an entry has the four parts that curl wants (CURLOPT_CONNECT_TO).
  static func isConnectToEntry(_ entry: String) -> Bool { entry.count { $0 == ":" } >= 3 }
}
