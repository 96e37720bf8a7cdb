internal import AccordDocuments

extension VisibleText {
  /// Text of a document as a result: as it is, but for characters that a terminal would obey.
  ///
  /// Line breaks and tabs are kept.
  static func result(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || isShown(scalar) {
        shown.unicodeScalars.append(scalar)
      } else {
        shown += escape(of: scalar)
      }
    }
    return shown
  }

  /// JSON, or a normalized path: as it is, but with escapes that mean the same (RFC 8259 section 7)
  /// in place of characters that a terminal would obey.
  static func json(_ text: [UInt8]) -> [UInt8] {
    guard text.contains(where: { $0 >= 0x7F }) else { return text }
    var shown: [UInt8] = []
    shown.reserveCapacity(text.count)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if isShown(scalar) {
        shown.append(contentsOf: scalar.utf8)
        continue
      }
      for unit in scalar.utf16 {
        let digits = String(unit, radix: 16)
        shown.append(contentsOf: "\\u".utf8)
        shown.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
        shown.append(contentsOf: digits.utf8)
      }
    }
    return shown
  }
}
