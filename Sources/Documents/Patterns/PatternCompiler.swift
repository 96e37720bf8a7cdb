/// Turns a pattern's tree into instructions.
struct PatternCompiler {
  private var program = PatternProgram()
  private let groupNames: [String: Int]
  /// Whether instructions are inside a lookahead or lookbehind, whose success does not end the
  /// match: a place that was visited there has not necessarily failed.
  private var lookDepth = 0

  static func compile(_ syntax: PatternSyntax) -> PatternProgram {
    var compiler = PatternCompiler(groupNames: syntax.groupNames)
    compiler.program.groupCount = syntax.groupCount
    compiler.program.groupNames = syntax.groupNames
    compiler.program.registerCount = 2 * (syntax.groupCount + 1)
    compiler.program.isAnchored = syntax.root.isAnchored
    compiler.program.firstBytes = syntax.root.firstBytes()
    compiler.emit(syntax.root, isBehind: false)
    compiler.append(.accept)
    compiler.noteFollowingBytes()
    if compiler.program.hasBackreferences { compiler.program.memoPoints = 0 }
    return compiler.program
  }

  private init(groupNames: [String: Int]) {
    self.groupNames = groupNames
  }

  private var here: Int32 { Int32(program.instructions.count) }

  private mutating func append(_ instruction: PatternInstruction) {
    program.instructions.append(instruction)
  }

  private mutating func newRegister() -> Int {
    program.registerCount += 1
    return program.registerCount - 1
  }

  private mutating func newPoint() -> Int32 {
    guard lookDepth == 0 else { return -1 }
    program.memoPoints += 1
    return Int32(program.memoPoints - 1)
  }

  private mutating func index(of set: ScalarSet) -> Int {
    program.sets.append(set)
    return program.sets.count - 1
  }

  private mutating func emit(_ node: PatternNode, isBehind: Bool) {
    switch node {
    case .character(let value):
      if isBehind {
        append(.characterBehind(value))
      } else if value < 128 {
        append(.byte(UInt8(value)))
      } else {
        append(.character(value))
      }
    case .set(let set):
      let index = Int32(index(of: set))
      append(isBehind ? .setBehind(index) : .set(index))
    case .sequence(let nodes):
      for node in isBehind ? nodes.reversed() : nodes { emit(node, isBehind: isBehind) }
    case .alternatives(let nodes):
      emitAlternatives(nodes, isBehind: isBehind)
    case .group(let number, let body):
      let start = Int32(2 * number)
      append(.save(isBehind ? start + 1 : start))
      emit(body, isBehind: isBehind)
      append(.save(isBehind ? start : start + 1))
    case .backreference(let reference):
      program.hasBackreferences = true
      let number: Int
      switch reference {
      case .number(let value): number = value
      case .name(let name): number = groupNames[name] ?? 0
      }
      append(isBehind ? .backreferenceBehind(Int32(number)) : .backreference(Int32(number)))
    case .inputStart: append(.inputStart)
    case .inputEnd: append(.inputEnd)
    case .wordBoundary(let isNegated): append(.wordBoundary(isNegated: isNegated))
    case .look(let body, let isBehind, let isNegated):
      emitLook(body, isBehind: isBehind, isNegated: isNegated)
    case .repetition(let body, let quantifier, let groups):
      emitRepetition(of: body, quantifier, groups: groups, isBehind: isBehind)
    }
  }

  private mutating func emitAlternatives(_ nodes: [PatternNode], isBehind: Bool) {
    var jumps: [Int] = []
    for node in nodes.dropLast() {
      let branch = program.instructions.count
      let point = newPoint()
      append(.branch(first: here + 1, second: 0, point: point))
      emit(node, isBehind: isBehind)
      jumps.append(program.instructions.count)
      append(.jump(0))
      program.instructions[branch] = .branch(
        first: Int32(branch + 1), second: here, point: point)
    }
    if let last = nodes.last { emit(last, isBehind: isBehind) }
    for jump in jumps { program.instructions[jump] = .jump(here) }
  }

  private mutating func emitLook(_ body: PatternNode, isBehind: Bool, isNegated: Bool) {
    let index = program.looks.count
    program.looks.append(PatternLook(isNegated: isNegated, depth: newRegister(), exit: 0))
    append(.look(Int32(index)))
    lookDepth += 1
    emit(body, isBehind: isBehind)
    lookDepth -= 1
    append(.lookEnd(Int32(index)))
    program.looks[index].exit = here
  }

