/// Splits an XPath into tokens (XPath 1.0 section 3.7).
struct XPathScanner {
  private let bytes: [UInt8]
  private var offset = 0
  private var tokens: [XPathToken] = []

  /// A mistake and its place.
  struct Failure: Error {
    let reason: XPathSyntaxError.Reason
    let offset: Int
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// All tokens; the last one is the end.
  mutating func scan() throws(Failure) -> [XPathToken] {
    skipSpace()
    while offset < bytes.count {
      let start = offset
      let kind = try nextKind()
      tokens.append(XPathToken(kind: kind, range: start..<offset))
      skipSpace()
    }
    tokens.append(XPathToken(kind: .end, range: offset..<offset))
    return tokens
  }

  private func byte(_ distance: Int = 0) -> UInt8? {
    offset + distance < bytes.count ? bytes[offset + distance] : nil
  }

  private mutating func skipSpace() {
    while let byte = byte(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      offset += 1
    }
  }

  private mutating func nextKind() throws(Failure) -> XPathToken.Kind {
    guard let first = byte() else { return .end }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return try literal(quote: first)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: ".") where byte(1).map(Self.isDigit) == true: return number()
    case UInt8(ascii: "$"):
      let start = offset
      offset += 1
      guard let name = try qualifiedName() else {
        throw Failure(reason: .unexpected(found: nextText(), expected: .name), offset: start + 1)
      }
      return .variable(name.prefix.map { "\($0):\(name.local)" } ?? name.local)
    case UInt8(ascii: "*"):
      offset += 1
      return isOperatorExpected ? .symbol(.multiply) : .wildcard
    default:
      if let symbol = symbol() { return .symbol(symbol) }
      return try nameKind()
    }
  }

  private mutating func symbol() -> XPathToken.Symbol? {
    for length in [2, 1] where offset + length <= bytes.count {
      let text = String(decoding: bytes[offset..<offset + length], as: UTF8.self)
      if let symbol = XPathToken.Symbol(rawValue: text), !Self.isNameStart(bytes[offset]) {
        offset += length
        return symbol
      }
    }
    return nil
  }

  private mutating func literal(quote: UInt8) throws(Failure) -> XPathToken.Kind {
    guard let end = bytes[(offset + 1)...].firstIndex(of: quote) else {
      throw Failure(reason: .unclosedLiteral, offset: offset)
    }
    defer { offset = end + 1 }
    return .literal(String(decoding: bytes[(offset + 1)..<end], as: UTF8.self))
  }

  private mutating func number() -> XPathToken.Kind {
    let start = offset
    while byte().map(Self.isDigit) == true { offset += 1 }
    if byte() == UInt8(ascii: ".") {
      offset += 1
      while byte().map(Self.isDigit) == true { offset += 1 }
    }
    return .number(XPathNumber.value(of: String(decoding: bytes[start..<offset], as: UTF8.self)))
  }

  /// Names are operators behind an operand; before `(` and `::` they are functions and axes.
  private mutating func nameKind() throws(Failure) -> XPathToken.Kind {
    let start = offset
    guard let name = try qualifiedName() else {
      let rest = String(decoding: bytes[start...].prefix(4), as: UTF8.self)
      throw Failure(
        reason: .illegalCharacter(rest.unicodeScalars.first ?? "\u{FFFD}"), offset: start)
    }
    if isOperatorExpected {
      if name.prefix == nil, let symbol = XPathToken.Symbol(rawValue: name.local) {
        return .symbol(symbol)
      }
      let text = String(decoding: bytes[start..<offset], as: UTF8.self)
      throw Failure(reason: .unexpected(found: text, expected: .end), offset: start)
    }
    if name.local == "*", let prefix = name.prefix { return .namespaceWildcard(prefix) }
    let end = offset
    skipSpace()
    defer { offset = end }
    if byte() == UInt8(ascii: "(") { return .function(prefix: name.prefix, local: name.local) }
    if name.prefix == nil, byte() == UInt8(ascii: ":"), byte(1) == UInt8(ascii: ":") {
      return .axis(name.local)
    }
    return .name(prefix: name.prefix, local: name.local)
  }

  /// Whether what was before was an operand.
  private var isOperatorExpected: Bool {
    switch tokens.last?.kind {
    case nil: false
    case .symbol(let symbol): !symbol.precedesOperand
    case .axis, .function: false
    default: true
    }
  }

  /// Goes over a name with or without a prefix, and gives nil if none begins here.
  ///
  /// The local part may be an asterisk where there is a prefix.
  private mutating func qualifiedName() throws(Failure) -> (prefix: String?, local: String)? {
    guard let first = plainName() else { return nil }
    guard byte() == UInt8(ascii: ":"), byte(1) != UInt8(ascii: ":") else { return (nil, first) }
    offset += 1
    if byte() == UInt8(ascii: "*") {
      offset += 1
      return (first, "*")
    }
    guard let local = plainName() else {
      throw Failure(reason: .unexpected(found: nextText(), expected: .name), offset: offset)
    }
    return (first, local)
  }

  private mutating func plainName() -> String? {
    guard let length = XMLNameCharacters.nameLength(in: bytes, from: offset) else { return nil }
    defer { offset += length }
    return String(decoding: bytes[offset..<offset + length], as: UTF8.self)
  }

  private func nextText() -> String? {
    String(decoding: bytes[min(offset, bytes.count)...].prefix(4), as: UTF8.self)
      .unicodeScalars.first.map { String($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
