internal import AccordDocuments

/// Makes a JSON text harmless for those who do not read it as JSON: a terminal, a log, a CI system's
/// runner.
///
/// Its meaning stays what it was, octet by octet. What is not seen stands as an escape, and so does
/// the second `#` of `##[command]` and `##vso[command]`, which runners obey anywhere in a line.
enum JSONArmor {
  /// - Parameter json: JSON in UTF-8 as `JSONWriter` writes it.
  static func armor(_ json: [UInt8]) -> [UInt8] {
    guard let first = firstNeed(json) else { return json }
    var output = Array(json[..<first])
    output.reserveCapacity(json.count + 64)
    var place = first
    var isAfterHash = first > 0 && json[first - 1] == UInt8(ascii: "#")
    while place < json.count {
      let byte = json[place]
      if byte < 0x7F {
        // Outside of strings JSON has no hash.
        if isAfterHash, byte == UInt8(ascii: "#") {
          append(UInt16(byte), to: &output)
        } else {
          output.append(byte)
        }
        isAfterHash = byte == UInt8(ascii: "#")
        place += 1
        continue
      }
      isAfterHash = false
      let end = min(place + length(from: byte), json.count)
      let scalar = String(decoding: json[place..<end], as: UTF8.self).unicodeScalars.first
      if let scalar, !VisibleText.isShown(scalar) {
        for unit in String(scalar).utf16 { append(unit, to: &output) }
      } else {
        output.append(contentsOf: json[place..<end])
      }
      place = end
    }
    return output
  }

  /// Where the first octet is that may have to be escaped.
  private static func firstNeed(_ json: [UInt8]) -> Int? {
    var previous: UInt8 = 0
    for (place, byte) in json.enumerated() {
      if byte >= 0x7F || byte == UInt8(ascii: "#") && previous == byte { return place }
      previous = byte
    }
    return nil
  }

  /// How many octets a character has (RFC 3629 section 3).
  private static func length(from first: UInt8) -> Int {
    switch first {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }

  private static func append(_ unit: UInt16, to output: inout [UInt8]) {
    let digits = String(unit, radix: 16)
    output.append(contentsOf: "\\u".utf8)
    for _ in digits.utf8.count..<4 { output.append(UInt8(ascii: "0")) }
    output.append(contentsOf: digits.utf8)
  }
}
