package import AccordDocuments

/// Makes a text of JSON one that means the same and does nothing where it is printed.
///
/// What a terminal or a CI system's reader of logs would act on, as ``VisibleText`` has it, can
/// stand in strings only, and there becomes an escape (RFC 8259 section 7).
package enum JSONHarmlessness {
  /// What was written, with escapes in its strings.
  package static func harmless(_ writer: JSONWriter) -> String {
    String(decoding: harmless(writer.bytes), as: UTF8.self)
  }

  /// The JSON text with escapes in its strings.
  static func harmless(_ json: [UInt8]) -> [UInt8] {
    guard mayNeedEscapes(json) else { return json }
    var output: [UInt8] = []
    output.reserveCapacity(json.count + 64)
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      // `##[command]` and `##vso[command]` are read anywhere in a line.
      if scalar == "#" && previous == "#" || scalar != "\n" && !VisibleText.isShown(scalar) {
        for unit in String(scalar).utf16 { append(unit, to: &output) }
      } else if let encoded = UTF8.encode(scalar) {
        output.append(contentsOf: encoded)
      }
      previous = scalar
    }
    return output
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
