/// A JSON text (RFC 8259) with the places of all its values.
///
/// The text is kept as it came, so that nothing is lost: the order of members, members of the same
/// name, and how numbers and strings were written. There is no tree of values: a ``JSONNode`` is a
/// place in the document, and freeing a document frees two arrays, however deep it nests.
///
/// What the standard leaves open is decided so:
///
/// - Bytes that are not well-formed UTF-8 are refused, and so are other encodings (section 8.1).
/// - A byte order mark before the text is let pass, as section 8.1 allows; see
///   ``hasByteOrderMark``.
/// - A `\u` escape of half a surrogate pair is refused (section 8.2): no Unicode text holds it.
/// - Numbers of any length and with any exponent are read, and compared exactly (section 6).
/// - Members of the same name are kept (section 4); see ``JSONNode/member(_:)``.
package struct JSONDocument: Sendable {
  /// The text as it came.
  package let bytes: [UInt8]
  let tape: [JSONTapeEntry]

  /// Parses a whole text, strictly.
  ///
  /// - Parameters:
  ///   - bytes: The text in UTF-8.
  ///   - limits: What a text may need at most.
  /// - Throws: The first place where the text is not JSON, with the reason.
  package init(parsing bytes: [UInt8], limits: JSONLimits = .standard) throws(JSONSyntaxError) {
    guard bytes.count <= limits.maximumBytes else {
      throw JSONSyntaxError(
        reason: .tooLong(limit: limits.maximumBytes),
        position: TextPosition(ofByte: limits.maximumBytes, in: bytes))
    }
    var refusal: JSONScanner.Refusal?
    let tape = bytes.withUnsafeBufferPointer { text -> [JSONTapeEntry] in
      guard let base = text.baseAddress, !text.isEmpty else {
        refusal = JSONScanner.Refusal(reason: .empty, offset: 0)
        return []
      }
      return Array(unsafeUninitializedCapacity: JSONTapeWriter.capacity(for: text)) {
        memory, count in
        var scanner = JSONScanner(
          base: base, count: text.count, from: Self.byteOrderMarkLength(base, text.count),
          maximumDepth: limits.maximumDepth, writingTo: memory)
        do throws(JSONScanner.Refusal) {
          try scanner.scan()
        } catch {
          refusal = error
        }
        count = scanner.tape.count
      }
    }
    if let refusal { throw JSONSyntaxError(refusal, in: bytes) }
    self.bytes = bytes
    self.tape = tape
  }

  /// Parses a text that is in a string.
  package init(parsing text: String, limits: JSONLimits = .standard) throws(JSONSyntaxError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }

  /// The one value of the text.
  package var root: JSONNode { JSONNode(document: self, index: 1) }

  /// How many arrays and objects are open at the deepest place: 0 for a scalar, 1 for `[]`.
  package var depth: Int { Int(tape[0].count) }

  /// The number of values in the document, members' names not counted in.
  package var valueCount: Int {
    var names = 0
    for index in 1..<tape.count where kind(at: index) == .object {
      names += Int(tape[index].count)
    }
    return tape.count - 1 - names
  }

  /// Whether a byte order mark stands before the text, which who sends JSON must not add
  /// (RFC 8259 section 8.1).
  package var hasByteOrderMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

  /// Line and column of a byte of the text.
  ///
  /// Takes time in proportion to the offset.
  package func position(at byteOffset: Int) -> TextPosition {
    TextPosition(ofByte: byteOffset, in: bytes)
  }

  private static func byteOrderMarkLength(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int {
    count >= 3 && base[0] == 0xEF && base[1] == 0xBB && base[2] == 0xBF ? 3 : 0
  }
}

extension JSONDocument {
  /// The kind of the value at a tape index; a member's name is a string.
  @inline(__always)
  func kind(at index: Int) -> JSONKind {
    switch bytes[Int(tape[index].start)] {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .array
    case UInt8(ascii: "\""): .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    default: .number
    }
  }

  /// Hands out the text of the string, or of the member's name, at a tape index.
  @inline(__always)
  func withText<Value>(at index: Int, _ body: (JSONText) -> Value) -> Value {
    let entry = tape[index]
    return bytes.withUnsafeBufferPointer { buffer in
      let content = UnsafeBufferPointer(rebasing: buffer[Int(entry.start) + 1..<Int(entry.end) - 1])
      return body(JSONText(content: content, hasEscapes: entry.count != 0))
    }
  }

  /// Orders two strings or members' names by their code points; below, equal to or above 0.
  func compareTexts(at index: Int, to other: JSONDocument, at otherIndex: Int) -> Int {
    withText(at: index) { left in
      other.withText(at: otherIndex) { left.compare(to: $0) }
    }
  }
}

extension JSONSyntaxError {
  /// Adds line and column, and tells other encodings from mere noise.
  init(_ refusal: JSONScanner.Refusal, in bytes: [UInt8]) {
    var reason = refusal.reason
    if let encoding = Self.otherEncoding(of: bytes) { reason = .otherEncoding(encoding) }
    self.init(reason: reason, position: TextPosition(ofByte: refusal.offset, in: bytes))
  }

  /// Looks at the first bytes as RFC 4627 section 3 did: a JSON text begins with two ASCII
  /// characters, or with a byte order mark.
  private static func otherEncoding(of bytes: [UInt8]) -> String? {
    let first = bytes.prefix(4)
    if first.starts(with: [0xFF, 0xFE, 0, 0]) || first.starts(with: [0, 0, 0xFE, 0xFF]) {
      return "UTF-32"
    }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard bytes.count >= 2 else { return nil }
    switch first.map({ $0 == 0 }) {
    case [true, true, true, false], [false, true, true, true]: return "UTF-32"
    case [true, false], [false, true], [true, false, true, false], [false, true, false, true]:
      return "UTF-16"
    default: return nil
    }
  }
}