  private mutating func emitRepetition(
    of body: PatternNode, _ quantifier: PatternQuantifier, groups: Range<Int>, isBehind: Bool
  ) {
    if quantifier.maximum == 0 { return }
    let element: PatternRun.Element
    switch body {
    case .character(let value): element = .character(value)
    case .set(let set): element = .set(index(of: set))
    default:
      emitLoop(over: body, quantifier, groups: groups, isBehind: isBehind)
      return
    }
    append(.run(Int32(program.runs.count)))
    program.runs.append(
      PatternRun(element: element, quantifier: quantifier, isBehind: isBehind, point: newPoint()))
  }

  private mutating func emitLoop(
    over body: PatternNode, _ quantifier: PatternQuantifier, groups: Range<Int>, isBehind: Bool
  ) {
    let mark = body.canBeEmpty ? newRegister() : -1
    if mark >= 0 && lookDepth == 0 { program.memoMarks.append(mark) }
    switch (quantifier.minimum, quantifier.maximum) {
    case (1, 1):
      emit(body, isBehind: isBehind)
    case (0, 1), (0, PatternQuantifier.unlimited):
      let head = emitBranch()
      emitIteration(body, mark: mark, groups: groups, isBehind: isBehind)
      if quantifier.maximum > 1 { append(.jump(Int32(head))) }
      patchBranch(head, into: head + 1, out: Int(here), isLazy: quantifier.isLazy)
    case (1, PatternQuantifier.unlimited):
      // The first iteration may be empty, the others start at the mark.
      if mark >= 0 {
        append(.mark(Int32(mark), isSet: false))
        append(.jump(here + 2))
      }
      let start = Int(here)
      emitIteration(body, mark: mark, groups: groups, isBehind: isBehind)
      let tail = emitBranch()
      patchBranch(tail, into: start, out: tail + 1, isLazy: quantifier.isLazy)
    default:
      emitCountedLoop(
        over: body, quantifier, mark: mark, groups: groups, isBehind: isBehind)
    }
  }

  private mutating func emitCountedLoop(
    over body: PatternNode, _ quantifier: PatternQuantifier, mark: Int, groups: Range<Int>,
    isBehind: Bool
  ) {
    let counter = newRegister()
    if lookDepth == 0 {
      let isUnlimited = quantifier.maximum == PatternQuantifier.unlimited
      let greatest = isUnlimited ? quantifier.minimum : quantifier.maximum
      program.memoCounters.append((counter, greatest + 1))
    }
    let index = program.loops.count
    program.loops.append(
      PatternLoop(
        quantifier: quantifier, counter: counter, mark: mark, exit: 0, point: newPoint()))
    append(.startCount(Int32(counter)))
    let head = here
    append(.count(Int32(index)))
    // The head sets the mark itself: whether an iteration may be empty depends on the count.
    emitIteration(body, mark: -1, groups: groups, isBehind: isBehind)
    if mark >= 0 { append(.requireProgress(Int32(mark))) }
    append(.jump(head))
    program.loops[index].exit = here
  }

  /// One iteration: remembers where it starts, forgets its groups, and requires progress.
  private mutating func emitIteration(
    _ body: PatternNode, mark: Int, groups: Range<Int>, isBehind: Bool
  ) {
    if mark >= 0 { append(.mark(Int32(mark), isSet: true)) }
    if !groups.isEmpty {
      append(.clear(from: Int32(2 * groups.lowerBound), to: Int32(2 * groups.upperBound)))
    }
    emit(body, isBehind: isBehind)
    if mark >= 0 { append(.requireProgress(Int32(mark))) }
  }

  private mutating func noteFollowingBytes() {
    for (place, instruction) in program.instructions.enumerated() {
      if case .run(let index) = instruction, case .byte(let byte) = program.instructions[place + 1]
      {
        program.runs[Int(index)].following = byte
      }
    }
  }

  private mutating func emitBranch() -> Int {
    append(.branch(first: 0, second: 0, point: newPoint()))
    return program.instructions.count - 1
  }

  private mutating func patchBranch(_ branch: Int, into body: Int, out: Int, isLazy: Bool) {
    guard case .branch(_, _, let point) = program.instructions[branch] else { return }
    let (first, second) = isLazy ? (out, body) : (body, out)
    program.instructions[branch] = .branch(
      first: Int32(first), second: Int32(second), point: point)
  }
}
