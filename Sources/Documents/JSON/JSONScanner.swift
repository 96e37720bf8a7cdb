/// Reads a JSON text once, from left to right, and writes its tape.
///
/// There is no recursion: an open array or object is an entry of the tape that knows the one
/// around it.
struct JSONScanner {
  /// Why the text was refused; the place is `position` at that moment.
  struct Refusal: Error {
    var reason: JSONSyntaxError.Reason
    var offset: Int
  }

  let base: UnsafePointer<UInt8>
  let count: Int
  let maximumDepth: Int
  var position: Int
  var tape: JSONTapeWriter

  init(
    base: UnsafePointer<UInt8>, count: Int, from start: Int, maximumDepth: Int,
    writingTo memory: UnsafeMutableBufferPointer<JSONTapeEntry>
  ) {
    self.base = base
    self.count = count
    self.maximumDepth = maximumDepth
    position = start
    tape = JSONTapeWriter(memory)
  }

  /// Reads the whole text and writes the whole tape.
  mutating func scan() throws(Refusal) {
    tape.append(JSONTapeEntry(start: 0, end: UInt32(truncatingIfNeeded: count), next: 0, count: 0))
    skipWhitespace()
    guard position < count else { throw refusal(.empty) }
    let depth = try scanValues()
    skipWhitespace()
    guard position == count else { throw unexpected { .trailingContent($0) } }
    tape.memory[0].count = UInt32(truncatingIfNeeded: depth)
    tape.memory[0].next = UInt32(truncatingIfNeeded: tape.count)
  }

