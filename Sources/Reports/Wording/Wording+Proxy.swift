internal import AccordHTTP

extension Wording {
  /// What to do where a proxy is the reason that there is no answer; nil where it is none.
  func proxyAdvice(_ error: TransportError) -> String? {
    guard case .curl = error.reason else { return nil }
    switch error.code {
    case 5: return "is the URL of the proxy right?"
    case 97: return "the proxy refused; is the scheme of its URL right, and are its credentials?"
    // 407 by RFC 9110 section 15.5.8; tinyproxy says 401.
    case 56
    where ["401", "407"].contains {
      error.message.contains("CONNECT tunnel failed, response \($0)")
    }:
      return "the proxy wants other credentials: http://NAME:PASSWORD@HOST:PORT"
    case 56 where error.message.contains("CONNECT tunnel failed"):
      return "the proxy does not connect to this server; --no-proxy LIST reaches it without"
    default: return nil
    }
  }
}
