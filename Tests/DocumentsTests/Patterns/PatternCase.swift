import Testing

/// A row of the tables: a pattern, a text, and what `exec` returns for them.
struct PatternCase: Sendable, CustomTestStringConvertible {
  let pattern: String
  let text: String
  /// The whole match and each group, nil for one that took no part; nil if nothing matches.
  let expected: [String?]?

  init(_ pattern: String, _ text: String, _ expected: [String?]?) {
    self.pattern = pattern
    self.text = text
    self.expected = expected
  }

  /// Bytes, since Swift compares strings by canonical equivalence and patterns do not.
  var expectedBytes: [[UInt8]?]? {
    expected.map { groups in groups.map { $0.map { Array($0.utf8) } } }
  }

  var testDescription: String { "\(pattern) on \(text.debugDescription)" }

  static let all =
    literalsAndAlternation + quantifiers + groups + assertions + classes + escapes + properties
    + everyday
}
