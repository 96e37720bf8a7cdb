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
