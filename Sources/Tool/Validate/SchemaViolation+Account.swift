internal import AccordDocuments

extension SchemaViolation {
  /// The violation in one line: where, what was expected, what was found, and the keyword's place.
  ///
  /// ```text
  /// $.id: expected an integer, found "7" (user.json#/properties/id/type)
  /// ```
  var account: String { "\(self) (\(absoluteKeywordLocation))" }
}
