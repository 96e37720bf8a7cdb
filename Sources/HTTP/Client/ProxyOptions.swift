import CAccordCurl

/// Through which proxy the network is reached.
package struct ProxyOptions: Sendable, Hashable {
  /// The proxy of `http` URLs, with its scheme (`http`, `https`, `socks5`, `socks5h`, …) and without
  /// credentials; nil for none.
  package var http: String?

  /// The proxy of `https` URLs, the same way.
  package var https: String?

  /// Credentials for the proxy, `NAME:PASSWORD`, by its URL.
  package var logins: [String: String]

  /// Hosts that are reached without the proxy, as curl's `--noproxy` has them.
  package var exceptions: String

  /// A file of authorities in PEM for proxies that speak TLS; nil for the system's.
  package var authorities: String?

  /// Whether the certificates of proxies are verified.
  package var verifies: Bool

  /// Creates options: no proxy.
  package init(
    http: String? = nil, https: String? = nil, logins: [String: String] = [:],
    exceptions: String = "", authorities: String? = nil, verifies: Bool = true
  ) {
    self.http = http
    self.https = https
    self.logins = logins
    self.exceptions = exceptions
    self.authorities = authorities
    self.verifies = verifies
  }

  /// Whether there is any.
  package var isUsed: Bool { http != nil || https != nil }
}

extension ProxyOptions {
  /// Sets the options of a new handle; the proxy itself is set for each request.
  func apply(to easy: borrowing EasyHandle) throws(HTTPClientError) {
    try Self.check(easy.set(CURLOPT_PROXY, ""), "PROXY")
    guard isUsed else { return }
    try Self.check(easy.set(CURLOPT_NOPROXY, exceptions), "NOPROXY")
    // What the proxy says of its tunnel is no part of the server's response.
    try Self.check(easy.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1), "SUPPRESS_CONNECT_HEADERS")
    // What is meant for the server is not told to the proxy when a tunnel is asked for.
    try Self.check(easy.set(CURLOPT_HEADEROPT, Int(CURLHEADER_SEPARATE)), "HEADEROPT")
    if let authorities {
      try Self.check(easy.set(CURLOPT_PROXY_CAINFO, authorities), "PROXY_CAINFO")
      try Self.check(easy.set(CURLOPT_PROXY_CAPATH, nil), "PROXY_CAPATH")
    }
    if !verifies {
      try Self.check(easy.set(CURLOPT_PROXY_SSL_VERIFYPEER, 0), "PROXY_SSL_VERIFYPEER")
      try Self.check(easy.set(CURLOPT_PROXY_SSL_VERIFYHOST, 0), "PROXY_SSL_VERIFYHOST")
    }
  }

  private static func check(_ code: CURLcode, _ option: String) throws(HTTPClientError) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: option, reason: CurlLibrary.words(code))
    }
  }
}

extension Transfer {
  /// The status by which a proxy refused a tunnel (RFC 9110 section 9.3.6), if one did.
  var refusedTunnel: Int? {
    let status = easy.long(CURLINFO_HTTP_CONNECTCODE)
    return sendCount == 0 && status > 0 && !(200..<300).contains(status) ? status : nil
  }

  /// Whether the response came from a proxy of HTTP and through no tunnel, so that a 407 is the
  /// proxy's own (RFC 9110 section 15.5.8).
  ///
  /// curl tells only to which port it connected: a host that is excepted from the proxy, and listens at
  /// the proxy's very port, is taken for it.
  var wentThroughProxy: Bool {
    guard let proxy = applied.proxy, proxy.hasPrefix("http"),
      request.url.prefix(5).lowercased() == "http:"
    else { return false }
    let port = proxy.split(separator: ":").last.flatMap { Int($0) }
    // curl's own ports, where the URL says none.
    return easy.long(CURLINFO_PRIMARY_PORT) == port ?? (proxy.hasPrefix("https:") ? 443 : 1080)
  }

  /// Whether a request was not sent because of the proxy.
  ///
  /// For a connection that failed, only curl's words tell to whom.
  func isOfProxy(_ code: CURLcode, _ words: String) -> Bool {
    guard let proxy = applied.proxy, !proxy.isEmpty else { return false }
    switch code {
    case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: return true
    case CURLE_COULDNT_CONNECT:
      let authority = proxy.split(separator: "/").last ?? ""
      guard let colon = authority.lastIndex(of: ":") else { return words.contains(authority) }
      let host = authority[..<colon].filter { $0 != "[" && $0 != "]" }
      return words.contains("\(host) port \(authority[authority.index(after: colon)...]) ")
    default: return words.contains("Proxy CONNECT")
    }
  }

  /// The error that a proxy's answer is: nothing reached the server.
  func refusalOfProxy(_ status: Int, _ code: CURLcode = CURLE_OK) -> TransportError {
    TransportError(
      phase: .connect, reason: .refusedByProxy(status: status), code: Int(code.rawValue),
      message: errorBuffer.pointee != 0 ? String(cString: errorBuffer) : "",
      mayHaveBeenProcessed: false, isIdempotent: request.isIdempotent)
  }

  /// Sets the proxy of the request's scheme.
  func applyProxy() throws(RequestProblem) {
    guard proxies.isUsed else { return }
    let isSecure = request.url.prefix(6).lowercased() == "https:"
    let proxy = (isSecure ? proxies.https : proxies.http) ?? ""
    guard applied.proxy != proxy else { return }
    applied.proxy = nil
    try check(easy.set(CURLOPT_PROXY, proxy), "PROXY")
    try check(easy.set(CURLOPT_PROXYUSERPWD, proxies.logins[proxy]), "PROXYUSERPWD")
    applied.proxy = proxy
  }
}
