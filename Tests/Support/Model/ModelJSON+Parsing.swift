extension ModelJSON {
  /// Reads a JSON text (RFC 8259); `nil` where it is none, or nested deeper than 64.
  package init?(_ octets: [UInt8]) {
    guard let text = String(validating: octets, as: UTF8.self) else { return nil }
    var reader = ModelJSONReader(rest: text.unicodeScalars[...])
    guard let value = reader.value(depth: 0) else { return nil }
    reader.skipBlanks()
    guard reader.rest.isEmpty else { return nil }
    self = value
  }
}

/// Reads JSON from its beginning to its end.
private struct ModelJSONReader {
  var rest: Substring.UnicodeScalarView

  mutating func skipBlanks() {
    rest = rest.drop { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }
  }

  mutating func value(depth: Int) -> ModelJSON? {
    guard depth < 64 else { return nil }
    skipBlanks()
    switch rest.first {
    case "{": return object(depth: depth)
    case "[": return array(depth: depth)
    case "\"": return string().map { .string($0) }
    case "t": return take("true") ? .bool(true) : nil
    case "f": return take("false") ? .bool(false) : nil
    case "n": return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func take(_ word: String) -> Bool {
    guard rest.starts(with: word.unicodeScalars) else { return false }
    rest = rest.dropFirst(word.unicodeScalars.count)
    return true
  }

  private mutating func object(depth: Int) -> ModelJSON? {
    var members: [ModelJSON.Member] = []
    guard take("{") else { return nil }
    skipBlanks()
    if take("}") { return .object([]) }
    while true {
      skipBlanks()
      guard let name = string() else { return nil }
      skipBlanks()
      guard take(":"), let value = value(depth: depth + 1) else { return nil }
      members.append(ModelJSON.Member(name, value))
      skipBlanks()
      if take("}") { return .object(members) }
      guard take(",") else { return nil }
    }
  }

  private mutating func array(depth: Int) -> ModelJSON? {
    var elements: [ModelJSON] = []
    guard take("[") else { return nil }
    skipBlanks()
    if take("]") { return .array([]) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      elements.append(value)
      skipBlanks()
      if take("]") { return .array(elements) }
      guard take(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var units: [UInt16] = []
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"": return String(decoding: units, as: UTF16.self)
      case "\\":
        guard let unit = escape() else { return nil }
        units.append(unit)
      case "\u{0}"..<"\u{20}": return nil
      default: units += String(scalar).utf16
      }
    }
    return nil
  }

  private mutating func escape() -> UInt16? {
    guard let scalar = rest.popFirst() else { return nil }
    switch scalar {
    case "\"", "\\", "/": return UInt16(scalar.value)
    case "b": return 8
    case "f": return 12
    case "n": return 10
    case "r": return 13
    case "t": return 9
    case "u":
      let digits = String(rest.prefix(4))
      rest = rest.dropFirst(4)
      return digits.allSatisfy(\.isHexDigit) ? UInt16(digits, radix: 16) : nil
    default: return nil
    }
  }

  private mutating func number() -> ModelJSON? {
    var text = ""
    if take("-") { text = "-" }
    let whole = digits()
    guard !whole.isEmpty, whole == "0" || !whole.hasPrefix("0") else { return nil }
    text += whole
    if take(".") {
      let fraction = digits()
      guard !fraction.isEmpty else { return nil }
      text += "." + fraction
    }
    if take("e") || take("E") {
      let sign = take("-") ? "-" : take("+") ? "+" : ""
      let exponent = digits()
      guard !exponent.isEmpty else { return nil }
      text += "e" + sign + exponent
    }
    return .number(text)
  }

  private mutating func digits() -> String {
    let digits = rest.prefix { "0"..."9" ~= $0 }
    rest = rest.dropFirst(digits.count)
    return String(digits)
  }
}
