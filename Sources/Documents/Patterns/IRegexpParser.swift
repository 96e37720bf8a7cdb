/// Reads an I-Regexp as RFC 9485 section 3 defines it.
struct IRegexpParser {
  private var scanner: PatternScanner
  private var groupCount = 0

  init(_ source: String) {
    scanner = PatternScanner(source)
  }

  mutating func parse() throws(PatternSyntaxError) -> PatternSyntax {
    let root = try parseBranches(depth: 0)
    if scanner.next != nil { throw scanner.error(.unopenedGroup, at: scanner.offset) }
    return PatternSyntax(root: root, groupCount: groupCount, groupNames: [:])
  }

  private mutating func parseBranches(depth: Int) throws(PatternSyntaxError) -> PatternNode {
    var branches = [try parseBranch(depth: depth)]
    while scanner.take("|") {
      branches.append(try parseBranch(depth: depth))
    }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func parseBranch(depth: Int) throws(PatternSyntaxError) -> PatternNode {
    var pieces: [PatternNode] = []
    while let next = scanner.next, next != "|", next != ")" {
      let firstGroup = groupCount + 1
      let atom = try parseAtom(next, depth: depth)
      if let quantifier = try scanner.takeQuantifier() {
        pieces.append(.repetition(atom, quantifier, groups: firstGroup..<groupCount + 1))
      } else {
        pieces.append(atom)
      }
    }
    return pieces.count == 1 ? pieces[0] : .sequence(pieces)
  }

  private mutating func parseAtom(
    _ first: Unicode.Scalar, depth: Int
  ) throws(PatternSyntaxError) -> PatternNode {
    let start = scanner.offset
    scanner.offset += 1
    switch first {
    case "(":
      guard depth < PatternScanner.deepestNesting else {
        throw scanner.error(.nestedTooDeeply(PatternScanner.deepestNesting), at: start)
      }
      groupCount += 1
      let number = groupCount
      let body = try parseBranches(depth: depth + 1)
      guard scanner.take(")") else { throw scanner.error(.unclosedGroup, at: start) }
      return .group(number, body)
    case ".": return .set(ScalarSet(ScalarSet.lineBreaks, isNegated: true))
    case "^": return .inputStart
    case "$": return .inputEnd
    case "[": return .set(try parseClass(from: start))
    case "\\":
      switch try parseEscape(from: start) {
      case .scalar(let value): return .character(value)
      case .set(let set): return .set(set)
      }
    case "*", "+", "?": throw scanner.error(.nothingToRepeat, at: start)
    case "{", "}", "]": throw scanner.error(.unescapedCharacter(first), at: start)
    default: return .character(first.value)
    }
  }

  /// SingleCharEsc, catEsc or complEsc; the backslash has been taken.
  private mutating func parseEscape(
    from start: Int
  ) throws(PatternSyntaxError) -> ECMAScriptPatternParser.ClassAtom {
    guard let letter = scanner.next else { throw scanner.error(.unfinishedEscape, at: start) }
    scanner.offset += 1
    switch letter {
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
      return .scalar(letter.value)
    case "p", "P":
      let nameStart = scanner.offset + 1
      guard scanner.take("{") else { throw scanner.error(.malformedProperty, at: start) }
      while let next = scanner.next, next.isASCII, next.properties.isAlphabetic {
        scanner.offset += 1
      }
      let name = scanner.text(from: nameStart, to: scanner.offset)
      guard scanner.take("}"), !name.isEmpty else {
        throw scanner.error(.malformedProperty, at: start)
      }
      // The short names of categories only, without LC and Cs (section 3, IsCategory).
      guard name.count <= 2, name != "LC", name != "Cs",
        case .property(let property) = UnicodeProperty.named("gc=" + name)
      else { throw scanner.error(.unknownProperty(name), at: nameStart) }
      return .set(ScalarSet([], properties: [letter == "P" ? property.complement : property]))
    default: throw scanner.error(.unknownEscape(letter), at: start)
    }
  }

  /// charClassExpr; the `[` has been taken.
  private mutating func parseClass(from start: Int) throws(PatternSyntaxError) -> ScalarSet {
    let isNegated = scanner.take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var properties: [UnicodeProperty] = []
    if scanner.take("-") { ranges.append(0x2D...0x2D) }
    while !scanner.take("]") {
      let offset = scanner.offset
      if scanner.next == "-" {
        guard scanner.next(after: 1) == "]" else {
          throw scanner.error(.misplacedHyphen, at: offset)
        }
        scanner.offset += 1
        ranges.append(0x2D...0x2D)
        continue
      }
      switch try parseClassMember(classStart: start) {
      case .set(let set):
        ranges += set.ranges
        properties += set.properties
      case .scalar(let low):
        guard scanner.next == "-", scanner.next(after: 1) != "]" else {
          ranges.append(low...low)
          continue
        }
        scanner.offset += 1
        let lastOffset = scanner.offset
        guard scanner.next != "-", case .scalar(let high) = try parseClassMember(classStart: start)
        else { throw scanner.error(.misplacedHyphen, at: lastOffset - 1) }
        guard low <= high else {
          let range = scanner.text(from: offset, to: scanner.offset)
          throw scanner.error(.rangeOutOfOrder(range), at: offset)
        }
        ranges.append(low...high)
      }
    }
    guard !ranges.isEmpty || !properties.isEmpty else {
      throw scanner.error(.emptyClass, at: start)
    }
    return ScalarSet(ranges, properties: properties, isNegated: isNegated)
  }

  private mutating func parseClassMember(
    classStart: Int
  ) throws(PatternSyntaxError) -> ECMAScriptPatternParser.ClassAtom {
    let start = scanner.offset
    guard let next = scanner.next else { throw scanner.error(.unclosedClass, at: classStart) }
    scanner.offset += 1
    if next == "\\" { return try parseEscape(from: start) }
    guard next != "[" else { throw scanner.error(.unescapedCharacter(next), at: start) }
    return .scalar(next.value)
  }
}
