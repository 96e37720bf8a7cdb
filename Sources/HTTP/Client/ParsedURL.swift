import CAccordCurl

/// Owner of a URL in curl's parsed form: curl takes it up in each transfer without reading the text
/// again, which is 6 % of a small exchange.
struct ParsedURL: ~Copyable {
  /// curl's handle.
  let raw: OpaquePointer

  /// An empty one; nil without memory.
  init?() {
    guard let raw = curl_url() else { return nil }
    self.raw = raw
  }

  deinit {
    curl_url_cleanup(raw)
  }

  /// Reads an absolute URL of http or https with a host and without credentials.
  func set(_ url: String) throws(RequestProblem) {
    guard url.namesHostOfHTTP, !url.breaksTarget else { throw .targetIsNoURL(url) }
    let flags = UInt32(CURLU_PATH_AS_IS | CURLU_DISALLOW_USER)
    switch curl_url_set(raw, CURLUPART_URL, url, flags) {
    case CURLUE_OK: return
    case CURLUE_USER_NOT_ALLOWED: throw .credentialsInURL
    default: throw .targetIsNoURL(url)
    }
  }
}

extension String {
  /// Whether it holds what would end a request line or its target.
  var breaksTarget: Bool {
    breaksLine || utf8.contains(UInt8(ascii: " "))
  }

  /// Whether it begins with `http` or `https`, two slashes, and something that is no third slash:
  /// curl takes one or three for two, and other schemes.
  fileprivate var namesHostOfHTTP: Bool {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
    let scheme = self[..<colon]
    guard scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https") else {
      return false
    }
    let rest = utf8[colon...].dropFirst()
    guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first else { return false }
    return first != UInt8(ascii: "/") && first != UInt8(ascii: "?") && first != UInt8(ascii: "#")
  }
}
