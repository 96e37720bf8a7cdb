/// What one `const` or `enum` allows.
struct SchemaValueRule: Sendable {
  /// The strings; without slots if there is none.
  var strings: SchemaNameTable
  /// `null` and the booleans, of which each bit is one.
  var allowsNull = false
  var allowsTrue = false
  var allowsFalse = false
  /// The kinds of the values that are none of those.
  var otherTypes: SchemaTypes = []
  /// All of the values, in the order of the schema.
  var values: SchemaRange
  var isConstant: Bool
}

/// What is said about numbers; positions in ``SchemaProgram/limits``.
struct SchemaNumberRule: Sendable {
  var minimum: Int32 = -1
  var exclusiveMinimum: Int32 = -1
  var maximum: Int32 = -1
  var exclusiveMaximum: Int32 = -1
  var divisor: Int32 = -1

  var isEmpty: Bool {
    minimum & exclusiveMinimum & maximum & exclusiveMaximum & divisor == -1
  }
}

/// What is said about strings.
struct SchemaStringRule: Sendable {
  var shortest = 0
  var longest = Int.max
  var pattern: Int32 = -1
  var format: SchemaFormat?

  var isEmpty: Bool { shortest == 0 && longest == Int.max && pattern < 0 && format == nil }
}

/// What is said about arrays.
struct SchemaArrayRule: Sendable {
  var fewest = 0
  var most = Int.max
  var isUnique = false
  /// Links for the first elements.
  var prefix = SchemaRange()
  /// The link for the elements after those.
  var rest: Int32 = -1
  var contained: Int32 = -1
  var fewestContained = 1
  var mostContained = Int.max
  /// Whether what `contains` found is evaluated for `unevaluatedItems`: from 2020-12 on.
  var containedIsEvaluated = false

  var isEmpty: Bool {
    fewest == 0 && most == Int.max && !isUnique && prefix.isEmpty && rest < 0 && contained < 0
  }
}

/// What is said about objects.
struct SchemaObjectRule: Sendable {
  var fewest = 0
  var most = Int.max
  /// The members that something is said about by name.
  var table = SchemaNameTable()
  /// Where in ``SchemaProgram/names`` the names of this rule begin; the required come first.
  var firstName: Int32 = 0
  var requiredCount = 0
  var patterns = SchemaRange()
  /// The link for the members that neither a name nor a pattern speaks of.
  var additional: Int32 = -1
  var memberNames: Int32 = -1
  var dependents = SchemaRange()
}

/// A schema for the members whose names match.
struct SchemaPatternLink: Sendable {
  var pattern: Int32
  var link: Int32
}

/// What the presence of a member demands.
struct SchemaDependent: Sendable {
  enum Demand: Sendable {
    /// The number of another name of the same rule.
    case name(Int32)
    case link(Int32)
  }

  /// The number of the name in its rule.
  var trigger: Int32
  var demand: Demand
  /// Whether the keyword was `dependencies`.
  var isHistoric: Bool
}
