/// Goes through the text of an archive once and finds where its parts lie.
///
/// It keeps one piece of the file and no value, so that its memory is the same for every archive. It
/// looks at brackets, strings and commas alone: what it finds is parsed to the letter afterwards, and
/// what it skips means nothing here.
struct ArchiveScanner {
  /// Where the parts of an archive lie in its file.
  struct Parts {
    var creator: Range<Int>?
    /// What Accord says of its run.
    var accord: Range<Int>?
    /// What Accord says of steps without an exchange.
    var unsent: Range<Int>?
    /// What Accord says of what stopped its run.
    var stopped: Range<Int>?
    var hasEntries = false
  }

  let file: ArchiveFile
  private var piece: [UInt8] = []
  private var pieceStart = 0
  var offset = 0

  private static let pieceSize = 256 << 10

  init(_ file: ArchiveFile) { self.file = file }

  /// Goes through the file and hands over where each entry lies, in their order.
  mutating func scan(
    _ entry: (Range<Int>) throws(ArchiveError) -> Void
  ) throws(ArchiveError) -> Parts {
    guard file.size > 0 else { throw ArchiveError(.empty, in: file.name) }
    var parts = Parts()
    if try peek() == 0xEF { offset = 3 }
    try skipBlanks()
    guard try peek() == UInt8(ascii: "{") else {
      try skipValue()
      throw ArchiveError(.notAnArchive, in: file.name)
    }
    try members { name, scanner throws(ArchiveError) in
      guard name == "log", try scanner.peek() == UInt8(ascii: "{") else {
        _ = try scanner.skipValue()
        return
      }
      try scanner.members { name, scanner throws(ArchiveError) in
        switch name {
        case "entries" where try scanner.peek() == UInt8(ascii: "["):
          parts.hasEntries = true
          try scanner.elements { scanner throws(ArchiveError) in
            try entry(try scanner.skipValue())
          }
        case "creator": parts.creator = try scanner.skipValue()
        case "_accord": parts.accord = try scanner.skipValue()
        case "_unsent": parts.unsent = try scanner.skipValue()
        case "_stopped": parts.stopped = try scanner.skipValue()
        default: _ = try scanner.skipValue()
        }
      }
    }
    try skipBlanks()
    if offset < file.size { throw malformed("expected nothing more") }
    guard parts.hasEntries else { throw ArchiveError(.notAnArchive, in: file.name) }
    return parts
  }

  // MARK: - Structure

  private mutating func members(
    _ member: (String, inout ArchiveScanner) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    try list(until: UInt8(ascii: "}")) { scanner throws(ArchiveError) in
      let range = try scanner.skipString()
      try scanner.skipBlanks()
      try scanner.take(UInt8(ascii: ":"), "a colon")
      try scanner.skipBlanks()
      try member(try scanner.name(at: range), &scanner)
    }
  }

  private mutating func elements(
    _ element: (inout ArchiveScanner) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    try list(until: UInt8(ascii: "]"), element)
  }

  private mutating func list(
    until end: UInt8, _ item: (inout ArchiveScanner) throws(ArchiveError) -> Void
  ) throws(ArchiveError) {
    offset += 1
    try skipBlanks()
    if try peek() == end {
      offset += 1
      return
    }
    while true {
      try item(&self)
      try skipBlanks()
      if try peek() == end {
        offset += 1
        return
      }
      try take(UInt8(ascii: ","), "a comma or a closing bracket")
      try skipBlanks()
    }
  }

  /// Goes over a value, however deep it is, and tells where it lies.
  @discardableResult
  mutating func skipValue() throws(ArchiveError) -> Range<Int> {
    let start = offset
    var depth = 0
    repeat {
      switch try peek() {
      case UInt8(ascii: "\"")?: _ = try skipString()
      case UInt8(ascii: "{")?, UInt8(ascii: "[")?:
        depth += 1
        offset += 1
      case UInt8(ascii: "}")?, UInt8(ascii: "]")?:
        depth -= 1
        offset += 1
        if depth < 0 { throw malformed("expected a value") }
      case nil: throw malformed("the file ends in the midst of it")
      case let octet? where depth == 0:
        guard Self.isOfWord(octet) else { throw malformed("expected a value") }
        while let octet = try peek(), Self.isOfWord(octet) { offset += 1 }
      case _?: offset += 1
      }
    } while depth > 0
    return start..<offset
  }

  mutating func skipString() throws(ArchiveError) -> Range<Int> {
    let start = offset
    try take(UInt8(ascii: "\""), "a string")
    while let octet = try peek() {
      offset += 1
      if octet == UInt8(ascii: "\"") { return start..<offset }
      if octet == UInt8(ascii: "\\") { offset += 1 }
    }
    throw malformed("the file ends in the midst of a string")
  }

  /// Whether an octet may stand in a number, `true`, `false` or `null`.
  private static func isOfWord(_ octet: UInt8) -> Bool {
    0x30...0x39 ~= octet || 0x61...0x7A ~= octet || "+-.E".utf8.contains(octet)
  }

  // MARK: - Octets

  mutating func skipBlanks() throws(ArchiveError) {
    while let octet = try peek(), octet == 0x20 || 0x09...0x0D ~= octet { offset += 1 }
  }

  mutating func take(_ octet: UInt8, _ name: String) throws(ArchiveError) {
    guard try peek() == octet else { throw malformed("expected \(name)") }
    offset += 1
  }

  /// The next octet; nil at the end.
  mutating func peek() throws(ArchiveError) -> UInt8? {
    if offset >= pieceStart + piece.count {
      guard offset < file.size else { return nil }
      pieceStart = offset
      piece = try file.read(offset..<min(file.size, offset + Self.pieceSize))
      if piece.isEmpty { return nil }
    }
    return piece[offset - pieceStart]
  }

  func malformed(_ reason: String) -> ArchiveError {
    ArchiveError(.notJSON(offset: offset, reason), in: file.name)
  }
}
