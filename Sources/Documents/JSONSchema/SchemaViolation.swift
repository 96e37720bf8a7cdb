/// One demand of a schema that a value does not meet.
package struct SchemaViolation: Sendable {
  /// The value.
  ///
  /// For `propertyNames` it is the name, as a string.
  package let found: JSONNode
  /// The way from the root of the value's document to the value; a name is where its member is.
  package let instanceLocation: JSONLocation
  /// The keyword that makes the demand; for the schema `false` the keyword that applies it, which
  /// is empty if the whole schema is `false`.
  package let keyword: String
  /// The way from the schema that was judged by to the keyword, through references: `/$ref/type`.
  package let keywordLocation: JSONPointer
  /// Where the keyword is written, as a URI with a JSON Pointer as its fragment; only `#` and the
  /// pointer if the schema has no URI.
  package let absoluteKeywordLocation: String
  /// What was demanded.
  package let expectation: SchemaExpectation
}
