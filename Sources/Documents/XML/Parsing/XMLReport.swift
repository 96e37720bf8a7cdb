/// What libxml2 has to say against a document or a schema.
package struct XMLReport: Sendable, Hashable, CustomStringConvertible {
  /// libxml2's number of the kind of error (`xmlParserErrors`).
  package let code: Int
  /// The file that is meant, as it was named; nil for what was in memory.
  package let file: String?
  /// Counted from 1; 0 if it is not known.
  package let line: Int
  /// Counted from 1, as libxml2 counts; 0 if it is not known, as always for violated schemas.
  package let column: Int
  /// libxml2's words, in one line.
  package let message: String

  /// As in `line 3, column 14: Opening and ending tag mismatch: a line 1 and b`, with the file's
  /// name before it if there is one.
  package var description: String {
    let place = file.map { "\($0): " } ?? ""
    return switch (line, column) {
    case (...0, _): place + message
    case (_, 0): "\(place)line \(line): \(message)"
    default: "\(place)line \(line), column \(column): \(message)"
    }
  }
}
