/// What libxml2 has to say against a document or a schema.
package struct XMLReport: Sendable, Hashable, CustomStringConvertible {
  /// libxml2's number of the kind of error (`xmlParserErrors`).
  package let code: Int
  /// Counted from 1; 0 if it is not known.
  package let line: Int
  /// Counted from 1, as libxml2 counts; 0 if it is not known, as always for violated schemas.
  package let column: Int
  /// libxml2's words, in one line.
  package let message: String

  /// As in `line 3, column 14: Opening and ending tag mismatch: a line 1 and b`.
  package var description: String {
    switch (line, column) {
    case (0, _): message
    case (_, 0): "line \(line): \(message)"
    default: "line \(line), column \(column): \(message)"
    }
  }
}

/// Why a text is not an XML document.
package struct XMLSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The first thing that is wrong.
  package let report: XMLReport

  /// Counted from 1; 0 if it is not known.
  package var line: Int { report.line }
  /// Counted from 1, as libxml2 counts; 0 if it is not known.
  package var column: Int { report.column }
  /// libxml2's words, in one line.
  package var reason: String { report.message }
  /// One sentence with the place.
  package var description: String { report.description }
}
