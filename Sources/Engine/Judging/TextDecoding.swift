/// Text in the charset that a media type names (RFC 9110 section 8.3.2).
enum TextDecoding {
  /// Why a body is no text.
  enum Problem: Error, CustomStringConvertible {
    case malformed(charset: String, offset: Int)
    case unknownCharset(String)

    var description: String {
      switch self {
      case .malformed(let charset, let offset): "no \(charset) at octet \(offset)"
      case .unknownCharset(let name): "charset '\(name)', which is not supported"
      }
    }
  }

  /// The octets as text: UTF-8 unless the `charset` parameter says ASCII, ISO 8859-1 or UTF-16.
  static func decode(_ octets: [UInt8], contentType: String) throws(Problem) -> String {
    let charset = charset(of: contentType) ?? "utf-8"
    switch charset.lowercased() {
    case "us-ascii", "ascii":
      if let offset = octets.firstIndex(where: { $0 >= 0x80 }) {
        throw .malformed(charset: charset, offset: offset)
      }
      return String(decoding: octets, as: UTF8.self)
    case "utf-8", "utf8":
      if let text = String(validating: octets, as: UTF8.self) { return text }
      throw .malformed(charset: charset, offset: firstMalformed(octets))
    case "iso-8859-1", "latin1":
      return String(String.UnicodeScalarView(octets.map { Unicode.Scalar($0) }))
    case "utf-16", "utf-16be", "utf-16le":
      return try decodeUTF16(octets, charset: charset.lowercased())
    default: throw .unknownCharset(charset)
    }
  }

  /// The `charset` parameter of a media type.
  static func charset(of contentType: String) -> String? {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].trimmingBlanks().lowercased() == "charset" else {
        continue
      }
      return parts[1].trimmingBlanks().trimmingQuotes()
    }
    return nil
  }

  /// Where the first character begins that is no UTF-8.
  private static func firstMalformed(_ octets: [UInt8]) -> Int {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = octets.makeIterator()
    var offset = 0
    while case .valid(let scalar) = parser.parseScalar(from: &rest) { offset += scalar.count }
    return offset
  }

  /// A byte order mark decides the order for `utf-16`; without one it is big-endian (RFC 2781
  /// section 4.3).
  private static func decodeUTF16(
    _ octets: [UInt8], charset: String
  ) throws(Problem) -> String {
    var rest = octets[...]
    var isBigEndian = charset != "utf-16le"
    if charset == "utf-16", rest.starts(with: [0xFF, 0xFE]) {
      isBigEndian = false
      rest = rest.dropFirst(2)
    } else if charset == "utf-16", rest.starts(with: [0xFE, 0xFF]) {
      rest = rest.dropFirst(2)
    }
    guard rest.count.isMultiple(of: 2) else {
      throw .malformed(charset: charset, offset: octets.count)
    }
    let units = stride(from: rest.startIndex, to: rest.endIndex, by: 2).map { index in
      let first = UInt16(rest[index])
      let second = UInt16(rest[index + 1])
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw .malformed(charset: charset, offset: 0)
    }
    return text
  }
}

extension String {
  fileprivate func trimmingQuotes() -> String {
    count >= 2 && hasPrefix("\"") && hasSuffix("\"") ? String(dropFirst().dropLast()) : self
  }
}
