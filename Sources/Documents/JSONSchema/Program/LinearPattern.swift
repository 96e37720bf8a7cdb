/// A pattern that can be matched in one pass without ever going back, on ASCII text.
///
/// Most patterns of schemas are like this: `^[A-Z]{3}-[0-9]+$`. They begin at the text's start, and
/// where a character can be part of one repetition it cannot be part of what follows. To set up the
/// engine for all patterns takes longer than such a match.
struct LinearPattern: Sendable {
  /// One character after the other out of a set.
  struct Step: Sendable {
    /// Membership of the bytes 0 to 63 and 64 to 127.
    var low: UInt64 = 0
    var high: UInt64 = 0
    var minimum = 1
    var maximum = 1

    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
      (byte < 64 ? low : high) & 1 << UInt64(byte & 63) != 0
    }

    fileprivate func sharesCharacters(with other: Step) -> Bool {
      low & other.low | high & other.high != 0
    }
  }

  private var steps: [Step] = []
  /// Whether the text has to end where the pattern ends.
  private var isWhole = false

  /// Reads a compiled pattern; nil for one that needs more.
  init?(_ pattern: Pattern) {
    let program = pattern.program
    var hasStart = false
    for instruction in program.instructions {
      switch instruction {
      case .save: continue
      case .inputStart where steps.isEmpty: hasStart = true
      case .inputEnd: isWhole = true
      case .byte(let byte) where hasStart && !isWhole && byte < 128:
        steps.append(Self.step { $0 == byte })
      case .set(let set) where hasStart && !isWhole:
        steps.append(Self.step(program.sets[Int(set)].containsASCII))
      case .run(let run) where hasStart && !isWhole:
        guard let step = Self.step(program.runs[Int(run)], program.sets) else { return nil }
        steps.append(step)
      case .accept:
        guard hasStart, isUnambiguous else { return nil }
        return
      default: return nil
      }
    }
    return nil
  }

  /// Whether the pattern matches; nil where the text is not ASCII as far as it matters.
  @inline(__always)
  func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool? {
    var position = 0
    for step in steps {
      var count = 0
      while count < step.maximum, position < text.count {
        let byte = text[position]
        guard byte < 128 else { return nil }
        guard step.contains(byte) else { break }
        position += 1
        count += 1
      }
      if count < step.minimum { return false }
    }
    return !isWhole || position == text.count
  }

  /// Whether the longest choice at each repetition is the only one that can lead to a match.
  private var isUnambiguous: Bool {
    for (position, step) in steps.enumerated() where step.minimum < step.maximum {
      for following in steps[(position + 1)...] {
        if step.sharesCharacters(with: following) { return false }
        if following.minimum > 0 { break }
      }
    }
    return true
  }

  private static func step(_ isMember: (UInt8) -> Bool) -> Step {
    var step = Step()
    for byte in UInt8(0)..<128 where isMember(byte) {
      if byte < 64 { step.low |= 1 << UInt64(byte) } else { step.high |= 1 << UInt64(byte - 64) }
    }
    return step
  }

  private static func step(_ run: PatternRun, _ sets: [ScalarSet]) -> Step? {
    guard !run.isBehind else { return nil }
    var step: Step
    switch run.element {
    case .set(let set): step = Self.step(sets[set].containsASCII)
    case .character(let character):
      guard character < 128 else { return nil }
      step = Self.step { UInt32($0) == character }
    }
    step.minimum = run.quantifier.minimum
    step.maximum = run.isUnlimited ? Int.max : run.quantifier.maximum
    return step
  }
}
