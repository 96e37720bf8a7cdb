/// Runs a pattern over a text by backtracking, with its choices on a stack of its own.
///
/// Two things keep it bounded: the limits on steps and open choices, and, once a match has become
/// long, a record of the places that were visited (``PatternMemo``). To come back to a visited
/// place means that it has failed before, since success would have ended the match; so patterns
/// without backreferences do linear work, `(a+)+$` too. ECMA-262's order of preference is kept.
struct PatternMatcher {
  enum Goal {
    /// Where the leftmost match is and what its groups caught.
    case captures
    /// Whether there is a match.
    case verdict
    /// Whether there is a match from the text's start to its end.
    case wholeVerdict
  }

  let program: PatternProgram
  let input: UnsafeBufferPointer<UInt8>
  let limits: PatternLimits
  let stepLimit: Int
  private let isWhole: Bool
  private let keepsGroups: Bool

  /// Where groups start and end, counts, and marks; -1 for none.
  ///
  /// See ``PatternProgram``.
  var registers: [Int32]
  var areRegistersClean = true
  /// What is left to try, and what to undo before that; the latest is last.
  var choices: [PatternChoice] = []
  var memo: PatternMemo?
  var steps = 0
  /// The number of steps at which the memo starts or the match is given up.
  var checkpoint: Int

  init(
    program: PatternProgram, input: UnsafeBufferPointer<UInt8>, limits: PatternLimits, goal: Goal
  ) throws(PatternLimitError) {
    guard input.count < PatternQuantifier.unlimited else {
      throw .textLength(PatternQuantifier.unlimited - 1)
    }
    self.program = program
    self.input = input
    self.limits = limits
    isWhole = goal == .wholeVerdict
    keepsGroups = goal == .captures || program.hasBackreferences
    registers = Array(repeating: -1, count: program.registerCount)
    let (perText, isTooGreat) = limits.stepsPerByte.multipliedReportingOverflow(by: input.count)
    let (all, isStillTooGreat) = limits.steps.addingReportingOverflow(perText)
    stepLimit = isTooGreat || isStillTooGreat ? Int.max : all
    checkpoint = min(stepLimit, 1_000 + 2 * input.count)
  }

  /// Looks for the leftmost match.
  mutating func search() throws(PatternLimitError) -> Bool {
    if isWhole || program.isAnchored { return try match(from: 0) }
    var start = 0
    while true {
      if let firstBytes = program.firstBytes {
        while start < input.count && !firstBytes.contains(input[start]) {
          start = input.scalar(at: start).next
        }
        if start == input.count { return false }
      }
      if try match(from: start) { return true }
      if start == input.count { return false }
      start = input.scalar(at: start).next
    }
  }

  /// After a search that found: the whole match, then each group.
  func captures() -> [Range<Int>?] {
    (0...program.groupCount).map { group in
      let start = Int(registers[2 * group])
      let end = Int(registers[2 * group + 1])
      return start >= 0 && end >= start ? start..<end : nil
    }
  }

