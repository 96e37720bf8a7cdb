internal import AccordDocuments

/// Puts into words what happened: every message that Accord prints of a contract, a step or a
/// server is made here.
///
/// A message says what was expected, what came, where, and what to do. What came from elsewhere is
/// redacted first, then cut, then made visible.
package struct Wording: Sendable {
  /// What takes out secrets.
  let redactor: Redactor
  /// So many characters of a value are shown.
  let excerptLimit: Int

  /// A wording that takes out the secrets that a redactor holds.
  ///
  /// - Parameters:
  ///   - redactor: What takes out secrets.
  ///   - excerptLimit: How many characters of a value are shown before its middle is cut.
  package init(redactor: Redactor = Redactor(), excerptLimit: Int = 160) {
    self.redactor = redactor
    self.excerptLimit = excerptLimit
  }

  /// Text from elsewhere, fit to be shown in a line.
  func shown(_ text: String) -> String {
    VisibleText.escape(JSONNode.excerpt(of: redactor.redact(text), limit: excerptLimit))
  }

  /// A line that is no longer than a terminal or a log can bear.
  static func bounded(_ line: String) -> String {
    guard line.utf8.count > lineLimit else { return line }
    return JSONNode.excerpt(of: line, limit: lineLimit)
  }

  private static let lineLimit = 32 << 10

  /// The first characters of text from elsewhere whose end was not kept: a secret may be cut in two
  /// there, so that its end must not be shown.
  func beginning(of text: String) -> String {
    VisibleText.escape(String(redactor.redactBeginning(text).prefix(excerptLimit)))
  }

  /// Text from elsewhere in quotation marks: `"text/html"`.
  func quoted(_ text: String) -> String {
    "\"\(shown(text).replacing("\"", with: "\\\""))\""
  }

  /// As ``quoted(_:)``, of text that may have been cut where it came from, within a secret too.
  func quotedBeginning(_ text: String) -> String { quoted(redactor.redactBeginning(text)) }

  /// A message that an earlier run made: whole and without secrets already, since it is made so.
  func recorded(_ message: String) -> String { VisibleText.escape(redactor.redact(message)) }

  /// A regular expression between slashes, or in quotation marks where slashes stand in it.
  func pattern(_ expression: String) -> String {
    expression.contains("/") ? written(expression) : "/\(shown(expression))/"
  }

  /// Text that the author wrote in quotation marks; not cut, so that it can be searched for.
  func written(_ text: String) -> String {
    "\"\(VisibleText.escape(redactor.redact(text)))\""
  }

  /// Words as a list: `a, b and c`.
  static func list(_ words: [String], _ conjunction: String) -> String {
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
  }

  /// A number and its noun: `1 octet`, `2,048 octets`.
  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(VisibleText.grouped(number)) \(noun)s"
  }
}
