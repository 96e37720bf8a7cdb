internal import AccordDocuments

/// Text as TAP 14 and the YAML in it can hold it, in one line.
enum TAPEncoding {
  /// Where text stands.
  enum Place: UInt8 {
    /// A description or the words after a directive.
    case description = 0x10
    /// A scalar of a diagnostic.
    case scalar = 0x11
    /// A comment, or the reason of `Bail out!`.
    case remark = 0x12
  }

  static func encode(_ text: String, _ way: UInt8) -> String {
    switch Place(rawValue: way) {
    case .description: description(VisibleText.escape(text))
    case .scalar: scalar(VisibleText.lines(text).joined(separator: "\n"))
    case .remark, nil: VisibleText.escape(text)
    }
  }

  /// The text with `\` and `#` escaped (TAP 14, "Test Points").
  ///
  /// Readers of older versions know no escapes and take what follows `#` for a directive: one that
  /// would be `SKIP` or `TODO` to them stands as a visible escape, else a name could turn a failure
  /// into none.
  private static func description(_ text: String) -> String {
    // Nearly every one, and this is done for every step.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "\\") })
    else { return text }
    var encoded = ""
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\\": encoded += "\\\\"
      case "#": encoded += isDirective(rest) ? #"\\u{23}"# : "\\#"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }

  private static func isDirective(_ text: Substring.UnicodeScalarView) -> Bool {
    let word = String(text.drop { $0.properties.isWhitespace || $0 == "#" }.prefix(4)).lowercased()
    return word == "skip" || word == "todo"
  }

  /// A double-quoted scalar (YAML 1.2 section 7.3.1), which a JSON string is one of.
  private static func scalar(_ text: String) -> String {
    var json = JSONWriter()
    json.string(text)
    return json.text
  }
}

extension MarkedText {
  mutating func foreign(_ text: String, as place: TAPEncoding.Place) {
    foreign(text, as: place.rawValue)
  }
}
