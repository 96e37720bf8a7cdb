/// Patterns for objects and arrays, and patterns made of patterns.
extension JSONPattern {
  /// An object with these members and no others.
  public static func exactly(_ members: KeyValuePairs<String, JSONPattern>) -> JSONPattern {
    JSONPattern(
      .object(members.map { Member(name: $0.key, pattern: $0.value) }, isClosed: true))
  }
  /// An object with at least these members, known where the contract is made.
  public static func object(_ members: [(String, JSONPattern)]) -> JSONPattern {
    JSONPattern(
      .object(members.map { Member(name: $0.0, pattern: $0.1) }, isClosed: false))
  }
  /// An array, element by element, known where the contract is made.
  public static func array(_ elements: [JSONPattern]) -> JSONPattern {
    JSONPattern(.array(elements))
  }
  /// An array of any length whose every element fits; an empty array fits too.
  public static func each(_ pattern: JSONPattern) -> JSONPattern { JSONPattern(.each(pattern)) }
  /// An array with some element that fits.
  public static func contains(_ pattern: JSONPattern) -> JSONPattern {
    JSONPattern(.contains(pattern))
  }
  /// An array with as many elements as patterns, each element fitting another pattern, in any order.
  public static func unordered(_ patterns: [JSONPattern]) -> JSONPattern {
    JSONPattern(.unordered(patterns))
  }
  /// An array of so many elements.
  public static func count(_ count: Int) -> JSONPattern {
    JSONPattern(.count(CountPattern(minimum: count, maximum: count)))
  }
  /// An array of so many elements at least and at most.
  public static func count(_ range: ClosedRange<Int>) -> JSONPattern {
    JSONPattern(.count(CountPattern(minimum: range.lowerBound, maximum: range.upperBound)))
  }
  /// An array of so many elements at least.
  public static func count(_ range: PartialRangeFrom<Int>) -> JSONPattern {
    JSONPattern(.count(CountPattern(minimum: range.lowerBound, maximum: nil)))
  }
  /// A member that may be absent and fits where it is there.
  public static func optional(_ pattern: JSONPattern) -> JSONPattern {
    JSONPattern(.optional(pattern))
  }
  /// A value that may be `null` and else fits.
  public static func nullable(_ pattern: JSONPattern) -> JSONPattern {
    JSONPattern(.nullable(pattern))
  }
  /// A member that must not be there.
  public static let absent = JSONPattern(.absent)
  /// A value that at least one of these fits.
  public static func oneOf(_ patterns: JSONPattern...) -> JSONPattern {
    JSONPattern(.oneOf(patterns))
  }
  /// A value that all of these fit: `.all(.count(1...), .each(.integer))`.
  public static func all(_ patterns: JSONPattern...) -> JSONPattern { JSONPattern(.all(patterns)) }
  /// A value that this does not fit.
  public static func not(_ pattern: JSONPattern) -> JSONPattern { JSONPattern(.not(pattern)) }
  /// A value that holds by a JSON Schema: `["owner": .schema("user.json")]`; see `JSONSchema`.
  public static func schema(
    _ schema: SchemaSource, draft: JSONSchemaDraft = .draft2020,
    formats: JSONSchemaFormats = .annotation, resources: [String] = [], filePath: String = #filePath
  ) -> JSONPattern {
    JSONPattern(
      .schema(SchemaReference(schema, draft, formats, resources, filePath: filePath)))
  }
}
