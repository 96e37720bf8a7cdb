/// Reads a pattern as ECMA-262 section 22.2.1 defines it with the `u` flag, and with the leniency
/// that ``Pattern/Dialect/ecmaScript`` describes.
struct ECMAScriptPatternParser {
  var scanner: PatternScanner
  var groupCount = 0
  var groupNames: [String: Int] = [:]
  /// References may come before their group, so they are checked at the end.
  var references: [(offset: Int, group: PatternGroupReference)] = []

  init(_ source: String) {
    scanner = PatternScanner(source)
  }

  mutating func parse() throws(PatternSyntaxError) -> PatternSyntax {
    let root = try parseAlternatives(depth: 0)
    if scanner.next != nil { throw scanner.error(.unopenedGroup, at: scanner.offset) }
    for (offset, group) in references {
      switch group {
      case .number(let number) where number > groupCount:
        throw scanner.error(.unknownGroup(String(number)), at: offset)
      case .name(let name) where groupNames[name] == nil:
        throw scanner.error(.unknownGroup(name), at: offset)
      default: break
      }
    }
    return PatternSyntax(root: root, groupCount: groupCount, groupNames: groupNames)
  }

  private mutating func parseAlternatives(depth: Int) throws(PatternSyntaxError) -> PatternNode {
    var alternatives = [try parseSequence(depth: depth)]
    while scanner.take("|") {
      alternatives.append(try parseSequence(depth: depth))
    }
    return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
  }

  private mutating func parseSequence(depth: Int) throws(PatternSyntaxError) -> PatternNode {
    var terms: [PatternNode] = []
    while let next = scanner.next, next != "|", next != ")" {
      let firstGroup = groupCount + 1
      let (term, canRepeat) = try parseTerm(next, depth: depth)
      let quantifierOffset = scanner.offset
      guard var quantifier = try scanner.takeQuantifier() else {
        terms.append(term)
        continue
      }
      guard canRepeat else { throw scanner.error(.nothingToRepeat, at: quantifierOffset) }
      quantifier.isLazy = scanner.take("?")
      terms.append(.repetition(term, quantifier, groups: firstGroup..<groupCount + 1))
    }
    return terms.count == 1 ? terms[0] : .sequence(terms)
  }

  /// One term without its quantifier, and whether it may have one.
  private mutating func parseTerm(
    _ first: Unicode.Scalar, depth: Int
  ) throws(PatternSyntaxError) -> (PatternNode, canRepeat: Bool) {
    let start = scanner.offset
    switch first {
    case "(":
      return try parseGroup(depth: depth)
    case "[":
      return (.set(try parseClass()), true)
    case "\\":
      return try parseEscape()
    case "*", "+", "?":
      throw scanner.error(.nothingToRepeat, at: start)
    case "{" where scanner.startsCountedQuantifier:
      throw scanner.error(.nothingToRepeat, at: start)
    default:
      scanner.offset += 1
    }
    switch first {
    case "^": return (.inputStart, false)
    case "$": return (.inputEnd, false)
    case ".": return (.set(ScalarSet(ScalarSet.lineTerminators, isNegated: true)), true)
    default: return (.character(first.value), true)
    }
  }

  private mutating func parseGroup(
    depth: Int
  ) throws(PatternSyntaxError) -> (PatternNode, canRepeat: Bool) {
    let start = scanner.offset
    guard depth < PatternScanner.deepestNesting else {
      throw scanner.error(.nestedTooDeeply(PatternScanner.deepestNesting), at: start)
    }
    if scanner.take("(?:") {
      return (try parseGroupBody(from: start, depth: depth), true)
    }
    for (opening, isBehind, isNegated) in Self.lookarounds where scanner.take(opening) {
      let body = try parseGroupBody(from: start, depth: depth)
      return (.look(body, isBehind: isBehind, isNegated: isNegated), false)
    }
    scanner.offset += 1
    groupCount += 1
    let number = groupCount
    if scanner.next == "?" {
      guard scanner.take("?<") else { throw unknownGroupKind(at: start) }
      let nameOffset = scanner.offset
      let name = try parseGroupName()
      guard groupNames.updateValue(number, forKey: name) == nil else {
        throw scanner.error(.duplicateGroupName(name), at: nameOffset)
      }
    }
    return (.group(number, try parseGroupBody(from: start, depth: depth)), true)
  }

  private static let lookarounds: [(String, isBehind: Bool, isNegated: Bool)] = [
    ("(?=", false, false), ("(?!", false, true), ("(?<=", true, false), ("(?<!", true, true),
  ]

  private mutating func parseGroupBody(
    from start: Int, depth: Int
  ) throws(PatternSyntaxError) -> PatternNode {
    let body = try parseAlternatives(depth: depth + 1)
    guard scanner.take(")") else { throw scanner.error(.unclosedGroup, at: start) }
    return body
  }

  private func unknownGroupKind(at start: Int) -> PatternSyntaxError {
    let modifier = scanner.next(after: 1)
    let isModifier = modifier == "i" || modifier == "m" || modifier == "s" || modifier == "-"
    return scanner.error(isModifier ? .modifiersUnsupported : .unknownGroupKind, at: start)
  }
}
