/// One step from a schema to the next and, mostly, from a value to one inside of it.
struct SchemaTrailStep {
  var parent: Int32
  var link: Int32
  var instance: UInt32
  /// The position of an element; -1 for a member's value, and -2 for its name.
  var position: Int32
  /// The schema, where it is not the link's: a dynamic reference's.
  var target: Int32 = -1

  static let memberValue: Int32 = -1
  static let memberName: Int32 = -2
}

extension SchemaJudge {
  /// How many violations are kept: nobody reads more, and each takes memory.
  private static let mostFindings = 100_000

  /// The kind of a value.
  @inline(__always)
  func kind(of instance: Int) -> JSONKind {
    switch bytes[Int(tape[instance].start)] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// What is written for a value.
  @inline(__always)
  func source(of instance: Int) -> UnsafeBufferPointer<UInt8> {
    let entry = tape[instance]
    return UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.end)])
  }

  /// The text of a string or name.
  @inline(__always)
  func text(of instance: Int) -> JSONText {
    let entry = tape[instance]
    return JSONText(
      content: UnsafeBufferPointer(rebasing: bytes[Int(entry.start) + 1..<Int(entry.end) - 1]),
      hasEscapes: entry.count != 0)
  }

  /// A value by itself.
  func node(of instance: Int) -> JSONNode { JSONNode(document: document, index: instance) }

  /// Judges by a linked schema.
  ///
  /// - Parameters:
  ///   - link: The link's position.
  ///   - instance: The value's place on the tape.
  ///   - position: How the value is reached from the one before, as in ``SchemaTrailStep``.
  ///   - marks: Where to mark what the schema evaluates; -1 for nowhere.
  /// - Returns: Whether the value holds.
  @inline(__always)
  mutating func judge(link: Int32, _ instance: Int, position: Int32, marks: Int = -1) -> Bool {
    let target = program.links[Int(link)].target
    guard isCollecting else { return judge(target, instance, marks: marks) }
    let parent = place
    let length = trail.count
    trail.append(
      SchemaTrailStep(parent: parent, link: link, instance: UInt32(instance), position: position))
    place = Int32(length)
    let holds = judge(target, instance, marks: marks)
    place = parent
    if holds { dropTrail(to: length) }
    return holds
  }

  /// Forgets the trail's end: without a finding nobody needs the way any more.
  @inline(__always)
  mutating func dropTrail(to length: Int) {
    trail.removeLast(trail.count - max(length, trailFloor))
  }

  /// Judges without collecting.
  @inline(__always)
  mutating func holdsQuietly(_ link: Int32, _ instance: Int, marks: Int = -1) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return judge(program.links[Int(link)].target, instance, marks: marks)
  }

  /// Notes a violation.
  ///
  /// - Returns: false.
  @inline(__always)
  mutating func fail(_ demand: SchemaDemand, at instance: Int) -> Bool {
    if isCollecting { note(demand, at: instance) }
    return false
  }

  @inline(never)
  private mutating func note(_ demand: SchemaDemand, at instance: Int) {
    kept += 1
    guard kept <= Self.mostFindings else {
      _ = obstruct(.violations(Self.mostFindings), at: instance)
      return
    }
    findings.append(SchemaFinding(demand: demand, trail: place, instance: UInt32(instance)))
  }

  /// Notes that there is no verdict.
  ///
  /// - Returns: false.
  mutating func obstruct(_ obstacle: SchemaObstacle, at instance: Int) -> Bool {
    if self.obstacle == nil {
      self.obstacle = SchemaFinding(
        demand: .obstacle(obstacle), trail: place, instance: UInt32(instance))
      trailFloor = Int(place) + 1
    }
    return false
  }
}
