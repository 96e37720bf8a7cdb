/// What members and elements have been evaluated, a bit for each: kept only where a schema has
/// `unevaluatedProperties` or `unevaluatedItems`, and for the schemas that it applies to the same
/// value.
///
/// The bits lie on a stack, ``SchemaJudge/marks``; the position of the first word stands for them.
extension SchemaJudge {
  mutating func beginMarks(for instance: Int) -> Int {
    let start = marks.count
    marks.append(contentsOf: repeatElement(0, count: Int(tape[instance].count) / 64 + 1))
    return start
  }

  /// Takes marks from the stack.
  ///
  /// - Parameters:
  ///   - start: The marks; they are the last on the stack.
  ///   - target: Marks of the same value to add them to; -1 for none.
  mutating func endMarks(_ start: Int, mergingInto target: Int) {
    if target >= 0 {
      for offset in 0..<marks.count - start { marks[target + offset] |= marks[start + offset] }
    }
    marks.removeLast(marks.count - start)
  }

  @inline(__always)
  mutating func mark(_ ordinal: Int, in start: Int) {
    marks[start + ordinal / 64] |= 1 << UInt64(ordinal % 64)
  }

  private func isMarked(_ ordinal: Int, in start: Int) -> Bool {
    marks[start + ordinal / 64] & 1 << UInt64(ordinal % 64) != 0
  }

  /// Judges what has not been evaluated, which it then is.
  mutating func judgeRest(
    by link: Int32, of instance: Int, _ kind: JSONKind, marks: Int
  ) -> Bool {
    var holds = true
    let isObject = kind == .object
    var child = instance + 1
    let end = Int(tape[instance].next)
    var ordinal = 0
    while child < end {
      let value = isObject ? child + 1 : child
      if !isMarked(ordinal, in: marks) {
        let position = isObject ? SchemaTrailStep.memberValue : Int32(truncatingIfNeeded: ordinal)
        holds = judge(link: link, value, position: position) && holds
        guard holds || isCollecting else { return false }
        mark(ordinal, in: marks)
      }
      child = Int(tape[value].next)
      ordinal += 1
    }
    return holds
  }
}
