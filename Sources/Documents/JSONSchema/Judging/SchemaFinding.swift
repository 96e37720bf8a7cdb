/// A violation while judging goes on: positions in tables, of which words are made afterwards.
struct SchemaFinding {
  var demand: SchemaDemand
  /// Where in the trail of the way it was found.
  var trail: Int32
  /// The value's place on the tape.
  var instance: UInt32
  /// For `anyOf` and `oneOf`: the branches, with what each of them found.
  var branches: [SchemaBranchFindings] = []
}

/// What one branch of `anyOf` or `oneOf` found.
struct SchemaBranchFindings {
  var findings: [SchemaFinding]
}

/// What was demanded and not met.
enum SchemaDemand {
  /// The schema is `false`.
  case nothing
  case type(SchemaTypes)
  /// The rule's position.
  case values(Int)
  case minimum(Int32)
  case exclusiveMinimum(Int32)
  case maximum(Int32)
  case exclusiveMaximum(Int32)
  case multipleOf(Int32)
  case shortest(Int)
  case longest(Int)
  case pattern(Int32)
  case format(SchemaFormat)
  case fewestElements(Int)
  case mostElements(Int)
  case unique(first: Int, second: Int)
  case contained(found: Int, fewest: Int, most: Int)
  case fewestMembers(Int)
  case mostMembers(Int)
  /// The name's position.
  case required(Int)
  case dependent(name: Int, trigger: Int, isHistoric: Bool)
  case any
  case one(matching: [Int])
  case not
  case obstacle(SchemaObstacle)
}

/// Why there is no verdict.
package enum SchemaObstacle: Error, Sendable, Hashable {
  /// A pattern needed more work than it is given.
  case pattern(PatternLimitError)
  /// More schemas would have been applied, each inside of another, than so many.
  case depth(Int)
  /// More schemas would have been applied in all than so many.
  case steps(Int)
  /// There were so many violations already.
  case violations(Int)
}
