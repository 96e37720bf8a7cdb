internal import AccordDocuments

// Entries one after another, for who reads a file along with another one.
extension ArchiveScanner {
  /// Goes to the first entry.
  ///
  /// - Returns: What Accord says of its run, where that stands before the entries, as Accord writes it.
  /// - Throws: `ArchiveError` where there are no entries.
  mutating func begin() throws(ArchiveError) -> Range<Int>? {
    guard file.size > 0 else { throw ArchiveError(.empty, in: file.name) }
    var accord: Range<Int>?
    if try peek() == 0xEF { offset = 3 }
    try skipBlanks()
    guard try enter("log", opening: UInt8(ascii: "{"), noting: { _, _ in }),
      try enter(
        "entries", opening: UInt8(ascii: "["),
        noting: { name, range in if name == "_accord" { accord = range } })
    else { throw ArchiveError(.notAnArchive, in: file.name) }
    // Past the bracket.
    offset += 1
    try skipBlanks()
    return accord
  }

  /// Where the next entry lies; `nil` after the last.
  mutating func nextEntry() throws(ArchiveError) -> Range<Int>? {
    if try peek() == UInt8(ascii: "]") { return nil }
    let range = try skipValue()
    try skipBlanks()
    if try peek() != UInt8(ascii: "]") {
      try take(UInt8(ascii: ","), "a comma or a closing bracket")
      try skipBlanks()
    }
    return range
  }

  /// Goes through the object that begins here to the value of a member.
  ///
  /// - Returns: Whether there is such a member that begins with this octet; it begins here then.
  private mutating func enter(
    _ sought: String, opening: UInt8, noting note: (String, Range<Int>) -> Void
  ) throws(ArchiveError) -> Bool {
    guard try peek() == UInt8(ascii: "{") else { return false }
    offset += 1
    try skipBlanks()
    while try peek() != UInt8(ascii: "}") {
      let name = try name(at: skipString())
      try skipBlanks()
      try take(UInt8(ascii: ":"), "a colon")
      try skipBlanks()
      if name == sought, try peek() == opening { return true }
      note(name, try skipValue())
      try skipBlanks()
      if try peek() != UInt8(ascii: "}") {
        try take(UInt8(ascii: ","), "a comma or a closing bracket")
        try skipBlanks()
      }
    }
    return false
  }

  /// The name of a member; empty where it is longer than those that are looked for.
  func name(at range: Range<Int>) throws(ArchiveError) -> String {
    let octets = range.count > 64 ? [] : try file.read(range)
    return (try? JSONDocument(parsing: octets))?.root.string ?? ""
  }
}
