extension JSONText {
  /// The UTF-8 of what a text means, byte by byte, without memory of its own.
  struct Bytes: IteratorProtocol {
    private let content: UnsafeBufferPointer<UInt8>
    private let hasEscapes: Bool
    private var position = 0
    /// The rest of a scalar that an escape gave: the next byte is the lowest; 0 if there is none.
    private var pending: UInt32 = 0

    init(_ text: JSONText) {
      content = text.content
      hasEscapes = text.hasEscapes
    }

    mutating func next() -> UInt8? {
      if pending != 0 {
        let byte = UInt8(truncatingIfNeeded: pending)
        pending >>= 8
        return byte
      }
      guard position < content.count else { return nil }
      let byte = content[position]
      position += 1
      guard hasEscapes, byte == UInt8(ascii: "\\"), position < content.count else { return byte }
      let kind = content[position]
      position += 1
      switch kind {
      case UInt8(ascii: "b"): return 0x08
      case UInt8(ascii: "f"): return 0x0C
      case UInt8(ascii: "n"): return 0x0A
      case UInt8(ascii: "r"): return 0x0D
      case UInt8(ascii: "t"): return 0x09
      case UInt8(ascii: "u"): return scalarFromEscape()
      default: return kind
      }
    }

    /// Reads the digits after `\u`, and the second half of a surrogate pair; gives the first byte
    /// of the scalar and keeps the others.
    private mutating func scalarFromEscape() -> UInt8 {
      var value = codeUnit()
      if 0xD800...0xDBFF ~= value {
        position += 2
        value = 0x10000 + ((value - 0xD800) << 10) + (codeUnit() & 0x3FF)
      }
      if value < 0x80 { return UInt8(value) }
      let last = value & 0x3F | 0x80
      if value < 0x800 {
        pending = last
        return UInt8(value >> 6 | 0xC0)
      }
      let beforeLast = value >> 6 & 0x3F | 0x80
      if value < 0x10000 {
        pending = beforeLast | last << 8
        return UInt8(value >> 12 | 0xE0)
      }
      pending = (value >> 12 & 0x3F | 0x80) | beforeLast << 8 | last << 16
      return UInt8(truncatingIfNeeded: value >> 18 | 0xF0)
    }

    private mutating func codeUnit() -> UInt32 {
      var unit: UInt32 = 0
      let end = min(position + 4, content.count)
      while position < end {
        unit = unit << 4 | UInt32(JSONText.hexadecimalValue(content[position]) ?? 0)
        position += 1
      }
      return unit
    }
  }

  static func hexadecimalValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
