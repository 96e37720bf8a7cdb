/// How much of a text fits into columns of a terminal.
enum TerminalColumns {
  /// The beginning of a text that is wider than it may be, with `…` at its end.
  ///
  /// What is no ASCII counts for two columns: that is never too few, and a line that is too short does
  /// no harm where one that is too long would leave a rest behind.
  static func cut(_ text: String, to columns: Int) -> String {
    guard text.unicodeScalars.reduce(0, { $0 + width(of: $1) }) > columns else { return text }
    var cut = ""
    var left = columns - 2
    for scalar in text.unicodeScalars {
      left -= width(of: scalar)
      guard left >= 0 else { break }
      cut.unicodeScalars.append(scalar)
    }
    return columns >= 2 ? cut + "…" : ""
  }

  private static func width(of scalar: Unicode.Scalar) -> Int { scalar.isASCII ? 1 : 2 }
}
