internal import CAccordXML

/// How a document says itself in which encoding it is.
package struct XMLEncoding: Sendable, Hashable {
  /// The encoding of the byte order mark; nil if there is none.
  package let byteOrderMark: String?
  /// The encoding that the XML or text declaration names; nil if it names none.
  package let declared: String?

  /// Looks at the first bytes of a document only (XML 1.0 appendix F).
  package init(of bytes: [UInt8]) {
    byteOrderMark = Self.byteOrderMark(of: bytes)
    declared = Self.declaredEncoding(in: Self.declaration(of: bytes))
  }

  /// Whether documents in an encoding of this name can be read.
  package static func isKnown(_ name: String) -> Bool {
    _ = XMLLibrary.isReady
    guard let handler = xmlFindCharEncodingHandler(name) else { return false }
    xmlCharEncCloseFunc(handler)
    return true
  }

  /// The encoding that a byte order mark stands for; nil if there is none.
  static func byteOrderMark(of bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return "UTF-8" }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32BE" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  /// The ASCII characters of the declaration, whatever the width of the document's characters.
  private static func declaration(of bytes: [UInt8]) -> [UInt8] {
    let head = bytes.prefix(1024).filter { $0 != 0 && $0 < 0x80 }
    guard head.starts(with: "<?xml".utf8), head.count > 5, isSpace(head[5]),
      let end = head.firstIndex(of: UInt8(ascii: ">"))
    else { return [] }
    return Array(head[6..<end])
  }

  private static func declaredEncoding(in declaration: [UInt8]) -> String? {
    let word = Array("encoding".utf8)
    var position = 0
    while position + word.count <= declaration.count {
      guard declaration[position...].starts(with: word) else {
        position += 1
        continue
      }
      var rest = declaration[(position + word.count)...].drop { isSpace($0) }
      guard rest.popFirst() == UInt8(ascii: "=") else { return nil }
      rest = rest.drop { isSpace($0) }
      guard let quote = rest.popFirst(), quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = rest.firstIndex(of: quote)
      else { return nil }
      return String(decoding: rest[..<end], as: UTF8.self)
    }
    return nil
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
