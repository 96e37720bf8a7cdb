/// Judges one value by a program.
///
/// It works in one of two ways. When it collects, every violation is noted, and judging goes on
/// after one. When it does not, it stops at the first and keeps nothing.
struct SchemaJudge {
  private let shared: SharedSchemaProgram
  let document: JSONDocument
  let tape: UnsafeBufferPointer<JSONTapeEntry>
  let bytes: UnsafeBufferPointer<UInt8>

  var isCollecting: Bool
  var findings: [SchemaFinding] = []
  /// The way to the schema and the value at hand, while collecting.
  var trail: [SchemaTrailStep] = []
  /// The position in the trail of the way's end.
  var place: Int32 = 0
  /// The first reason why there is no verdict.
  ///
  /// It outlives the branch that it came up in: under `not`, no verdict must not become a pass.
  var obstacle: SchemaFinding?

  /// The marks of evaluated members and elements; see ``SchemaJudge/beginMarks(for:)``.
  var marks: [UInt64] = []
  /// The resources of the schemas on the way, where dynamic references need them.
  var scope: [Int32] = []
  /// How many schemas are being applied, each inside of another.
  var depth = 0

  /// What is left of the work that a value of this size may take; see ``Bounds/steps``.
  private var stepsLeft: Int
  private let bounds: Bounds
  /// How many findings are kept, those of branches with them.
  var kept = 0
  /// How much of the trail the obstacle needs.
  var trailFloor = 0
  /// How many `anyOf` and `oneOf` are being collected for, each inside of another.
  var branchDepth = 0

  /// How far judging goes before it ends without a verdict.
  struct Bounds {
    /// How many schemas may be applied, each inside of another.
    var depth: Int
    /// How many schemas may be applied in all: few applications of a schema to itself in several
    /// branches are enough for their number to double with each level of a document.
    var steps: Int

    init(depth: Int, values: Int) {
      self.depth = depth
      steps = 1_000_000 + 200 * values
    }
  }

  init(
    program: SharedSchemaProgram, document: JSONDocument, tape: UnsafeBufferPointer<JSONTapeEntry>,
    bytes: UnsafeBufferPointer<UInt8>, isCollecting: Bool, depth: Int
  ) {
    shared = program
    self.document = document
    self.tape = tape
    self.bytes = bytes
    self.isCollecting = isCollecting
    bounds = Bounds(depth: depth, values: tape.count)
    stepsLeft = bounds.steps
  }

  @inline(__always)
  var program: SchemaProgram {
    _read { yield shared.program }
  }

  /// Judges the value at a place of the tape by the program's root.
  mutating func judge(_ instance: Int) -> Bool {
    if isCollecting {
      trail.append(SchemaTrailStep(parent: -1, link: -1, instance: UInt32(instance), position: 0))
    }
    return judge(program.root, instance, marks: -1)
  }

  /// Judges a value by a schema.
  ///
  /// - Parameters:
  ///   - target: The schema's node.
  ///   - instance: The value's place on the tape.
  ///   - marks: Where to mark what the schema evaluates; -1 for nowhere.
  /// - Returns: Whether the value holds.
  mutating func judge(_ target: Int32, _ instance: Int, marks: Int) -> Bool {
    let node = program.nodes[Int(target)]
    switch node.verdict {
    case .always: return true
    case .never: return fail(.nothing, at: instance)
    case .judged: break
    }
    let kind = self.kind(of: instance)
    var holds = isType(node.types, kind, instance) || fail(.type(node.types), at: instance)
    guard holds || isCollecting else { return false }
    if node.isScalar { return judgeScalar(node, kind, instance) && holds }

    depth += 1
    defer { depth -= 1 }
    guard depth <= bounds.depth else { return obstruct(.depth(bounds.depth), at: instance) }
    stepsLeft -= 1
    guard stepsLeft > 0 else { return obstruct(.steps(bounds.steps), at: instance) }
    let isEntered = program.usesDynamicScope && scope.last != node.resource
    if isEntered { scope.append(node.resource) }
    holds = judgeBody(node, kind, instance, marks: marks) && holds
    if isEntered { scope.removeLast() }
    return holds
  }

  private mutating func judgeBody(
    _ node: SchemaNode, _ kind: JSONKind, _ instance: Int, marks: Int
  ) -> Bool {
    let unevaluated =
      switch kind {
      case .array: node.unevaluatedItems
      case .object: node.unevaluatedProperties
      case .null, .boolean, .number, .string: Int32(-1)
      }
    guard unevaluated >= 0 else { return judgeParts(node, kind, instance, marks: marks) }
    // What is evaluated elsewhere does not count here, and what is evaluated here may count there.
    let own = beginMarks(for: instance)
    defer { endMarks(own, mergingInto: marks) }
    var holds = judgeParts(node, kind, instance, marks: own)
    guard holds || isCollecting else { return false }
    holds = judgeRest(by: unevaluated, of: instance, kind, marks: own) && holds
    return holds
  }

  private mutating func judgeParts(
    _ node: SchemaNode, _ kind: JSONKind, _ instance: Int, marks: Int
  ) -> Bool {
    var holds = judgeScalar(node, kind, instance)
    guard holds || isCollecting else { return false }
    if kind == .object, node.object >= 0 {
      let rule = program.objectRules[Int(node.object)]
      holds = judgeObject(rule, instance, marks: marks) && holds
    } else if kind == .array, node.array >= 0 {
      let rule = program.arrayRules[Int(node.array)]
      holds = judgeArray(rule, instance, marks: marks) && holds
    }
    guard holds || isCollecting else { return false }
    for position in node.applicators.indices {
      holds = apply(program.applicators[position], instance, marks: marks) && holds
      guard holds || isCollecting else { return false }
    }
    return holds
  }

  /// Judges by what needs no other schema.
  @inline(__always)
  private mutating func judgeScalar(_ node: SchemaNode, _ kind: JSONKind, _ instance: Int) -> Bool {
    var holds = true
    for position in node.values.indices {
      holds = judgeValue(program.valueRules[position], position, kind, instance) && holds
    }
    if kind == .string, node.string >= 0 {
      holds = judgeString(program.stringRules[Int(node.string)], instance) && holds
    } else if kind == .number, node.number >= 0 {
      holds = judgeNumber(program.numberRules[Int(node.number)], instance) && holds
    }
    return holds
  }
}

extension SchemaNode {
  /// Whether no other schema is applied.
  @inline(__always)
  fileprivate var isScalar: Bool {
    applicators.isEmpty && array & object & unevaluatedItems & unevaluatedProperties == -1
  }
}
