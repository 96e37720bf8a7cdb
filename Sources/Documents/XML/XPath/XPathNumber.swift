/// Numbers of XPath 1.0 as text, and back (sections 3.5, 4.2 and 4.4).
enum XPathNumber {
  /// What `number()` makes of a string: NaN if it is not a number with white space around it.
  static func value(of text: String) -> Double {
    text.withCodePoints { bytes in
      var rest = bytes[...]
      while let byte = rest.first, isSpace(byte) { rest.removeFirst() }
      while let byte = rest.last, isSpace(byte) { rest.removeLast() }
      var digits = rest
      if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
      let whole = digits.prefix { (0x30...0x39).contains($0) }
      digits = digits.dropFirst(whole.count)
      var fraction = digits[digits.startIndex..<digits.startIndex]
      if digits.first == UInt8(ascii: ".") {
        digits.removeFirst()
        fraction = digits.prefix { (0x30...0x39).contains($0) }
        digits = digits.dropFirst(fraction.count)
      }
      guard digits.isEmpty, !(whole.isEmpty && fraction.isEmpty) else { return .nan }
      let sign = rest.first == UInt8(ascii: "-") ? "-" : ""
      let text =
        sign + (whole.isEmpty ? "0" : String(decoding: whole, as: UTF8.self)) + "."
        + (fraction.isEmpty ? "0" : String(decoding: fraction, as: UTF8.self))
      return Double(text) ?? .nan
    }
  }

  /// What `string()` makes of a number: digits without an exponent, as many as tell it from others.
  static func text(of value: Double) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
    if value == 0 { return "0" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    // Swift writes the shortest digits that read back, from some size on with an exponent.
    let parts = abs(value).description.split(separator: "e")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let whole = String(mantissa[0])
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    let digits = whole + fraction
    let point = whole.utf8.count + exponent
    let text: String
    if point <= 0 {
      text = "0." + String(repeating: "0", count: -point) + digits
    } else if point >= digits.utf8.count {
      text = digits + String(repeating: "0", count: point - digits.utf8.count)
    } else {
      text = digits.prefix(point) + "." + digits.dropFirst(point)
    }
    return value < 0 ? "-" + text : text
  }

  /// The closest integer; of two, the one towards positive infinity (section 4.4).
  static func round(_ value: Double) -> Double {
    guard value.isFinite else { return value }
    let floor = value.rounded(.down)
    let result = value - floor >= 0.5 ? floor + 1 : floor
    return result == 0 && value.sign == .minus ? -0.0 : result
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
