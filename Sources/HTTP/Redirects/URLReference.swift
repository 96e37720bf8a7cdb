/// A URI reference in its components (RFC 3986 section 4.1), absolute or relative.
///
/// Reading is strict: what the grammar of RFC 3986 does not allow is an error, so an octet outside
/// ASCII, a space or a lone `%` too. Components stay as written; nothing is decoded.
///
///     let base = try URLReference(parsing: "http://h/a/b?q")
///     let next = try URLReference(parsing: "../c").resolved(against: base)   // http://h/c
package struct URLReference: Sendable, Hashable {
  /// What names a host and a port (RFC 3986 section 3.2).
  package struct Authority: Sendable, Hashable {
    /// What stands before `@`.
    package var userInformation: String?

    /// A name or an address, IPv6 within brackets; may be empty.
    package var host: String

    /// The digits after the colon, which may be none; at most 65535.
    package var port: String?
  }

  /// The scheme as written, without its colon.
  package var scheme: String?

  /// What stands after `//`.
  package var authority: Authority?

  /// The path; empty or beginning with a slash where there is an authority.
  package var path: String

  /// What stands after `?`.
  package var query: String?

  /// What stands after `#`.
  package var fragment: String?

  /// Whether it has a scheme, so that it can be a base.
  package var isAbsolute: Bool { scheme != nil }

  /// This reference seen from a base, strictly by the algorithm of RFC 3986 section 5.2.2.
  package func resolved(against base: URLReference) -> URLReference {
    var target = self
    if scheme != nil {
      target.path = path.removingDotSegments
      return target
    }
    target.scheme = base.scheme
    if authority != nil {
      target.path = path.removingDotSegments
      return target
    }
    target.authority = base.authority
    if path.isEmpty {
      target.path = base.path
      target.query = query ?? base.query
    } else if path.hasPrefix("/") {
      target.path = path.removingDotSegments
    } else {
      target.path = base.merging(path).removingDotSegments
    }
    return target
  }

  /// The relative path put in place of this path's last segment (RFC 3986 section 5.2.3).
  private func merging(_ relative: String) -> String {
    if authority != nil, path.isEmpty { return "/" + relative }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return relative }
    return String(path[...slash]) + relative
  }
}

extension URLReference: CustomStringConvertible {
  /// The reference as text (RFC 3986 section 5.3).
  package var description: String {
    var text = ""
    if let scheme { text += scheme + ":" }
    if let authority {
      text += "//"
      if let userInformation = authority.userInformation { text += userInformation + "@" }
      text += authority.host
      if let port = authority.port { text += ":" + port }
    } else if path.hasPrefix("//") {
      // Dots removed in front of an empty segment; without this it would read as an authority.
      text += "/."
    }
    text += path
    if let query { text += "?" + query }
    if let fragment { text += "#" + fragment }
    return text
  }
}

extension String {
  /// The path without `.` and `..` segments (RFC 3986 section 5.2.4).
  fileprivate var removingDotSegments: String {
    guard utf8.contains(UInt8(ascii: ".")) else { return self }
    var input = Array(utf8)[...]
    var output: [UInt8] = []
    func removeLastSegment() {
      while let last = output.popLast(), last != UInt8(ascii: "/") {}
    }
    while !input.isEmpty {
      if input.starts(with: "../".utf8) {
        input = input.dropFirst(3)
      } else if input.starts(with: "./".utf8) || input.starts(with: "/./".utf8) {
        input = input.dropFirst(2)
      } else if input.elementsEqual("/.".utf8) {
        input = [UInt8(ascii: "/")]
      } else if input.starts(with: "/../".utf8) {
        input = input.dropFirst(3)
        removeLastSegment()
      } else if input.elementsEqual("/..".utf8) {
        input = [UInt8(ascii: "/")]
        removeLastSegment()
      } else if input.elementsEqual(".".utf8) || input.elementsEqual("..".utf8) {
        input = []
      } else {
        let end = input.dropFirst().firstIndex(of: UInt8(ascii: "/")) ?? input.endIndex
        output += input[..<end]
        input = input[end...]
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}
