extension VisibleText {
  /// A text of JSON, or a normalized path (RFC 9535 section 2.7), that means the same and does
  /// nothing where it is printed.
  ///
  /// What a terminal or a CI system's reader of logs would act on can stand in strings only, and there
  /// becomes an escape (RFC 8259 section 7).
  package static func json(_ text: [UInt8]) -> [UInt8] {
    text.withUnsafeBufferPointer { text in
      var output: [UInt8] = []
      // What stands before is in the output.
      var copied = 0
      var place = 0
      while place < text.count {
        if isPlain(text[place]) {
          place += 1
          continue
        }
        let end = text[place] < 0x80 ? place + 1 : endOfForeign(text, from: place)
        if !isHarmless(text, place..<end) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied..<place]))
          for letter in String(decoding: text[place..<end], as: UTF8.self).unicodeScalars {
            append(letter, to: &output)
          }
          copied = end
        }
        place = end
      }
      guard copied > 0 else { return nil }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[copied...]))
      return output
    } ?? text
  }

  /// What was written, as ``json(_:)`` makes it.
  package static func json(_ writer: JSONWriter) -> String {
    String(decoding: json(writer.bytes), as: UTF8.self)
  }

  /// Whether an octet does nothing, wherever it stands.
  private static func isPlain(_ octet: UInt8) -> Bool {
    0x20..<0x7F ~= octet && octet != UInt8(ascii: "#")
  }

  /// Whether an octet that is not plain, or letters that are not ASCII, do nothing where they stand.
  private static func isHarmless(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    switch text[range.lowerBound] {
    // `##[command]` and `##vso[command]` are read anywhere in a line.
    case UInt8(ascii: "#"):
      range.lowerBound == 0 || text[range.lowerBound - 1] != UInt8(ascii: "#")
    // Between values; in a string there is none.
    case UInt8(ascii: "\n"): true
    case ..<0x80: false
    default:
      String(validating: text[range], as: UTF8.self)?.unicodeScalars.allSatisfy(isShown) ?? false
    }
  }

  /// Where what is not ASCII ends.
  private static func endOfForeign(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    text[start...].firstIndex { $0 < 0x80 } ?? text.count
  }

  private static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    // What is shown otherwise is a hash that follows another.
    guard scalar == "#" || !isShown(scalar) else {
      return output.append(contentsOf: String(scalar).utf8)
    }
    for unit in scalar.utf16 {
      let digits = String(unit, radix: 16)
      output.append(
        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.utf8.count))\(digits)".utf8)
    }
  }
}
