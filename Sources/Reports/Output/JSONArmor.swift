internal import AccordDocuments

/// Makes a JSON text harmless for those who do not read it as JSON: a terminal, a log, a CI system's
/// runner.
///
/// Its meaning stays what it was, octet by octet.
/// What is not seen stands as an escape, and so does the second `#` of `##[command]` and
/// `##vso[command]`, which runners obey anywhere in a line.
enum JSONArmor {
  static func armor(_ json: [UInt8]) -> [UInt8] {
    guard needsArmor(json) else { return json }
    var output: [UInt8] = []
    output.reserveCapacity(json.count + 64)
    var previous: Unicode.Scalar = " "
    for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
      // Outside of strings JSON has neither; a line feed ends a line of ours.
      if scalar != "\n", !VisibleText.isShown(scalar) || scalar == "#" && previous == "#" {
        for unit in UTF16.encode(scalar) ?? .init() { append(unit, to: &output) }
      } else if let encoded = UTF8.encode(scalar) {
        output.append(contentsOf: encoded)
      }
      previous = scalar
    }
    return output
  }

  private static func needsArmor(_ json: [UInt8]) -> Bool {
    var previous: UInt8 = 0
    for byte in json {
      if byte >= 0x7F || byte == UInt8(ascii: "#") && previous == byte { return true }
      previous = byte
    }
    return false
  }

  private static func append(_ unit: UInt16, to output: inout [UInt8]) {
    output.append(contentsOf: "\\u".utf8)
    let digits = String(unit, radix: 16)
    for _ in digits.utf8.count..<4 { output.append(UInt8(ascii: "0")) }
    output.append(contentsOf: digits.utf8)
  }
}
