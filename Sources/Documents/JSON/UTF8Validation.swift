/// Well-formedness of UTF-8 by Table 3-7 of the Unicode Standard: no overlong form, no surrogate,
/// nothing above U+10FFFF.
enum UTF8Validation {
  /// The length in bytes of the well-formed sequence that starts at `position`; 0 if there is none.
  @inline(__always)
  static func sequenceLength(
    at position: Int, in base: UnsafePointer<UInt8>, count: Int
  ) -> Int {
    let first = base[position]
    let available = count - position
    switch first {
    case 0x00...0x7F:
      return 1
    case 0xC2...0xDF:
      guard available >= 2, isContinuation(base[position + 1]) else { return 0 }
      return 2
    case 0xE0...0xEF:
      guard available >= 3 else { return 0 }
      let second = base[position + 1]
      let isAllowed =
        switch first {
        case 0xE0: second >= 0xA0 && second <= 0xBF
        case 0xED: second >= 0x80 && second <= 0x9F
        default: isContinuation(second)
        }
      guard isAllowed, isContinuation(base[position + 2]) else { return 0 }
      return 3
    case 0xF0...0xF4:
      guard available >= 4 else { return 0 }
      let second = base[position + 1]
      let isAllowed =
        switch first {
        case 0xF0: second >= 0x90 && second <= 0xBF
        case 0xF4: second >= 0x80 && second <= 0x8F
        default: isContinuation(second)
        }
      guard isAllowed, isContinuation(base[position + 2]), isContinuation(base[position + 3]) else {
        return 0
      }
      return 4
    default:
      return 0
    }
  }

  static func sequenceLength(in bytes: [UInt8], at position: Int) -> Int {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, position < buffer.count else { return 0 }
      return sequenceLength(at: position, in: base, count: buffer.count)
    }
  }

  /// The scalar that starts at `position`, or nil where no well-formed sequence does.
  static func scalar(in bytes: [UInt8], at position: Int) -> Unicode.Scalar? {
    let length = sequenceLength(in: bytes, at: position)
    guard length > 0 else { return nil }
    return String(decoding: bytes[position..<position + length], as: UTF8.self).unicodeScalars.first
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
