/// A strict reader of JSON (RFC 8259).
///
/// The decoder of the standard library's foundation takes a comma before a closing bracket, and a
/// sample of good manners should not.
struct JSONParser {
  /// Why something is not JSON, and where.
  struct Failure: Error, Equatable {
    let reason: String
    let offset: Int
  }

  private static let deepest = 200

  private let octets: [UInt8]
  private var position = 0
  private var depth = 0

  static func parse(_ octets: [UInt8]) throws(Failure) -> JSONValue {
    var parser = JSONParser(octets: octets)
    let value = try parser.value()
    guard parser.next == nil else { throw parser.failure("something follows the value") }
    return value
  }

  private init(octets: [UInt8]) { self.octets = octets }

  private func failure(_ reason: String) -> Failure {
    Failure(reason: reason, offset: position)
  }

  /// The octet at the position; `nil` at the end.
  private var next: UInt8? { position < octets.count ? octets[position] : nil }

  private mutating func skipSpace() {
    while let octet = next, [0x20, 0x09, 0x0A, 0x0D].contains(octet) { position += 1 }
  }

  /// Steps over the character when it comes next.
  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Reads a value with the white space around it.
  private mutating func value() throws(Failure) -> JSONValue {
    skipSpace()
    let value: JSONValue
    switch next.map(Unicode.Scalar.init) {
    case "{"?: value = try nested { parser throws(Failure) in try parser.object() }
    case "["?: value = try nested { parser throws(Failure) in try parser.array() }
    case "\""?: value = .string(try string())
    case "t"?: value = try word("true", .boolean(true))
    case "f"?: value = try word("false", .boolean(false))
    case "n"?: value = try word("null", .null)
    case "-"?, ("0"..."9")?: value = try number()
    case nil: throw failure("the value is missing")
    default: throw failure("no value begins like this")
    }
    skipSpace()
    return value
  }

  private mutating func nested(
    _ read: (inout JSONParser) throws(Failure) -> JSONValue
  ) throws(Failure) -> JSONValue {
    guard depth < Self.deepest else { throw failure("it is nested too deeply") }
    depth += 1
    defer { depth -= 1 }
    position += 1
    skipSpace()
    return try read(&self)
  }

  private mutating func object() throws(Failure) -> JSONValue {
    var members: [String: JSONValue] = [:]
    if take("}") { return .object(members) }
    repeat {
      skipSpace()
      guard next == UInt8(ascii: "\"") else { throw failure("a name is missing") }
      let name = try string()
      skipSpace()
      guard take(":") else { throw failure("a colon is missing") }
      members[name] = try value()
    } while take(",")
    guard take("}") else { throw failure("a comma or brace is missing") }
    return .object(members)
  }

  private mutating func array() throws(Failure) -> JSONValue {
    var elements: [JSONValue] = []
    if take("]") { return .array(elements) }
    repeat { elements.append(try value()) } while take(",")
    guard take("]") else { throw failure("a comma or bracket is missing") }
    return .array(elements)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Failure) -> JSONValue {
    guard octets[position...].starts(with: word.utf8) else {
      throw failure("no value begins like this")
    }
    position += word.utf8.count
    return value
  }
}

extension JSONParser {
  private mutating func number() throws(Failure) -> JSONValue {
    let start = position
    _ = take("-")
    if !take("0") { try digits() }
    let isInteger = next.map { !".eE".utf8.contains($0) } ?? true
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    let text = String(decoding: octets[start..<position], as: UTF8.self)
    if isInteger, let integer = Int(text) { return .integer(integer) }
    guard let number = Double(text), number.isFinite else {
      throw failure("a number is too large")
    }
    // 2.0 and 2e0 are the integer 2.
    return Int(exactly: number).map(JSONValue.integer) ?? .number(number)
  }

  private mutating func digits() throws(Failure) {
    let start = position
    while let octet = next, ("0"..."9").contains(Unicode.Scalar(octet)) { position += 1 }
    guard position > start else { throw failure("a digit is missing") }
  }

  /// Reads a string, from its first quote to behind its last one.
  private mutating func string() throws(Failure) -> String {
    position += 1
    var content: [UInt8] = []
    while let octet = next, octet != UInt8(ascii: "\"") {
      guard octet >= 0x20 else { throw failure("a control character is not escaped") }
      position += 1
      if octet == UInt8(ascii: "\\") {
        content.append(contentsOf: try escape().utf8)
      } else {
        content.append(octet)
      }
    }
    guard take("\"") else { throw failure("a string does not end") }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw failure("a string is not UTF-8")
    }
    return text
  }

  private mutating func escape() throws(Failure) -> String {
    defer { position += 1 }
    switch next.map(Unicode.Scalar.init) {
    case "\""?: return "\""
    case "\\"?: return "\\"
    case "/"?: return "/"
    case "b"?: return "\u{8}"
    case "f"?: return "\u{C}"
    case "n"?: return "\n"
    case "r"?: return "\r"
    case "t"?: return "\t"
    case "u"?: return try unicode()
    default: throw failure("an escape is unknown")
    }
  }

  /// Reads `u` and four digits, and the second half where they are the first of a surrogate pair;
  /// stops at the last digit.
  private mutating func unicode() throws(Failure) -> String {
    var units = [try unit()]
    if UTF16.isLeadSurrogate(units[0]) {
      position += 1
      guard take("\\"), next == UInt8(ascii: "u") else { throw failure("half a pair is missing") }
      units.append(try unit())
    }
    guard let text = String(validating: units, as: UTF16.self) else {
      throw failure("a pair does not belong together")
    }
    return text
  }

  private mutating func unit() throws(Failure) -> UInt16 {
    let digits = octets[position...].dropFirst().prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("four digits are missing") }
    position += 4
    return unit
  }
}
