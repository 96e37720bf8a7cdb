internal import AccordDocuments

/// Text from elsewhere as GitHub-flavoured Markdown can hold it: in code alone.
///
/// In code nothing is markup, nobody is mentioned and nothing becomes a link (CommonMark 0.31 sections
/// 4.5 and 6.1; GitHub's own filters leave code alone). It never stands in a table, whose cells a
/// `|` ends even in code, nor in a block of HTML.
enum MarkdownEncoding {
  /// Where text stands.
  enum Place: UInt8 {
    /// In a line.
    case span = 0x10
    /// A block of lines.
    case block = 0x11
    /// A block that is highlighted as a shell's.
    case shell = 0x12
  }

  /// So many characters of a name are shown.
  private static let spanLimit = 300

  static func encode(_ text: String, _ way: UInt8) -> String {
    switch Place(rawValue: way) {
    case .block: block(text, "text")
    case .shell: block(text, "sh")
    case .span, nil: span(text)
    }
  }

  /// A code span; words of letters and spaces as they are, since they can be nothing else.
  static func span(_ text: String) -> String {
    var text = VisibleText.escape(text)
    if text.unicodeScalars.count > spanLimit {
      text = String(String.UnicodeScalarView(text.unicodeScalars.prefix(spanLimit - 1))) + "…"
    }
    if text.allSatisfy({ $0 == " " }) { return "(no name)" }
    if text.first != " ", text.allSatisfy({ $0 == " " || $0.isASCII && $0.isLetter }) {
      return text
    }
    let fence = String(repeating: "`", count: longestRun(of: "`", in: text) + 1)
    // One space at each end is taken away again where there are two.
    let needsSpace = text.hasPrefix("`") || text.hasSuffix("`") || text.hasPrefix(" ")
    let padding = needsSpace ? " " : ""
    return fence + padding + text + padding + fence
  }

  /// A fenced block of code.
  private static func block(_ text: String, _ language: String) -> String {
    let text = VisibleText.lines(text).joined(separator: "\n")
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
    return "\(fence)\(language)\n\(text)\n\(fence)"
  }

  private static func longestRun(of character: Unicode.Scalar, in text: String) -> Int {
    var longest = 0
    var run = 0
    for scalar in text.unicodeScalars {
      run = scalar == character ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }
}

extension MarkedText {
  mutating func foreign(_ text: String, as place: MarkdownEncoding.Place) {
    foreign(text, as: place.rawValue)
  }
}
