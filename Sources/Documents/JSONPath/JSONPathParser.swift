/// Reads a path by the grammar of RFC 9535, appendix A.
///
/// Methods are named after the rules of the grammar. Recursion goes through filters, parentheses
/// and functions only, and is bounded.
struct JSONPathParser {
  private let text: String
  let bytes: [UInt8]
  var position = 0
  var patternErrors: [PatternSyntaxError] = []
  private var depth = 0

  /// How deep filters, parentheses and functions may nest.
  private static let maximumDepth = 64

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  mutating func parse() throws(JSONPathSyntaxError) -> JSONPathQuery {
    guard take("$") else { throw unexpected(.root) }
    let segments = try segments()
    guard position == bytes.count else { throw unexpected(.segment) }
    return JSONPathQuery(start: .root, segments: segments)
  }

  // MARK: - Segments and selectors

  /// Reads segments with white space between them; what follows the last is left.
  mutating func segments() throws(JSONPathSyntaxError) -> [JSONPathQuery.Segment] {
    var segments: [JSONPathQuery.Segment] = []
    while true {
      let end = position
      skipWhitespace()
      if take("[") {
        segments.append(JSONPathQuery.Segment(isDescendant: false, selectors: try selectors()))
      } else if take("..") {
        let selectors =
          take("[") ? try selectors() : [try shorthand(expected: .nameWildcardOrBracket)]
        segments.append(JSONPathQuery.Segment(isDescendant: true, selectors: selectors))
      } else if take(".") {
        let selector = try shorthand(expected: .nameOrWildcard)
        segments.append(JSONPathQuery.Segment(isDescendant: false, selectors: [selector]))
      } else {
        position = end
        return segments
      }
    }
  }

  /// Reads `*` or a member's name without quotes.
  private mutating func shorthand(
    expected: JSONPathSyntaxError.Expected
  ) throws(JSONPathSyntaxError) -> JSONPathQuery.Selector {
    if take("*") { return .wildcard }
    let start = position
    while let byte = peek(), Self.isNameByte(byte), position > start || !Self.isDigit(byte) {
      position += 1
    }
    guard position > start else { throw unexpected(expected) }
    return .name(Array(bytes[start..<position]))
  }

  /// Reads what is in brackets, and the closing one.
  private mutating func selectors() throws(JSONPathSyntaxError) -> [JSONPathQuery.Selector] {
    var selectors: [JSONPathQuery.Selector] = []
    while true {
      skipWhitespace()
      selectors.append(try selector())
      skipWhitespace()
      if take("]") { return selectors }
      guard take(",") else { throw unexpected(.commaOrBracket) }
    }
  }

  private mutating func selector() throws(JSONPathSyntaxError) -> JSONPathQuery.Selector {
    switch peek() {
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return .name(Array(try stringLiteral().utf8))
    case UInt8(ascii: "*"):
      position += 1
      return .wildcard
    case UInt8(ascii: "?"):
      position += 1
      skipWhitespace()
      return .filter(try condition())
    case UInt8(ascii: ":"):
      return try slice(from: nil)
    case UInt8(ascii: "-"), (UInt8(ascii: "0")...UInt8(ascii: "9"))?:
      let start = try integer()
      let end = position
      skipWhitespace()
      if peek() == UInt8(ascii: ":") { return try slice(from: start) }
      position = end
      return .index(start)
    default:
      throw unexpected(.selector)
    }
  }

  /// Reads the rest of a slice, from its first colon on.
  private mutating func slice(from start: Int?) throws(JSONPathSyntaxError)
    -> JSONPathQuery.Selector
  {
    position += 1
    let end = try sliceBound()
    var step: Int?
    if take(":") { step = try sliceBound() }
    return .slice(JSONPathQuery.Slice(start: start, end: end, step: step ?? 1))
  }

  /// Reads an integer, if one is there, with the white space around it.
  private mutating func sliceBound() throws(JSONPathSyntaxError) -> Int? {
    skipWhitespace()
    guard let byte = peek(), byte == UInt8(ascii: "-") || Self.isDigit(byte) else { return nil }
    let value = try integer()
    skipWhitespace()
    return value
  }

  // MARK: - Bounded recursion

  /// Goes one level deeper for as long as `body` runs.
  mutating func nested<Value>(
    _ body: (inout JSONPathParser) throws(JSONPathSyntaxError) -> Value
  ) throws(JSONPathSyntaxError) -> Value {
    guard depth < Self.maximumDepth else { throw error(.tooDeep(limit: Self.maximumDepth)) }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: - Characters

  func peek() -> UInt8? { position < bytes.count ? bytes[position] : nil }

  func isAhead(_ token: StaticString) -> Bool {
    let count = token.utf8CodeUnitCount
    guard position + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[position + $0] == token.utf8Start[$0] }
  }

  /// Goes past a token if it comes next.
  mutating func take(_ token: StaticString) -> Bool {
    guard isAhead(token) else { return false }
    position += token.utf8CodeUnitCount
    return true
  }

  mutating func skipWhitespace() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), 0x80...0xFF: true
    default: false
    }
  }

  // MARK: - Errors

  func error(_ reason: JSONPathSyntaxError.Reason, at offset: Int? = nil) -> JSONPathSyntaxError {
    JSONPathSyntaxError(
      path: text, reason: reason, position: TextPosition(ofByte: offset ?? position, in: bytes))
  }

  func unexpected(_ expected: JSONPathSyntaxError.Expected) -> JSONPathSyntaxError {
    error(.unexpected(scalar(), expected: expected))
  }

  /// The character at the present position; nil at the end.
  func scalar() -> Unicode.Scalar? { UTF8Validation.scalar(in: bytes, at: position) }
}
