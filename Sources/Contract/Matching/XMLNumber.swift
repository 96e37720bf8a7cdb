internal import AccordDocuments

/// Numbers as XML writes them: XML Schema part 2, `decimal` and `double` (sections 3.2.3 and 3.2.5).
enum XMLNumber {
  /// The number's exact value; `nil` for what is none, and for infinity and NaN.
  static func read(_ value: XPathResult) -> JSONNumber? {
    switch value {
    case .number(let number): JSONNumber(number)
    case .string, .nodes: read(value.string)
    case .boolean: nil
    }
  }

  /// Reads `+1`, `007`, `.5` and `5.` as well, which JSON does not know.
  static func read(_ text: String) -> JSONNumber? {
    var rest = Substring(trimmed(text)).utf8
    var number = ""
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      if sign == UInt8(ascii: "-") { number = "-" }
      rest.removeFirst()
    }
    let whole = takeDigits(&rest)
    var fraction = ""
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = takeDigits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
    let significant = whole.utf8.drop { $0 == UInt8(ascii: "0") }
    number += significant.isEmpty ? "0" : String(Substring(significant))
    if !fraction.isEmpty { number += ".\(fraction)" }
    number += String(Substring(rest))
    return JSONNumber(number)
  }

  /// The text without the white space around it (XML Schema part 2 section 4.3.6, `collapse`).
  static func trimmed(_ text: String) -> String {
    var rest = Substring(text).utf8
    while let byte = rest.first, isSpace(byte) { rest.removeFirst() }
    while let byte = rest.last, isSpace(byte) { rest.removeLast() }
    return String(Substring(rest))
  }

  private static func takeDigits(_ rest: inout Substring.UTF8View) -> String {
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    rest = rest.dropFirst(digits.count)
    return String(Substring(digits))
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
