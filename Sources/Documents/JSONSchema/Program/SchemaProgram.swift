/// Compiled schemas: flat tables that refer to each other by position.
///
/// A table's positions are `Int32`, and -1 stands for none. What judging reads are plain numbers;
/// what only reports need (paths, names, values) is kept in tables of its own.
struct SchemaProgram: Sendable {
  /// The schema that a whole value is judged by.
  var root: Int32 = 0
  var nodes: [SchemaNode] = []
  var links: [SchemaLink] = []
  var valueRules: [SchemaValueRule] = []
  var numberRules: [SchemaNumberRule] = []
  var stringRules: [SchemaStringRule] = []
  var arrayRules: [SchemaArrayRule] = []
  var objectRules: [SchemaObjectRule] = []
  var applicators: [SchemaApplicator] = []
  var patternLinks: [SchemaPatternLink] = []
  var dependents: [SchemaDependent] = []
  var nameSlots: [SchemaNameSlot] = []
  var nameBytes: [UInt8] = []
  var patterns: [Pattern] = []
  /// The same patterns where they are simple enough.
  var linearPatterns: [LinearPattern?] = []
  /// Limits of numbers, and the same numbers exactly where they are too long for that.
  var limits: [ShortDecimal?] = []
  var exactLimits: [JSONNumber] = []
  /// What `const` and `enum` allow.
  var values: [JSONNode] = []
  /// For each name of a `$dynamicRef`, the schemas that it can lead to.
  var dynamicTargets: [[SchemaDynamicTarget]] = []

  /// The names that objects are searched for, for reports.
  var names: [String] = []
  /// What stands between a schema and another that it applies, as in `["properties", "id"]`.
  var paths: [[String]] = []
  /// Where schemas are, by the positions of ``nodes``.
  var places: [SchemaPlace] = []
  var documents: [JSONDocument] = []
  var resources: [SchemaResource] = []

  /// Whether the way to a schema has to be kept for `$dynamicRef` and `$recursiveRef`.
  var usesDynamicScope: Bool { !dynamicTargets.isEmpty }
}

/// A part of a table.
struct SchemaRange: Sendable {
  var first: Int32 = 0
  var count: Int32 = 0

  @inline(__always) var isEmpty: Bool { count == 0 }
  @inline(__always) var indices: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// A schema that another one applies.
struct SchemaLink: Sendable {
  var target: Int32
  /// The position in ``SchemaProgram/paths``.
  var path: Int32
}

/// One schema.
struct SchemaNode: Sendable {
  enum Verdict: UInt8, Sendable {
    /// What the other properties say.
    case judged
    /// `true`, or an object without a keyword that judges.
    case always
    /// `false`.
    case never
  }

  var verdict: Verdict = .judged
  var types: SchemaTypes = .all
  var values = SchemaRange()
  var number: Int32 = -1
  var string: Int32 = -1
  var array: Int32 = -1
  var object: Int32 = -1
  var applicators = SchemaRange()
  var unevaluatedProperties: Int32 = -1
  var unevaluatedItems: Int32 = -1
  var resource: Int32 = 0
}

/// What else is applied to the same value.
enum SchemaApplicator: Sendable {
  case reference(Int32)
  /// The name's position in ``SchemaProgram/dynamicTargets``, and where to go if no schema on the
  /// way here has that name.
  case dynamicReference(name: Int32, link: Int32)
  case all(SchemaRange)
  case any(SchemaRange)
  case one(SchemaRange)
  case not(Int32)
  case conditional(test: Int32, then: Int32, otherwise: Int32)
}

/// Where a `$dynamicRef` leads if the way here came through a resource.
struct SchemaDynamicTarget: Sendable {
  var resource: Int32
  var node: Int32
}

/// A program that many values are judged by at once.
///
/// It is a class so that each of them holds one reference and not one for each table; nothing in it
/// changes.
final class SharedSchemaProgram: Sendable {
  let program: SchemaProgram

  init(_ program: SchemaProgram) { self.program = program }
}
