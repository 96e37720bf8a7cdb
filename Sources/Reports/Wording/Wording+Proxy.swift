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

  /// What failed, where it is a proxy's part; nil where it is not.
  static func failureOfProxy(_ error: TransportError) -> String? {
    guard error.isOfProxy else { return nil }
    return switch error.code {
    case 5: "the proxy's name could not be looked up"
    case 7: "no connection to the proxy"
    default: "the proxy made no connection"
    }
  }

  /// What to do where a proxy is the reason that there is no answer; nil where it is none.
  func proxyAdvice(_ error: TransportError) -> String? {
    guard case .curl = error.reason, error.isOfProxy else { return nil }
    return switch error.code {
    // CURLE_COULDNT_RESOLVE_PROXY
    case 5: "is the URL of the proxy right?"
    // CURLE_COULDNT_CONNECT
    case 7:
      "is the proxy running, and is this its address? --no-proxy LIST reaches the server without"
    default:
      "is the scheme of its URL right, are its credentials, and does it reach the server?"
    }
  }
}
