/// What is found at a position of the text.
extension PatternMatcher {
  /// Where one element of a run ends that starts at a position; nil if it does not match there.
  @inline(__always)
  func step(_ run: PatternRun, from position: Int) -> Int? {
    guard position != (run.isBehind ? 0 : input.count) else { return nil }
    let value: UInt32
    let next: Int
    if run.isBehind {
      (value, next) = input.scalar(before: position)
    } else {
      (value, next) = input.scalar(at: position)
    }
    switch run.element {
    case .character(let wanted): return value == wanted ? next : nil
    case .set(let index): return program.sets[index].contains(value) ? next : nil
    }
  }

  /// The position one element before, in the run's direction.
  @inline(__always)
  func unstep(_ run: PatternRun, from position: Int) -> Int {
    run.isBehind ? input.scalar(at: position).next : input.scalar(before: position).start
  }

  /// Whether just one side of a position is a word character; those are ASCII, so bytes suffice.
  func isWordBoundary(_ position: Int) -> Bool {
    let before = position > 0 && isWordCharacter(input[position - 1])
    let after = position < input.count && isWordCharacter(input[position])
    return before != after
  }

  private func isWordCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  /// Where the repetition of what a group caught ends; nil if it is not repeated at a position.
  ///
  /// A group that caught nothing repeats as the empty text (ECMA-262, section 22.2.2.7.2).
  mutating func repetition(of group: Int, at position: Int, isBehind: Bool) -> Int? {
    let start = Int(registers[2 * group])
    let end = Int(registers[2 * group + 1])
    guard start >= 0 && end >= 0 else { return position }
    let length = end - start
    let first = isBehind ? position - length : position
    guard first >= 0 && first + length <= input.count else { return nil }
    for offset in 0..<length where input[first + offset] != input[start + offset] { return nil }
    // A long repetition is as much work as the characters it compares.
    steps += length / PatternLimits.charactersPerStep
    return isBehind ? first : first + length
  }
}
