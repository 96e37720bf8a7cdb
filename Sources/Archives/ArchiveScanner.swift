internal import AccordDocuments

/// Goes through the text of an archive once and finds where its parts lie.
///
/// It keeps one piece of the file and no value, so that its memory is the same for every archive. It
/// looks at brackets, strings and commas alone: what it finds is parsed to the letter afterwards, and
/// what it skips means nothing here.
struct ArchiveScanner {
  /// A part of an archive that is read, and where it lies in its file.
  enum Part {
    /// What Accord says of its run; it writes that before the entries.
    case accord(Range<Int>)
    case entry(Range<Int>)
    case endOfEntries
    /// What Accord says of steps without an exchange.
    case unsent(Range<Int>)
    /// What Accord says of what stopped its run; it stands behind the entries, too.
    case stopped(Range<Int>)

    /// Whether Accord writes it behind the entries.
    var isOfEnd: Bool {
      switch self {
      case .unsent, .stopped: true
      case .accord, .entry, .endOfEntries: false
      }
    }
  }

  private enum Place {
    case beforeAll, inFile, inLog, inEntries, behindAll
  }

  let file: ArchiveFile
  private var place = Place.beforeAll
  /// Whether the next item is the first one of the list that the place is in.
  private var isFirst = true
  private var hasEntries = false
  private var piece: [UInt8] = []
  private var pieceStart = 0
  private var offset = 0

  private static let pieceSize = 256 << 10

  init(_ file: ArchiveFile) { self.file = file }

  /// The next part, in their order; `nil` where the file ends behind them.
  ///
  /// - Throws: `ArchiveError` where the text goes on as no archive does.
  mutating func next() throws(ArchiveError) -> Part? {
    while place != .behindAll {
      switch place {
      case .beforeAll: try begin()
      case .inFile:
        guard let name = try nextName() else {
          try end()
          continue
        }
        if name == "log", try peek() == UInt8(ascii: "{") {
          enter(.inLog)
        } else {
          try skipValue()
        }
      case .inLog:
        guard let name = try nextName() else {
          leave(to: .inFile)
          continue
        }
        switch name {
        case "entries" where try peek() == UInt8(ascii: "["):
          hasEntries = true
          enter(.inEntries)
        case "_accord": return .accord(try skipValue())
        case "_unsent": return .unsent(try skipValue())
        case "_stopped": return .stopped(try skipValue())
        default: try skipValue()
        }
      case .inEntries:
        if try hasNext(until: UInt8(ascii: "]")) { return .entry(try skipValue()) }
        leave(to: .inLog)
        return .endOfEntries
      case .behindAll: break
      }
    }
    return nil
  }

  // MARK: - Structure

  private mutating func begin() throws(ArchiveError) {
    guard file.size > 0 else { throw ArchiveError(.empty, in: file.name) }
    if try peek() == 0xEF { offset = 3 }
    try skipBlanks()
    guard try peek() == UInt8(ascii: "{") else {
      try skipValue()
      throw ArchiveError(.notAnArchive, in: file.name)
    }
    enter(.inFile)
  }

  private mutating func end() throws(ArchiveError) {
    try skipBlanks()
    if offset < file.size { throw malformed("expected nothing more") }
    guard hasEntries else { throw ArchiveError(.notAnArchive, in: file.name) }
    place = .behindAll
  }

  /// Goes over a bracket that opens.
  private mutating func enter(_ place: Place) {
    offset += 1
    isFirst = true
    self.place = place
  }

  private mutating func leave(to place: Place) {
    isFirst = false
    self.place = place
  }

  /// Goes to the value of the next member and tells its name; `nil` behind the last one.
  ///
  /// The name is empty where it is longer than those that are looked for.
  private mutating func nextName() throws(ArchiveError) -> String? {
    guard try hasNext(until: UInt8(ascii: "}")) else { return nil }
    let range = try skipString()
    try skipBlanks()
    try take(UInt8(ascii: ":"), "a colon")
    try skipBlanks()
    let octets = range.count > 64 ? [] : try file.octets(in: range)
    return (try? JSONDocument(parsing: octets))?.root.string ?? ""
  }

  /// Goes to the next item of a list, or over its end.
  private mutating func hasNext(until end: UInt8) throws(ArchiveError) -> Bool {
    try skipBlanks()
    if try peek() == end {
      offset += 1
      return false
    }
    if !isFirst {
      try take(UInt8(ascii: ","), "a comma or a closing bracket")
      try skipBlanks()
    }
    isFirst = false
    return true
  }

  /// Goes over a value, however deep it is, and tells where it lies.
  @discardableResult
  private mutating func skipValue() throws(ArchiveError) -> Range<Int> {
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

  private mutating func skipString() throws(ArchiveError) -> Range<Int> {
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

  private mutating func skipBlanks() throws(ArchiveError) {
    while let octet = try peek(), octet == 0x20 || 0x09...0x0D ~= octet { offset += 1 }
  }

  private mutating func take(_ octet: UInt8, _ name: String) throws(ArchiveError) {
    guard try peek() == octet else { throw malformed("expected \(name)") }
    offset += 1
  }

  /// The next octet; nil at the end.
  private mutating func peek() throws(ArchiveError) -> UInt8? {
    if offset >= pieceStart + piece.count {
      guard offset < file.size else { return nil }
      pieceStart = offset
      piece = try file.octets(in: offset..<min(file.size, offset + Self.pieceSize))
      if piece.isEmpty { return nil }
    }
    return piece[offset - pieceStart]
  }

  private func malformed(_ reason: String) -> ArchiveError {
    ArchiveError(.notJSON(offset: offset, reason), in: file.name)
  }
}
