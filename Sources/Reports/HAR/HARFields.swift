internal import AccordHTTP

/// The fields of messages, octet by octet, and what is read out of them.
enum HARFields {
  /// A field line.
  struct Line {
    var name: [UInt8]
    var value: [UInt8]
  }

  /// A cookie as a field states it (RFC 6265 section 4).
  struct Cookie {
    var name: String
    var value: String
    /// The attributes of `Set-Cookie`, with names in small letters.
    var attributes: [(name: String, value: String)] = []
  }

  static func octets(of fields: HTTPFields) -> [Line] {
    fields.map { Line(name: Array($0.nameOctets), value: Array($0.valueOctets)) }
  }

  /// The fields as they went over the wire; where that was not recorded, as they were asked for.
  static func sent(_ exchange: Exchange) -> [Line] {
    guard let head = exchange.sent?.head else {
      return exchange.request.fields.compactMap { field in
        field.value.map { Line(name: Array(field.name.utf8), value: Array($0.utf8)) }
      }
    }
    let lines = head.split { $0 == UInt8(ascii: "\n") }.dropFirst()
    return lines.compactMap { line in
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      return Line(name: Array(line[..<colon]), value: trimmed(line[(colon + 1)...]))
    }
  }

  /// The first value of that name, which is given in small letters.
  static func first(_ name: String, in lines: [Line]) -> String? {
    lines.first { isName($0, name) }.map { String(decoding: $0.value, as: UTF8.self) }
  }

  // MARK: - Cookies

  static func cookies(of lines: [Line]) -> [Cookie] {
    lines.filter { isName($0, "cookie") }.flatMap { line in
      String(decoding: line.value, as: UTF8.self).split(separator: ";").map { pair in
        let (name, value) = halves(pair)
        return Cookie(name: name, value: value)
      }
    }
  }

  static func setCookies(of lines: [Line]) -> [Cookie] {
    lines.filter { isName($0, "set-cookie") }.map { line in
      let parts = String(decoding: line.value, as: UTF8.self).split(
        separator: ";", omittingEmptySubsequences: false)
      let (name, value) = halves(parts[0])
      var cookie = Cookie(name: name, value: value)
      cookie.attributes = parts.dropFirst().map { part in
        let (name, value) = halves(part)
        return (name.lowercased(), value)
      }
      return cookie
    }
  }

  // MARK: - Query

  /// The parts of a URL's query, as they stand in it.
  static func query(of url: String) -> [(name: String, value: String)] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].prefix { $0 != "#" }.split(separator: "&").map { part in
      let end = part.firstIndex(of: "=")
      let value = end.map { part[part.index(after: $0)...] } ?? ""
      return (String(part[..<(end ?? part.endIndex)]), String(value))
    }
  }

  private static func halves(_ text: Substring) -> (String, String) {
    let end = text.utf8.firstIndex(of: UInt8(ascii: "="))
    let value = end.map { text[text.utf8.index(after: $0)...] } ?? ""
    let parts = [text[..<(end ?? text.endIndex)], value].map { part in
      String(decoding: trimmed(Array(part.utf8)[...]), as: UTF8.self)
    }
    return (parts[0], parts[1])
  }

  private static func isName(_ line: Line, _ name: String) -> Bool {
    line.name.elementsEqual(name.utf8) { $0 == $1 || 0x41...0x5A ~= $0 && $0 | 0x20 == $1 }
  }

  private static func trimmed(_ octets: ArraySlice<UInt8>) -> [UInt8] {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    var octets = octets.drop(while: isBlank)
    while let last = octets.last, isBlank(last) { octets.removeLast() }
    return Array(octets)
  }
}
