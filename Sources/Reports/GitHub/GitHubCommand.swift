internal import AccordDocuments

/// A command to the runner of GitHub Actions that makes an annotation, as the toolkit writes it.
///
///     ::error file=specs/Cart.swift,line=21,col=5,title=PUT /cart/{cart}::expected 3, found 2
struct GitHubCommand {
  /// The levels, worst first; the runner keeps ten of each for a step.
  enum Level: String, CaseIterable {
    case error, warning, notice
  }

  var level: Level
  /// Where the annotation stands; `nil` for one of the whole run.
  var place: (file: String, line: Int, column: Int)?
  var title: String
  /// The lines of the message.
  var lines: [String]

  /// The runner cuts a message here, in characters; so does this, where it can be seen.
  private static let messageLimit = 4_096
  private static let titleLimit = 255

  /// The command in one line, with secrets taken out.
  func text(_ redactor: Redactor) -> String {
    let shown = { (text: String) in VisibleText.escape(redactor.redact(text)) }
    var properties: [String] = []
    if let place {
      properties.append("file=\(Self.property(shown(place.file)))")
      properties.append("line=\(place.line)")
      if place.column > 0 { properties.append("col=\(place.column)") }
    }
    properties.append("title=\(Self.property(Self.cut(shown(title), Self.titleLimit)))")
    let message = Self.cut(lines.map(shown).joined(separator: "\n"), Self.messageLimit)
    return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.data(message))"
  }

  // MARK: - Escaping (actions/toolkit, packages/core/src/command.ts)

  static func data(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  static func property(_ text: String) -> String {
    data(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  private static func cut(_ text: String, _ limit: Int) -> String {
    guard text.utf8.count > limit, text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 1))) + "…"
  }
}
