import AccordContract
import AccordDocuments

/// What matching came to: where it failed, in order, and how often beyond the limit.
struct Outcome {
  var mismatches: [Mismatch]
  var further: Int

  /// The paths of the mismatches.
  var places: [String] {
    mismatches.map { if case .json(let path) = $0.place { path } else { "not a path" } }
  }
}

/// Matches JSON against a pattern, whose regular expressions planning would have compiled.
func match(
  _ json: String, _ pattern: JSONPattern, _ bindings: [String: BoundValue] = [:],
  expressions: [String] = []
) throws -> Outcome {
  var compiled = Compilation()
  for expression in expressions { try compiled.compile(expression: expression) }
  let text = TextMatcher(bindings: Bindings(bindings), compilation: compiled)
  var matcher = JSONMatcher(text: text)
  try matcher.match(try JSONDocument(parsing: json).root, pattern)
  return Outcome(mismatches: matcher.mismatches, further: matcher.furtherMismatches)
}

/// Whether a text fits a pattern.
func fits(
  _ text: String, _ pattern: TextPattern, _ bindings: [String: BoundValue] = [:],
  expressions: [String] = []
) throws -> Bool {
  var compiled = Compilation()
  for expression in expressions { try compiled.compile(expression: expression) }
  return try TextMatcher(bindings: Bindings(bindings), compilation: compiled).fits(text, pattern)
}

/// A value as a JSON capture binds it.
func captured(_ json: String) throws -> BoundValue {
  .json(try JSONDocument(parsing: json).root)
}
