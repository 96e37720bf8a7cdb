/// A URI reference in its five parts, and how one is resolved against another (RFC 3986).
///
/// Nothing is validated, decoded or normalized: to identify schemas, two references are the same if
/// they are written the same once resolved.
struct SchemaURI: Hashable {
  var scheme: Substring?
  var authority: Substring?
  var path: Substring
  var query: Substring?
  var fragment: Substring?

  /// Takes a reference apart as the expression of RFC 3986 appendix B does.
  init(_ text: String) {
    var rest = Substring(text)
    if let mark = rest.firstIndex(of: "#") {
      fragment = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), colon > rest.startIndex,
      !rest[..<colon].contains("/")
    {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      authority = rest[..<end]
      rest = rest[end...]
    }
    path = rest
  }

  /// The reference seen from a base (section 5.2.2).
  func resolved(against base: SchemaURI) -> SchemaURI {
    var result = self
    if scheme != nil || authority != nil {
      result.scheme = scheme ?? base.scheme
      result.path = Self.withoutDotSegments(path)
      return result
    }
    result.scheme = base.scheme
    result.authority = base.authority
    if path.isEmpty {
      result.path = base.path
      result.query = query ?? base.query
    } else if path.hasPrefix("/") {
      result.path = Self.withoutDotSegments(path)
    } else {
      result.path = Self.withoutDotSegments(base.merged(with: path))
    }
    return result
  }

  /// The reference up to its fragment.
  var withoutFragment: String {
    var text = ""
    if let scheme { text += "\(scheme):" }
    if let authority { text += "//\(authority)" }
    text += path
    if let query { text += "?\(query)" }
    return text
  }

  /// Section 5.2.3.
  private func merged(with path: Substring) -> Substring {
    if authority != nil, self.path.isEmpty { return "/" + path }
    guard let slash = self.path.lastIndex(of: "/") else { return path }
    return self.path[...slash] + path
  }

  /// Section 5.2.4, for a path whose segments are looked at one after the other.
  ///
  /// The standard knows absolute bases only. Seen from a relative one, `..` that leads out of it is
  /// kept: the files of schemas refer to each other so.
  private static func withoutDotSegments(_ path: Substring) -> Substring {
    guard path.contains(".") else { return path }
    let isAbsolute = path.hasPrefix("/")
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
      .dropFirst(isAbsolute ? 1 : 0)
    for (position, segment) in segments.enumerated() {
      let isLast = position == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.isEmpty || kept.last == "..", !isAbsolute {
          kept.append("..")
        } else {
          _ = kept.popLast()
        }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return (isAbsolute ? "/" : "") + kept.joined(separator: "/")[...]
  }
}
