internal import AccordContract
internal import AccordDocuments

/// A line of the contract with what was found at it, in the manner of a compiler.
///
///       --> specs/Cart.swift:21:5
///        |
///     21 |     JSON(["id": .variable(cart), "quantity": 3])
///        |     ^^^^ $.quantity: expected 3, found 2
struct SourceExcerpt {
  /// What is said of a column.
  struct Remark {
    var column: Int
    var text: String
  }

  let place: String
  let lineNumber: Int
  let line: Substring?
  let remarks: [Remark]

  /// Lines longer than this are shown in part.
  private static let widthLimit = 200

  /// A remark and where it stands: behind an indent, below a word of a width.
  typealias Mark = (indent: String, width: Int, text: String)

  /// The line as it is shown and what stands below it, for who lays it out in another way; `nil`
  /// where the line is not known.
  var parts: (text: String, marks: [Mark])? {
    guard let line else { return nil }
    let window = Window(line, around: remarks.first?.column ?? 1, limit: Self.widthLimit)
    return (
      window.text,
      remarks.map { remark in
        let (indent, width) = window.underline(remark.column)
        return (indent, width, remark.text)
      }
    )
  }

  func lines(_ style: TextStyle) -> [String] {
    let number = String(lineNumber)
    let margin = String(repeating: " ", count: number.utf8.count)
    var lines = ["\(margin)\(style.paint("-->", .faint)) \(place)"]
    guard let line else {
      for remark in remarks { lines.append("\(margin)    \(remark.text)") }
      return lines
    }
    let bar = "\(margin) \(style.paint("|", .faint))"
    let window = Window(line, around: remarks.first?.column ?? 1, limit: Self.widthLimit)
    lines.append(bar)
    lines.append(
      "\(style.paint(number, .faint)) \(style.paint("|", .faint)) \(window.text)")
    var previous: Int?
    for remark in remarks {
      let (indent, width) = window.underline(remark.column)
      let carets =
        remark.column == previous
        ? String(repeating: " ", count: width)
        : style.paint(String(repeating: "^", count: width), .red)
      lines.append("\(bar) \(indent)\(carets) \(remark.text)")
      previous = remark.column
    }
    return lines
  }
}

/// The part of a source line that is shown.
private struct Window {
  private let scalars: [Unicode.Scalar]
  private let start: Int
  private let end: Int
  private let line: Substring

  init(_ line: Substring, around column: Int, limit: Int) {
    self.line = line
    scalars = Array(line.unicodeScalars)
    let position = Self.position(of: column, in: line)
    if scalars.count <= limit {
      start = 0
      end = scalars.count
    } else {
      start = min(max(0, position - limit / 4), scalars.count - limit)
      end = start + limit
    }
  }

  /// The characters, tabs as they are: the line below keeps them too.
  var text: String {
    var text = start > 0 ? "…" : ""
    for (place, scalar) in zip(start..<end, scalars[start..<end]) {
      // `##[command]` and `##vso[command]` are read from logs anywhere in a line.
      let isCommand =
        scalar == "#" && place > start && scalars[place - 1] == "#"
        && scalars[(place + 1)..<end].first { !$0.properties.isAlphabetic } == "["
      if !isCommand, scalar == "\t" || VisibleText.isShown(scalar) {
        text.unicodeScalars.append(scalar)
      } else {
        text += "?"
      }
    }
    return end < scalars.count ? text + "…" : text
  }

  /// What stands below the characters before a column, and how wide the word at it is.
  func underline(_ column: Int) -> (indent: String, width: Int) {
    let position = min(max(Self.position(of: column, in: line), start), end)
    var indent = start > 0 ? " " : ""
    for scalar in scalars[start..<position] { indent += scalar == "\t" ? "\t" : " " }
    var word = scalars[position..<end]
    var width = 0
    if word.first == "." {
      word = word.dropFirst()
      width = 1
    }
    width +=
      word.prefix { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      .count
    return (indent, max(width, 1))
  }

  /// The compiler counts columns in UTF-8 code units; what is seen are characters.
  private static func position(of column: Int, in line: Substring) -> Int {
    var units = 1
    var position = 0
    for scalar in line.unicodeScalars {
      if units >= column { break }
      units += UTF8.width(scalar)
      position += 1
    }
    return position
  }
}
