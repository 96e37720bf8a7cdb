extension ECMAScriptPatternParser {
  /// An escape outside a class, and whether it may have a quantifier.
  mutating func parseEscape() throws(PatternSyntaxError) -> (PatternNode, canRepeat: Bool) {
    let start = scanner.offset
    switch scanner.next(after: 1) {
    case "b", "B":
      let isNegated = scanner.next(after: 1) == "B"
      scanner.offset += 2
      return (.wordBoundary(isNegated: isNegated), false)
    case "1", "2", "3", "4", "5", "6", "7", "8", "9":
      scanner.offset += 1
      return reference(.number(scanner.takeNumber() ?? 0), at: start)
    case "k":
      scanner.offset += 2
      guard scanner.take("<") else { throw scanner.error(.malformedGroupName, at: start) }
      return reference(.name(try parseGroupName()), at: start)
    default:
      switch try parseClassEscape() {
      case .scalar(let value): return (.character(value), true)
      case .set(let set): return (.set(set), true)
      }
    }
  }

  private mutating func reference(
    _ group: PatternGroupReference, at offset: Int
  ) -> (PatternNode, canRepeat: Bool) {
    references.append((offset, group))
    return (.backreference(group), true)
  }

  /// An escape that stands for one code point or a set of them, in a class or outside.
  mutating func parseClassEscape() throws(PatternSyntaxError) -> ClassAtom {
    let start = scanner.offset
    scanner.offset += 1
    guard let letter = scanner.next else { throw scanner.error(.unfinishedEscape, at: start) }
    scanner.offset += 1
    switch letter {
    case "d": return .set(ScalarSet(ScalarSet.digits))
    case "D": return .set(ScalarSet(ScalarSet.digits, isNegated: true))
    case "w": return .set(ScalarSet(ScalarSet.wordCharacters))
    case "W": return .set(ScalarSet(ScalarSet.wordCharacters, isNegated: true))
    case "s": return .set(ScalarSet(ScalarSet.whitespace))
    case "S": return .set(ScalarSet(ScalarSet.whitespace, isNegated: true))
    case "p", "P": return .set(try parseProperty(isNegated: letter == "P", from: start))
    case "t": return .scalar(0x09)
    case "n": return .scalar(0x0A)
    case "v": return .scalar(0x0B)
    case "f": return .scalar(0x0C)
    case "r": return .scalar(0x0D)
    case "0":
      if let digit = scanner.next, ("0"..."9").contains(digit) {
        throw scanner.error(.octalEscape, at: start)
      }
      return .scalar(0)
    case "1"..."9":
      throw scanner.error(.octalEscape, at: start)
    case "c":
      guard let control = scanner.next, control.isASCII, control.properties.isAlphabetic else {
        throw scanner.error(.malformedControlEscape, at: start)
      }
      scanner.offset += 1
      return .scalar(control.value & 31)
    case "x":
      guard let value = takeHexadecimal(2) else {
        throw scanner.error(.malformedHexadecimalEscape, at: start)
      }
      return .scalar(value)
    case "u":
      return .scalar(try parseUnicodeEscape(from: start))
    default:
      // ECMA-262 has SyntaxCharacter and "/" here; the other marks are Pattern's leniency.
      let isMark = (0x20..<0x7F).contains(letter.value) && !letter.properties.isAlphabetic
      guard isMark else { throw scanner.error(.unknownEscape(letter), at: start) }
      return .scalar(letter.value)
    }
  }

  /// What follows `\u`: four digits, two such escapes that make a surrogate pair, or braces.
  private mutating func parseUnicodeEscape(from start: Int) throws(PatternSyntaxError) -> UInt32 {
    if scanner.take("{") {
      var value: UInt32 = 0
      let firstDigit = scanner.offset
      while let digit = scanner.next?.hexadecimalValue {
        value = value << 4 | digit
        guard value <= ScalarSet.lastCodePoint else {
          throw scanner.error(.codePointTooLarge, at: start)
        }
        scanner.offset += 1
      }
      guard scanner.offset > firstDigit, scanner.take("}") else {
        throw scanner.error(.malformedUnicodeEscape, at: start)
      }
      return value
    }
    guard let lead = takeHexadecimal(4) else {
      throw scanner.error(.malformedUnicodeEscape, at: start)
    }
    guard (0xD800...0xDBFF).contains(lead) else { return lead }
    let afterLead = scanner.offset
    if scanner.take("\\u"), let trail = takeHexadecimal(4), (0xDC00...0xDFFF).contains(trail) {
      return 0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00)
    }
    scanner.offset = afterLead
    return lead
  }

  private mutating func takeHexadecimal(_ count: Int) -> UInt32? {
    var value: UInt32 = 0
    for distance in 0..<count {
      guard let digit = scanner.next(after: distance)?.hexadecimalValue else { return nil }
      value = value << 4 | digit
    }
    scanner.offset += count
    return value
  }

  private mutating func parseProperty(
    isNegated: Bool, from start: Int
  ) throws(PatternSyntaxError) -> ScalarSet {
    guard scanner.take("{") else { throw scanner.error(.malformedProperty, at: start) }
    let nameStart = scanner.offset
    while let next = scanner.next, next == "=" || ScalarSet.isWordCharacter(next) {
      scanner.offset += 1
    }
    let name = scanner.text(from: nameStart, to: scanner.offset)
    guard !name.isEmpty, scanner.take("}") else {
      throw scanner.error(.malformedProperty, at: start)
    }
    switch UnicodeProperty.named(name) {
    case .ranges(let ranges): return ScalarSet(ranges, isNegated: isNegated)
    case .property(let property):
      return ScalarSet([], properties: [isNegated ? property.complement : property])
    case .unknown(let reason): throw scanner.error(reason, at: nameStart)
    }
  }

  /// A group's name and the `>` behind it (RegExpIdentifierName).
  mutating func parseGroupName() throws(PatternSyntaxError) -> String {
    let start = scanner.offset
    var name = String.UnicodeScalarView()
    while let next = scanner.next, next != ">" {
      var scalar = next
      let offset = scanner.offset
      scanner.offset += 1
      if next == "\\" {
        guard scanner.take("u"),
          let escaped = Unicode.Scalar(try parseUnicodeEscape(from: offset))
        else { throw scanner.error(.malformedGroupName, at: start) }
        scalar = escaped
      }
      guard scalar.isIdentifier(asFirst: name.isEmpty) else {
        throw scanner.error(.malformedGroupName, at: start)
      }
      name.append(scalar)
    }
    guard !name.isEmpty, scanner.take(">") else {
      throw scanner.error(.malformedGroupName, at: start)
    }
    return String(name)
  }
}

extension Unicode.Scalar {
  fileprivate var hexadecimalValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }

  /// IdentifierStartChar and IdentifierPartChar of ECMA-262, section 12.7.
  fileprivate func isIdentifier(asFirst isFirst: Bool) -> Bool {
    if self == "$" || self == "_" || properties.isIDStart { return true }
    return !isFirst && (properties.isIDContinue || self == "\u{200C}" || self == "\u{200D}")
  }
}

extension ScalarSet {
  fileprivate static func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    wordCharacters.contains { $0.contains(scalar.value) }
  }
}
