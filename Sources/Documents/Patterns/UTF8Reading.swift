/// Reading code points from bytes that may not be well-formed UTF-8.
///
/// A byte that is no part of a well-formed sequence (Unicode 16, table 3-7) counts as one U+FFFD.
/// Forward and backward reading agree on the boundaries: no lead byte can be inside a sequence.
extension UnsafeBufferPointer<UInt8> {
  /// The code point that starts at a position before the end, and where the next one starts.
  @inline(__always)
  func scalar(at position: Int) -> (value: UInt32, next: Int) {
    let byte = self[position]
    if byte < 0x80 { return (UInt32(byte), position + 1) }
    return wideScalar(at: position)
  }

  /// The code point that ends at a position after the start, and where it starts.
  @inline(__always)
  func scalar(before position: Int) -> (value: UInt32, start: Int) {
    let byte = self[position - 1]
    if byte < 0x80 { return (UInt32(byte), position - 1) }
    var start = position - 1
    while start > 0 && position - start < 4 && self[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, next) = scalar(at: start)
    return next == position ? (value, start) : (0xFFFD, position - 1)
  }

  @inline(never)
  private func wideScalar(at position: Int) -> (value: UInt32, next: Int) {
    let lead = self[position]
    let length: Int
    var value: UInt32
    let least: UInt32
    switch lead {
    case 0xC2...0xDF: (length, value, least) = (2, UInt32(lead & 0x1F), 0x80)
    case 0xE0...0xEF: (length, value, least) = (3, UInt32(lead & 0x0F), 0x800)
    case 0xF0...0xF4: (length, value, least) = (4, UInt32(lead & 0x07), 0x10000)
    default: return (0xFFFD, position + 1)
    }
    guard position + length <= count else { return (0xFFFD, position + 1) }
    for offset in 1..<length {
      let byte = self[position + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, position + 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    let isScalar = value >= least && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
    return isScalar ? (value, position + length) : (0xFFFD, position + 1)
  }
}
