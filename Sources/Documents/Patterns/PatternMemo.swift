/// The places that a match has visited, one bit for each combination of a point in the program, a
/// position in the text, and the state of loops.
///
/// Positions are not enough: what can follow in a counted loop depends on its count, and in a loop
/// whose body can be empty on whether the iteration has consumed anything yet.
struct PatternMemo {
  private var bits: [UInt64]
  private let positions: Int

  /// Creates an empty record; nil if the program allows none or it would exceed the limit.
  init?(program: PatternProgram, textLength: Int, byteLimit: Int) {
    guard program.memoPoints > 0 else { return nil }
    positions = textLength + 1
    var size = positions
    let factors =
      [program.memoPoints] + program.memoCounters.map(\.values)
      + program.memoMarks.map { _ in 2 }
    for factor in factors {
      let (product, isTooGreat) = size.multipliedReportingOverflow(by: factor)
      guard !isTooGreat, product / 8 <= byteLimit else { return nil }
      size = product
    }
    bits = Array(repeating: 0, count: size / 64 + 1)
  }

  /// Notes a visit.
  ///
  /// - Returns: Whether the place had been visited before.
  mutating func visit(
    _ point: Int32, at position: Int, registers: [Int32], program: PatternProgram
  ) -> Bool {
    let index = index(of: point, at: position, registers, program)
    let bit: UInt64 = 1 << UInt64(index & 63)
    if bits[index >> 6] & bit != 0 { return true }
    bits[index >> 6] |= bit
    return false
  }

  func contains(
    _ point: Int32, at position: Int, registers: [Int32], program: PatternProgram
  ) -> Bool {
    let index = index(of: point, at: position, registers, program)
    return bits[index >> 6] & 1 << UInt64(index & 63) != 0
  }

  private func index(
    of point: Int32, at position: Int, _ registers: [Int32], _ program: PatternProgram
  ) -> Int {
    var state = 0
    for counter in program.memoCounters {
      state = state * counter.values + max(0, Int(registers[counter.register]))
    }
    for mark in program.memoMarks {
      state = state * 2 + (registers[mark] == Int32(position) ? 1 : 0)
    }
    return (state * program.memoPoints + Int(point)) * positions + position
  }
}
