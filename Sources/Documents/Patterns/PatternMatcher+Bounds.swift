/// Choices, registers and their bounds.
extension PatternMatcher {
  mutating func reachCheckpoint() throws(PatternLimitError) {
    guard steps < stepLimit else { throw .steps(stepLimit) }
    checkpoint = stepLimit
    memo = PatternMemo(program: program, textLength: input.count, byteLimit: limits.memoBytes)
  }

  mutating func open(_ choice: PatternChoice) throws(PatternLimitError) {
    guard choices.count < limits.openChoices else { throw .openChoices(limits.openChoices) }
    choices.append(choice)
  }

  /// Sets a register so that going back to an earlier choice restores it.
  mutating func set(_ register: Int32, to value: Int) throws(PatternLimitError) {
    areRegistersClean = false
    if !choices.isEmpty {
      try open(.init(.restore, place: register, position: registers[Int(register)]))
    }
    registers[Int(register)] = Int32(truncatingIfNeeded: value)
  }

  /// Notes a visit.
  ///
  /// True if there was one before, which must have failed.
  @inline(__always)
  mutating func isKnownToFail(_ point: Int32, at position: Int) -> Bool {
    guard memo != nil, point >= 0 else { return false }
    return memo?.visit(point, at: position, registers: registers, program: program) ?? false
  }

  /// A lookaround has matched: what it caught stays, to be undone with the choices before it; its
  /// own choices go.
  mutating func dropChoices(above depth: Int) {
    var kept = depth
    for index in depth..<choices.count where choices[index].kind == .restore {
      choices[kept] = choices[index]
      kept += 1
    }
    choices.removeLast(choices.count - kept)
  }

  /// A negated lookaround's body has matched: all it did is undone.
  mutating func undoChoices(above depth: Int) {
    while choices.count > depth, let choice = choices.popLast() {
      if choice.kind == .restore { registers[Int(choice.place)] = choice.position }
    }
  }
}
