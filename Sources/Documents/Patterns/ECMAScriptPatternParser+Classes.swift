extension ECMAScriptPatternParser {
  /// One member of a class.
  enum ClassAtom {
    case scalar(UInt32)
    case set(ScalarSet)
  }

  /// A class, from its `[` to its `]`.
  mutating func parseClass() throws(PatternSyntaxError) -> ScalarSet {
    let start = scanner.offset
    scanner.offset += 1
    let isNegated = scanner.take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [UnicodeProperty] = []
    func add(_ atom: ClassAtom) {
      switch atom {
      case .scalar(let value): ranges.append(value...value)
      case .set(let set):
        ranges += set.ranges
        properties += set.properties
      }
    }

    while !scanner.take("]") {
      let atomOffset = scanner.offset
      let first = try parseClassAtom(classStart: start)
      guard scanner.next == "-", scanner.next(after: 1) != "]" else {
        add(first)
        continue
      }
      scanner.offset += 1
      let last = try parseClassAtom(classStart: start)
      if case .scalar(let low) = first, case .scalar(let high) = last {
        guard low <= high else {
          let range = scanner.text(from: atomOffset, to: scanner.offset)
          throw scanner.error(.rangeOutOfOrder(range), at: atomOffset)
        }
        ranges.append(low...high)
      } else {
        // `[\w-.]`: a set has no ends, so the hyphen is itself (ECMA-262, section B.1.2.5).
        add(first)
        add(.scalar(0x2D))
        add(last)
      }
    }
    return ScalarSet(ranges, properties: properties, isNegated: isNegated)
  }

  private mutating func parseClassAtom(
    classStart: Int
  ) throws(PatternSyntaxError) -> ClassAtom {
    guard let next = scanner.next else { throw scanner.error(.unclosedClass, at: classStart) }
    guard next == "\\" else {
      scanner.offset += 1
      return .scalar(next.value)
    }
    if scanner.next(after: 1) == "b" {
      scanner.offset += 2
      return .scalar(0x08)
    }
    return try parseClassEscape()
  }
}
