/// Loops, and runs of one character.
extension PatternMatcher {
  /// The head of a counted loop: goes into an iteration or out.
  ///
  /// False if the match fails here.
  mutating func count(
    loop index: Int, at place: inout Int, _ position: Int
  ) throws(PatternLimitError) -> Bool {
    let loop = program.loops[index]
    let count = Int(registers[loop.counter])
    if count < loop.quantifier.minimum {
      try enter(loop, at: &place, position)
    } else if count >= loop.quantifier.maximum {
      place = Int(loop.exit)
    } else if isKnownToFail(loop.point, at: position) {
      return false
    } else if loop.quantifier.isLazy {
      try open(.init(.iteration, place: Int32(place), position: Int32(position)))
      place = Int(loop.exit)
    } else {
      try open(.init(.branch, place: loop.exit, position: Int32(position)))
      try enter(loop, at: &place, position)
    }
    return true
  }

  /// Goes into an iteration of the loop whose head is at `place`.
  mutating func enter(
    _ loop: PatternLoop, at place: inout Int, _ position: Int
  ) throws(PatternLimitError) {
    let count = Int(registers[loop.counter])
    let isRequired = count < loop.quantifier.minimum
    // Without a maximum the count stops at the minimum: what follows does not depend on more.
    if isRequired || loop.quantifier.maximum != PatternQuantifier.unlimited {
      try set(Int32(loop.counter), to: count + 1)
    }
    // Iterations that the minimum asks for may be empty (ECMA-262, section 22.2.2.3.1).
    if loop.mark >= 0 { try set(Int32(loop.mark), to: isRequired ? -1 : position) }
    place += 1
  }

  /// Starts a run: as short or as long as it can be, by its kind.
  mutating func begin(
    _ run: PatternRun, at place: inout Int, _ position: inout Int
  ) throws(PatternLimitError) -> Bool {
    var current = position
    var count = 0
    defer { steps += count / PatternLimits.charactersPerStep }
    while count < run.quantifier.minimum {
      guard let next = step(run, from: current) else { return false }
      current = next
      count += 1
    }
    if run.quantifier.isLazy {
      return try tryLonger(run, from: current, count: count, at: &place, &position)
    }
    let shortest = current
    while count < run.quantifier.maximum, let next = step(run, from: current) {
      // Where an unlimited run has ended and failed, all its longer forms have failed as well.
      if run.isUnlimited, memo != nil, hasFailed(run.point, at: next) { break }
      current = next
      count += 1
    }
    return try tryShorter(run, from: current, shortest: shortest, at: &place, &position)
  }

  /// Ends a greedy run at the position given, or at the next shorter one that may succeed.
  mutating func tryShorter(
    _ run: PatternRun, from longest: Int, shortest: Int, at place: inout Int,
    _ position: inout Int
  ) throws(PatternLimitError) -> Bool {
    var current = longest
    var moves = 0
    defer { steps += moves / PatternLimits.charactersPerStep }
    while true {
      if !isKnownToFail(run.point, at: current) && mayEnd(run, at: current) {
        if current != shortest {
          try open(
            .init(
              .greedyRun, place: Int32(place), position: Int32(current), bound: Int32(shortest)))
        }
        place += 1
        position = current
        return true
      }
      if current == shortest { return false }
      current = unstep(run, from: current)
      moves += 1
    }
  }

  /// Ends a lazy run at the position given, or at the next longer one that may succeed.
  mutating func tryLonger(
    _ run: PatternRun, from shortest: Int, count: Int, at place: inout Int,
    _ position: inout Int
  ) throws(PatternLimitError) -> Bool {
    var current = shortest
    var moves = 0
    defer { steps += moves / PatternLimits.charactersPerStep }
    while true {
      if isKnownToFail(run.point, at: current) {
        // The longer forms of an unlimited run were tried right after this one.
        if run.isUnlimited { return false }
      } else if mayEnd(run, at: current) {
        if count + moves < run.quantifier.maximum {
          let length = Int32(count + moves)
          try open(
            .init(.lazyRun, place: Int32(place), position: Int32(current), bound: length))
        }
        place += 1
        position = current
        return true
      }
      guard count + moves < run.quantifier.maximum, let next = step(run, from: current) else {
        return false
      }
      current = next
      moves += 1
    }
  }

  /// Goes back into a run that was ended at a position where what follows has failed.
  mutating func resume(
    _ choice: PatternChoice, at place: inout Int, _ position: inout Int
  ) throws(PatternLimitError) -> Bool {
    guard case .run(let index) = program.instructions[Int(choice.place)] else { return false }
    let run = program.runs[Int(index)]
    place = Int(choice.place)
    if choice.kind == .greedyRun {
      let shorter = unstep(run, from: Int(choice.position))
      return try tryShorter(
        run, from: shorter, shortest: Int(choice.bound), at: &place, &position)
    }
    guard let longer = step(run, from: Int(choice.position)) else { return false }
    return try tryLonger(
      run, from: longer, count: Int(choice.bound) + 1, at: &place, &position)
  }

  private func hasFailed(_ point: Int32, at position: Int) -> Bool {
    guard point >= 0, let memo else { return false }
    return memo.contains(point, at: position, registers: registers, program: program)
  }

  /// Whether what follows a run can start at a position, as far as one byte tells.
  private func mayEnd(_ run: PatternRun, at position: Int) -> Bool {
    guard let byte = run.following else { return true }
    return position < input.count && input[position] == byte
  }
}