  private mutating func match(from start: Int) throws(PatternLimitError) -> Bool {
    if !areRegistersClean {
      for index in registers.indices { registers[index] = -1 }
      areRegistersClean = true
      steps += registers.count / PatternLimits.charactersPerStep
    }
    var place = 0
    var position = start
    while true {
      steps += 1
      if steps >= checkpoint { try reachCheckpoint() }
      // A case that succeeds continues the loop; one that falls out of the switch has failed.
      switch program.instructions[place] {
      case .byte(let byte):
        if position < input.count && input[position] == byte {
          position += 1
          place += 1
          continue
        }
      case .character(let value):
        if position < input.count {
          let (found, next) = input.scalar(at: position)
          if found == value {
            position = next
            place += 1
            continue
          }
        }
      case .characterBehind(let value):
        if position > 0 {
          let (found, next) = input.scalar(before: position)
          if found == value {
            position = next
            place += 1
            continue
          }
        }
      case .set(let index):
        if position < input.count {
          let (found, next) = input.scalar(at: position)
          if program.sets[Int(index)].contains(found) {
            position = next
            place += 1
            continue
          }
        }
      case .setBehind(let index):
        if position > 0 {
          let (found, next) = input.scalar(before: position)
          if program.sets[Int(index)].contains(found) {
            position = next
            place += 1
            continue
          }
        }
      case .run(let index):
        if try begin(program.runs[Int(index)], at: &place, &position) { continue }
      case .branch(let first, let second, let point):
        if !isKnownToFail(point, at: position) {
          try open(.init(.branch, place: second, position: Int32(position)))
          place = Int(first)
          continue
        }
      case .jump(let target):
        place = Int(target)
        continue
      case .save(let register):
        if keepsGroups { try set(register, to: position) }
        place += 1
        continue
      case .clear(let from, let to):
        if keepsGroups {
          for register in from..<to where registers[Int(register)] >= 0 {
            try set(register, to: -1)
          }
          steps += Int(to - from) / PatternLimits.charactersPerStep
        }
        place += 1
        continue
      case .mark(let register, let isSet):
        try set(register, to: isSet ? position : -1)
        place += 1
        continue
      case .requireProgress(let register):
        if registers[Int(register)] != Int32(position) {
          place += 1
          continue
        }
      case .startCount(let register):
        try set(register, to: 0)
        place += 1
        continue
      case .count(let index):
        if try count(loop: Int(index), at: &place, position) { continue }
      case .inputStart:
        if position == 0 {
          place += 1
          continue
        }
      case .inputEnd:
        if position == input.count {
          place += 1
          continue
        }
      case .wordBoundary(let isNegated):
        if isWordBoundary(position) != isNegated {
          place += 1
          continue
        }
      case .backreference(let group):
        if let next = repetition(of: Int(group), at: position, isBehind: false) {
          position = next
          place += 1
          continue
        }
      case .backreferenceBehind(let group):
        if let next = repetition(of: Int(group), at: position, isBehind: true) {
          position = next
          place += 1
          continue
        }
      case .look(let index):
        registers[program.looks[Int(index)].depth] = Int32(choices.count)
        areRegistersClean = false
        try open(.init(.look, place: index, position: Int32(position)))
        place += 1
        continue
      case .lookEnd(let index):
        let look = program.looks[Int(index)]
        let depth = Int(registers[look.depth])
        let origin = Int(choices[depth].position)
        if !look.isNegated {
          dropChoices(above: depth)
          position = origin
          place = Int(look.exit)
          continue
        }
        undoChoices(above: depth)
      case .accept:
        if !isWhole || position == input.count {
          registers[0] = Int32(start)
          registers[1] = Int32(position)
          return true
        }
      }
      guard try resume(&place, &position) else { return false }
    }
  }

  /// Goes back to the latest choice that has something left to try.
  ///
  /// - Returns: False if there is none: the match has failed.
  private mutating func resume(
    _ place: inout Int, _ position: inout Int
  ) throws(PatternLimitError) -> Bool {
    while let choice = choices.popLast() {
      steps += 1
      switch choice.kind {
      case .restore:
        registers[Int(choice.place)] = choice.position
      case .branch:
        place = Int(choice.place)
        position = Int(choice.position)
        return true
      case .iteration:
        place = Int(choice.place)
        position = Int(choice.position)
        guard case .count(let index) = program.instructions[place] else { continue }
        try enter(program.loops[Int(index)], at: &place, position)
        return true
      case .greedyRun, .lazyRun:
        if try resume(choice, at: &place, &position) { return true }
      case .look:
        let look = program.looks[Int(choice.place)]
        guard look.isNegated else { continue }
        place = Int(look.exit)
        position = Int(choice.position)
        return true
      }
    }
    return false
  }
}
