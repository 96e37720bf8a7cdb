/// What a schema demands of a value, as data.
package enum SchemaExpectation: Sendable {
  /// No value at all: the schema is `false`.
  case nothing
  /// A value of one of the types.
  case type(SchemaTypes)
  /// This value: `const`.
  case constant(JSONNode)
  /// One of these values: `enum`.
  case values([JSONNode])
  /// A number at this limit or above it.
  case minimum(JSONNumber)
  /// A number above this limit.
  case exclusiveMinimum(JSONNumber)
  /// A number at this limit or below it.
  case maximum(JSONNumber)
  /// A number below this limit.
  case exclusiveMaximum(JSONNumber)
  /// A whole multiple of this number.
  case multipleOf(JSONNumber)
  /// A string of at least so many Unicode scalars.
  case minimumLength(Int)
  /// A string of at most so many Unicode scalars.
  case maximumLength(Int)
  /// A string that the pattern matches somewhere.
  case pattern(Pattern)
  /// A string of this form.
  case format(SchemaFormat)
  /// An array of at least so many elements.
  case minimumElements(Int)
  /// An array of at most so many elements.
  case maximumElements(Int)
  /// An array without equal elements; the positions of two that are.
  case uniqueElements(first: Int, second: Int)
  /// An array with so many elements that hold; how many there are.
  case contained(found: Int, minimum: Int, maximum: Int?)
  /// An object of at least so many members.
  case minimumMembers(Int)
  /// An object of at most so many members.
  case maximumMembers(Int)
  /// An object with a member of this name.
  case required(String)
  /// An object with a member of this name, since it has another.
  case dependent(String, trigger: String)
  /// A value that holds by one of the schemas at least; what each of them finds.
  case anyOf([SchemaBranch])
  /// A value that holds by exactly one of the schemas, and holds by none; what each of them finds.
  case oneOf([SchemaBranch])
  /// A value that holds by exactly one of the schemas; those by which it holds, counted from 0.
  case onlyOneOf(holding: [Int])
  /// A value that does not hold by the schema.
  case not
  /// A verdict, and there is none.
  case verdict(SchemaObstacle)

  /// Of the schemas of `anyOf` or `oneOf`, the one that the value came closest to.
  package var closest: SchemaBranch? {
    switch self {
    case .anyOf(let branches), .oneOf(let branches):
      branches.min { $0.distance < $1.distance }
    default: nil
    }
  }
}

/// One of the schemas of `anyOf` or `oneOf` that a value does not hold by.
package struct SchemaBranch: Sendable {
  /// The schema's position, counted from 0.
  package let index: Int
  /// What the schema demands and the value does not meet.
  package let violations: [SchemaViolation]
  /// How far the value is off; only good for a comparison with the other branches.
  ///
  /// A value of another type altogether is further off than one whose parts do not fit, and of
  /// those one with another constant (often the mark of what kind of thing it is) further than one
  /// with other mistakes.
  package let distance: Int
}
