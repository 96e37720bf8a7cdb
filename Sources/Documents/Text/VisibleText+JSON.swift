extension VisibleText {
  /// A text of JSON, or a normalized path (RFC 9535 section 2.7), that means the same and does
  /// nothing where it is printed.
  ///
  /// What a terminal or a CI system's reader of logs would act on can stand in strings only, and there
  /// becomes an escape (RFC 8259 section 7).
  package static func json(_ text: [UInt8]) -> [UInt8] {
    guard mayNeedEscapes(text) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 64)
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      // `##[command]` and `##vso[command]` are read anywhere in a line.
      if scalar == "#" && previous == "#" || scalar != "\n" && !isShown(scalar) {
        for unit in scalar.utf16 { append(unit, to: &output) }
      } else {
        output.append(contentsOf: scalar.utf8)
      }
      previous = scalar
    }
    return output
  }

  /// What was written, as ``json(_:)`` makes it.
  package static func json(_ writer: JSONWriter) -> String {
    String(decoding: json(writer.bytes), as: UTF8.self)
  }

  private static func mayNeedEscapes(_ json: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for octet in json {
      if octet >= 0x7F || octet == UInt8(ascii: "#") && previous == octet { return true }
      previous = octet
    }
    return false
  }

  private static func append(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output.append(
      contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
  }
}
