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
  var breaksTarget: Bool { containsOctet { $0.breaksLine || $0 == UInt8(ascii: " ") } }

  /// Whether it begins with `http` or `https`, two slashes, and something that is no third slash:
  /// curl takes one or three for two, and other schemes.
  fileprivate var namesHostOfHTTP: Bool {
    for start in ["http://", "https://"] where utf8.count > start.utf8.count {
      let host = utf8.index(startIndex, offsetBy: start.utf8.count)
      guard self[..<host].equalsIgnoringCase(start) else { continue }
      let first = utf8[host]
      return first != UInt8(ascii: "/") && first != UInt8(ascii: "?") && first != UInt8(ascii: "#")
    }
    return false
  }
}
