package import AccordDocuments

/// A number as a contract writes it: its text in JSON, exact at any length.
package struct NumberText: Hashable, Sendable {
  package let text: String

  /// Text as the author gave it; planning reports text that is no JSON number.
  package init(_ text: String) { self.text = text }

  package init(_ number: Int) { text = String(number) }

  /// The shortest decimal that reads back as the number.
  ///
  /// Infinity and NaN have none in JSON, so their names are kept for planning to report.
  package init(_ number: Double) { text = JSONNumber(number)?.text ?? "\(number)" }

  /// All digits of a literal, however long.
  package init(_ literal: StaticBigInt) {
    guard literal.bitWidth > Int.bitWidth else {
      text = String(Int(bitPattern: literal[0]))
      return
    }
    text = Self.digits(of: literal)
  }

  /// The number's value, where the text is a number of RFC 8259 section 6.
  package var value: JSONNumber? { JSONNumber(text) }

  /// Divides by a power of ten again and again: literals are short enough for schoolbook division.
  private static func digits(of literal: StaticBigInt) -> String {
    let isNegative = literal.signum() < 0
    let wordCount = (literal.bitWidth + UInt.bitWidth - 1) / UInt.bitWidth
    var words = (0..<wordCount).map { literal[$0] }
    if isNegative { negate(&words) }
    let chunk: UInt = 1_000_000_000_000_000_000
    var groups: [UInt] = []
    while words.contains(where: { $0 != 0 }) {
      var remainder: UInt = 0
      for index in words.indices.reversed() {
        (words[index], remainder) = chunk.dividingFullWidth((remainder, words[index]))
      }
      groups.append(remainder)
    }
    var text = isNegative ? "-" : ""
    text += String(groups.last ?? 0)
    for group in groups.dropLast().reversed() {
      let digits = String(group)
      text += String(repeating: "0", count: 18 - digits.utf8.count) + digits
    }
    return text
  }

  /// Two's complement negation.
  private static func negate(_ words: inout [UInt]) {
    var carry = true
    for index in words.indices {
      let (sum, overflow) = (~words[index]).addingReportingOverflow(carry ? 1 : 0)
      words[index] = sum
      carry = overflow
    }
  }
}
