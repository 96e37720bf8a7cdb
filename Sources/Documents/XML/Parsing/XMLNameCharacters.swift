/// The characters of names without colons (Namespaces in XML 1.0 section 3, XML 1.0 section 2.3).
enum XMLNameCharacters {
  /// How many bytes the name takes that begins at an offset; nil if none does.
  static func nameLength(in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count, let (scalar, length) = scalar(in: bytes, at: offset),
      offset == start ? isStart(scalar) : isPart(scalar)
    {
      offset += length
    }
    return offset > start ? offset - start : nil
  }

  private static func scalar(in bytes: [UInt8], at offset: Int) -> (UInt32, Int)? {
    let first = bytes[offset]
    guard first >= 0x80 else { return (UInt32(first), 1) }
    // The bytes are a string's, and well-formed.
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for byte in bytes[(offset + 1)..<(offset + length)] { value = value << 6 | UInt32(byte & 0x3F) }
    return (value, length)
  }

  private static func isStart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D,
      0x37F...0x1FFF, 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF,
      0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF:
      true
    default: false
    }
  }

  private static func isPart(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: isStart(scalar)
    }
  }
}
