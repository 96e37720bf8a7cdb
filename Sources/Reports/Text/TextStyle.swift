/// How text is set off, on a terminal that shows colours and not elsewhere.
///
/// Few colours, and those of the terminal's own palette (ECMA-48 section 8.3.117), so that they can
/// be read on light and on dark.
struct TextStyle: Sendable {
  /// What a piece of text is.
  enum Role {
    case green, red, yellow, bold, faint
  }

  /// Whether colours are shown.
  let usesColor: Bool

  /// No colours.
  static let plain = TextStyle(usesColor: false)

  func paint(_ text: String, _ role: Role) -> String {
    guard usesColor else { return text }
    let code =
      switch role {
      case .green: "32"
      case .red: "31"
      case .yellow: "33"
      case .bold: "1"
      case .faint: "2"
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
