/// Text that came from elsewhere, made fit to be shown.
///
/// Nothing that a server sends may be interpreted: not by a terminal (ECMA-48), not by what lays out
/// text in both directions (Unicode Standard Annex 9), not by a CI system that reads commands from
/// logs. What could be is shown as an escape such as `\u{1B}`.
package enum VisibleText {
  /// The text with escapes for what is not seen or not harmless; line breaks are escaped too.
  package static func escape(_ text: String) -> String {
    var needsEscape = false
    var hasHashes = false
    // `##[command]`, `##vso[command]`: read by runners anywhere in a line.
    var mayHoldCommand = false
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if byte < 0x20 || byte >= 0x7F { needsEscape = true }
      if byte == UInt8(ascii: "#"), previous == byte { hasHashes = true }
      if byte == UInt8(ascii: "["), hasHashes { mayHoldCommand = true }
      previous = byte
    }
    var beginsWithCommand = beginsWithCommand(text)
    guard needsEscape || mayHoldCommand || beginsWithCommand else { return text }
    // Most of these have letters that are not ASCII, and no more.
    if !mayHoldCommand, !beginsWithCommand, text.unicodeScalars.allSatisfy(isShown) { return text }
    var shown = ""
    shown.reserveCapacity(text.utf8.count + 16)
    var hashes = 0
    for scalar in text.unicodeScalars {
      if !isShown(scalar) || mayHoldCommand && scalar == "#" && hashes > 0 {
        shown += escape(of: scalar)
      } else if beginsWithCommand, scalar == ":" {
        shown += escape(of: scalar)
        beginsWithCommand = false
      } else {
        shown.unicodeScalars.append(scalar)
      }
      hashes = scalar == "#" ? hashes + 1 : 0
    }
    return shown
  }

  /// Whether text could be a command to GitHub's runner, `::error file=a::b`, if it came to stand at
  /// the beginning of a line.
  ///
  /// The beginning of an IPv6 address is none: a command's name has other letters than digits.
  private static func beginsWithCommand(_ text: String) -> Bool {
    // Nearly every text is passed by here.
    guard let first = text.utf8.first, first == UInt8(ascii: ":") || first <= 0x20 || first >= 0x80
    else { return false }
    let rest = text.unicodeScalars.drop { $0.properties.isWhitespace }
    guard rest.starts(with: "::".unicodeScalars) else { return false }
    let name = rest.dropFirst(2).prefix { $0 != ":" && !$0.properties.isWhitespace }
    return name.contains { !"0123456789abcdefABCDEF.%/[]".unicodeScalars.contains($0) }
  }

  /// As ``escape(_:)``, with line breaks kept: the lines of a body.
  package static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "\n" {
        if previous == "\r" { line.unicodeScalars.removeLast() }
        lines.append(escape(line))
        line = ""
      } else {
        line.unicodeScalars.append(scalar)
      }
      previous = scalar
    }
    if !line.isEmpty { lines.append(escape(line)) }
    return lines
  }

  /// The escape that stands for a character, as Swift writes it: `\n`, `\u{1B}`.
  package static func escape(of scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// Whether a character is seen and does nothing else.
  package static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F: true
    // Controls; marks, embeddings, overrides and isolates of direction; what separates lines;
    // what is invisible; what is no character.
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180E,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF, 0xFEFF, 0xFFA0,
      0xFFF0...0xFFFB, 0xE0000...0xE0FFF:
      false
    default: scalar.value & 0xFFFE != 0xFFFE
    }
  }

  /// A number with its thousands apart: `48,213`.
  package static func grouped(_ number: Int) -> String {
    var text = ""
    for (position, digit) in String(number).reversed().enumerated() {
      if position > 0, position % 3 == 0, digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}
