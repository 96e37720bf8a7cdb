internal import AccordDocuments

/// The line of a text that is meant, and below it a remark under the character that is meant.
///
/// ```text
///   $.users[?@.id = 1]
///                 ^ expected a comparison, && or ||, or the filter's end, found =
/// ```
enum Picture {
  /// How many characters are shown before the one that is meant, and from it on.
  private static let before = 56
  private static let after = 32

  /// The two lines, indented.
  static func lines(of text: [UInt8], at position: TextPosition, remark: String) -> String {
    let offset = min(position.byteOffset, text.count)
    let isBreak = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = text[..<offset].lastIndex(where: isBreak).map { $0 + 1 } ?? 0
    let end = text[offset...].firstIndex(where: isBreak) ?? text.count
    // Of a long line no more than may be shown is looked at.
    let head = text[max(start, offset - before * 4)..<offset]
    let tail = text[offset..<min(end, offset + after * 4)]
    var left = Array(String(decoding: head, as: UTF8.self).unicodeScalars)
    if left.first == "\u{FEFF}" { left.removeFirst() }
    let right = Array(String(decoding: tail, as: UTF8.self).unicodeScalars)
    let shownLeft =
      left.count > before || head.startIndex > start
      ? "… " + shown(left.suffix(before)) : shown(left[...])
    let shownRight =
      right.count > after || tail.endIndex < end
      ? shown(right.prefix(after)) + " …" : shown(right[...])
    let indent = String(repeating: " ", count: shownLeft.unicodeScalars.count)
    return "  \(shownLeft)\(shownRight)\n  \(indent)^ \(VisibleText.escape(remark))"
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    // A tab would move what is below it.
    for scalar in scalars { text.append(scalar == "\t" ? " " : scalar) }
    return VisibleText.escape(String(text))
  }
}