  /// Reads the root value with all that is inside of it, and tells its depth.
  private mutating func scanValues() throws(Refusal) -> Int {
    var open = 0  // the tape index of the innermost open array or object; 0 is the document
    var isObject = false
    var children: UInt32 = 0  // of the innermost open one, so far
    var depth = 0
    var deepest = 0

    nextValue: while true {
      guard position < count else { throw refusal(.unexpectedEnd(in: isObject ? .object : .array)) }
      let byte = base[position]
      switch byte {
      case UInt8(ascii: "\""):
        try scanString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < maximumDepth else { throw refusal(.tooDeep(limit: maximumDepth)) }
        depth += 1
        deepest = max(deepest, depth)
        tape.memory[open].count = children
        let start = UInt32(truncatingIfNeeded: position)
        let index = tape.count
        tape.append(
          JSONTapeEntry(start: start, end: 0, next: UInt32(truncatingIfNeeded: open), count: 0))
        open = index
        children = 0
        isObject = byte == UInt8(ascii: "{")
        position += 1
        skipWhitespace()
        guard position < count else {
          throw refusal(.unexpectedEnd(in: isObject ? .object : .array))
        }
        if base[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          break  // empty: closed below
        }
        if isObject { try scanName(orEnd: true) }
        continue nextValue
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        try scanNumber()
      default:
        let isFirstElement = open != 0 && !isObject && children == 0
        try scanWord(expected: isFirstElement ? .valueOrArrayEnd : .value)
      }

      // A value has ended, or an empty array or object stands before its end.
      var isEmpty = open != 0 && open == tape.count - 1
      while open != 0 {
        if !isEmpty {
          children += 1
          skipWhitespace()
          guard position < count else {
            throw refusal(.unexpectedEnd(in: isObject ? .object : .array))
          }
          if base[position] == UInt8(ascii: ",") {
            position += 1
            skipWhitespace()
            if isObject { try scanName(orEnd: false) } else { try refuseTrailingComma() }
            continue nextValue
          }
          guard base[position] == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            let expected: JSONSyntaxError.Expected =
              isObject ? .commaOrObjectEnd : .commaOrArrayEnd
            throw unexpected { .unexpected($0, expected: expected) }
          }
        }
        isEmpty = false
        position += 1
        let closed = open
        open = Int(tape.memory[closed].next)
        tape.memory[closed].end = UInt32(truncatingIfNeeded: position)
        tape.memory[closed].next = UInt32(truncatingIfNeeded: tape.count)
        tape.memory[closed].count = children
        depth -= 1
        let around = tape.memory[open]
        children = around.count
        isObject = open != 0 && base[Int(around.start)] == UInt8(ascii: "{")
      }
      return deepest
    }
  }

  /// Reads `"name" :` and the white space after it.
  @inline(__always)
  private mutating func scanName(orEnd isFirst: Bool) throws(Refusal) {
    guard position < count else { throw refusal(.unexpectedEnd(in: .object)) }
    guard base[position] == UInt8(ascii: "\"") else {
      if !isFirst, base[position] == UInt8(ascii: "}") { throw refusal(.trailingComma) }
      throw unexpected {
        .unexpected($0, expected: isFirst ? .memberNameOrObjectEnd : .memberName)
      }
    }
    try scanString()
    skipWhitespace()
    guard position < count else { throw refusal(.unexpectedEnd(in: .object)) }
    guard base[position] == UInt8(ascii: ":") else {
      throw unexpected { .unexpected($0, expected: .colon) }
    }
    position += 1
    skipWhitespace()
  }

  private func refuseTrailingComma() throws(Refusal) {
    if position < count, base[position] == UInt8(ascii: "]") { throw refusal(.trailingComma) }
  }

  /// Reads `true`, `false` or `null`.
  private mutating func scanWord(expected: JSONSyntaxError.Expected) throws(Refusal) {
    let start = position
    switch base[position] {
    case UInt8(ascii: "t"): try scan("true")
    case UInt8(ascii: "f"): try scan("false")
    case UInt8(ascii: "n"): try scan("null")
    default: throw unexpectedWord() ?? unexpected { .unexpected($0, expected: expected) }
    }
    appendScalar(from: start, flag: 0)
  }

  @inline(__always)
  private mutating func scan(_ word: StaticString) throws(Refusal) {
    for offset in 0..<word.utf8CodeUnitCount {
      guard position + offset < count else { throw endOfText(in: .word) }
      guard base[position + offset] == word.utf8Start[offset] else {
        throw unexpectedWord() ?? unexpected { .unexpected($0, expected: .value) }
      }
    }
    position += word.utf8CodeUnitCount
    if position < count, Self.isWordByte(base[position]) {
      position -= word.utf8CodeUnitCount
      throw unexpectedWord() ?? unexpected { .unexpected($0, expected: .value) }
    }
  }

  // MARK: - Shared by the other parts of the scanner

  @inline(__always)
  mutating func skipWhitespace() {
    while position < count {
      let byte = base[position]
      guard byte <= 0x20 else { return }
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return }
      position += 1
    }
  }

  @inline(__always)
  mutating func appendScalar(from start: Int, flag: UInt32) {
    tape.append(
      JSONTapeEntry(
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: position),
        next: UInt32(truncatingIfNeeded: tape.count + 1),
        count: flag))
  }

  @inline(never)
  func refusal(_ reason: JSONSyntaxError.Reason) -> Refusal {
    Refusal(reason: reason, offset: position)
  }

  @inline(never)
  func endOfText(in construct: JSONSyntaxError.Construct) -> Refusal {
    Refusal(reason: .unexpectedEnd(in: construct), offset: count)
  }

  /// The refusal of what stands at `position`, or of its bytes where they are not UTF-8.
  @inline(never)
  func unexpected(_ reason: (Unicode.Scalar) -> JSONSyntaxError.Reason) -> Refusal {
    let length = UTF8Validation.sequenceLength(at: position, in: base, count: count)
    let text = String(
      decoding: UnsafeBufferPointer(start: base + position, count: length), as: UTF8.self)
    guard length > 0, let scalar = text.unicodeScalars.first else { return refusal(.notUTF8) }
    return refusal(reason(scalar))
  }

  @inline(never)
  private func unexpectedWord() -> Refusal? {
    var end = position
    while end < count, end - position < 20, Self.isWordByte(base[end]) { end += 1 }
    guard end > position + 1 else { return nil }
    let word = String(
      decoding: UnsafeBufferPointer(start: base + position, count: end - position), as: UTF8.self)
    return Self.wordsOfOthers.contains(word.lowercased()) ? refusal(.unknownWord(word)) : nil
  }

  /// What other languages write for values, in small letters.
  private static let wordsOfOthers: Set<String> = [
    "nan", "inf", "infinity", "none", "null", "nil", "undefined", "true", "false", "yes", "no",
    "on",
    "off", "new",
  ]

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
