internal import AccordHTTP

extension Wording {
  /// Why no request goes through to the server.
  func obstacle(_ error: TransportError) -> String {
    if case .refusedByProxy(let status) = error.reason { return refusal(ofProxy: status) }
    return curlWords(error)
  }

  /// That the proxy did not pass a request on, and what to do.
  func refusal(ofProxy status: Int) -> String {
    "the proxy did not pass the request on, it answered \(words(status: status, reason: "")); "
      + advice(ofProxy: status)
  }

  private func advice(ofProxy status: Int) -> String {
    switch status {
    // 407 by RFC 9110 section 15.5.8; tinyproxy says 401.
    case 401, 407: "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
    case 500...: "does the proxy reach the server? --no-proxy LIST reaches it without"
    default: "the proxy does not connect to this server; --no-proxy LIST reaches it without"
    }
  }

  /// What to do where a proxy is the reason that there is no answer; nil where it is none.
  func proxyAdvice(_ error: TransportError) -> String? {
    guard case .curl = error.reason else { return nil }
    switch error.code {
    case 5: return "is the URL of the proxy right?"
    case 97: return "the proxy refused; is the scheme of its URL right, and are its credentials?"
    default: return nil
    }
  }
}
