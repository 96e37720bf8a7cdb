/// A table of names with open addressing.
struct SchemaNameTable: Sendable {
  /// Where in ``SchemaProgram/nameSlots`` the table begins.
  var first: Int32 = 0
  /// The number of slots less one; the number is a power of two.
  var mask: Int32 = -1

  @inline(__always) var isEmpty: Bool { mask < 0 }
}

/// A place for one name.
struct SchemaNameSlot: Sendable {
  var hash: UInt32 = 0
  /// Where in ``SchemaProgram/nameBytes`` the name begins.
  var start: Int32 = 0
  /// -1 if the slot is free.
  var length: Int32 = -1
  /// What the member with the name is judged by; -1 for nothing.
  var link: Int32 = -1
  /// The number of the name among those whose presence is remembered; -1 for none of them.
  var number: Int32 = -1
}

/// A name that is to become part of a table.
struct SchemaNameEntry {
  var name: [UInt8]
  var link: Int32 = -1
  var number: Int32 = -1
}

extension SchemaProgram {
  /// Adds a table of names, each of which is given once.
  mutating func addTable(_ entries: [SchemaNameEntry]) -> SchemaNameTable {
    guard !entries.isEmpty else { return SchemaNameTable() }
    var size = 4
    while size < 2 * entries.count { size *= 2 }
    let first = nameSlots.count
    let mask = size - 1
    nameSlots.append(contentsOf: repeatElement(SchemaNameSlot(), count: size))
    for entry in entries {
      let hash = entry.name.withUnsafeBufferPointer(Self.hash)
      var position = Int(hash) & mask
      while nameSlots[first + position].length >= 0 { position = (position + 1) & mask }
      nameSlots[first + position] = SchemaNameSlot(
        hash: hash, start: Int32(nameBytes.count), length: Int32(entry.name.count),
        link: entry.link, number: entry.number)
      nameBytes += entry.name
    }
    return SchemaNameTable(first: Int32(first), mask: Int32(mask))
  }

  /// Finds a name's slot.
  @inline(__always)
  func slot(of name: UnsafeBufferPointer<UInt8>, in table: SchemaNameTable) -> SchemaNameSlot? {
    guard !table.isEmpty else { return nil }
    let hash = Self.hash(name)
    let mask = Int(table.mask)
    var position = Int(hash) & mask
    while true {
      let slot = nameSlots[Int(table.first) + position]
      if slot.length < 0 { return nil }
      if slot.hash == hash, Int(slot.length) == name.count, isName(name, at: Int(slot.start)) {
        return slot
      }
      position = (position + 1) & mask
    }
  }

  @inline(__always)
  private func isName(_ name: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 0..<name.count where nameBytes[start + offset] != name[offset] { return false }
    return true
  }

  /// Eight bytes at a time, since names are short and nearly all known.
  @inline(__always)
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
    let bytes = UnsafeRawBufferPointer(name)
    var hash = UInt64(truncatingIfNeeded: name.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* multiplier
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    hash = (hash ^ rest) &* multiplier
    return UInt32(truncatingIfNeeded: hash >> 32)
  }
}
