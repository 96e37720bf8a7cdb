/// A set of code points: ranges, Unicode properties, or the complement of both.
///
/// Properties are asked when a character is met rather than turned into ranges, which would need
/// a pass over all of Unicode for each pattern.
struct ScalarSet: Sendable {
  static let lastCodePoint: UInt32 = 0x10FFFF

  /// Sorted, apart from each other, and not yet complemented.
  private(set) var ranges: [ClosedRange<UInt32>]
  private(set) var properties: [UnicodeProperty]
  private(set) var isNegated: Bool
  /// Membership of U+0000 to U+003F and U+0040 to U+007F, all else considered.
  private var lowBits: UInt64 = 0
  private var highBits: UInt64 = 0

  init(
    _ ranges: [ClosedRange<UInt32>], properties: [UnicodeProperty] = [], isNegated: Bool = false
  ) {
    self.properties = properties
    let merged = Self.merged(ranges)
    // Without properties, a complement is ranges again.
    if isNegated && properties.isEmpty {
      self.ranges = Self.complement(of: merged)
      self.isNegated = false
    } else {
      self.ranges = merged
      self.isNegated = isNegated
    }
    for value in UInt32(0)..<128 where search(value) {
      if value < 64 { lowBits |= 1 << UInt64(value) } else { highBits |= 1 << UInt64(value - 64) }
    }
  }

  func contains(_ value: UInt32) -> Bool {
    value < 128 ? containsASCII(UInt8(truncatingIfNeeded: value)) : search(value)
  }

  /// Membership of a byte below 128.
  @inline(__always)
  func containsASCII(_ byte: UInt8) -> Bool {
    (byte < 64 ? lowBits : highBits) & (1 << UInt64(byte & 63)) != 0
  }

  /// Whether a code point above U+007F may be in the set.
  var reachesBeyondASCII: Bool {
    isNegated || !properties.isEmpty || (ranges.last?.upperBound ?? 0) > 127
  }

  private func search(_ value: UInt32) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
    }
    if low < ranges.count && ranges[low].contains(value) { return !isNegated }
    if !properties.isEmpty, let scalar = Unicode.Scalar(value),
      properties.contains(where: { $0.contains(scalar) })
    {
      return !isNegated
    }
    return isNegated
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound + 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The gaps between ranges that are sorted and apart.
  static func complement(of ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if range.lowerBound > start { result.append(start...range.lowerBound - 1) }
      start = range.upperBound + 1
    }
    if start <= lastCodePoint { result.append(start...lastCodePoint) }
    return result
  }
}

extension ScalarSet {
  /// `\d`: ASCII digits (ECMA-262, section 22.2.2.9).
  static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  /// `\w`: ASCII letters, digits and the underscore (section 22.2.2.9.3).
  static let wordCharacters: [ClosedRange<UInt32>] = [
    0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A,
  ]
  /// `\s`: WhiteSpace and LineTerminator (sections 12.2 and 12.3).
  static let whitespace: [ClosedRange<UInt32>] = [
    0x09...0x0D, 0x20...0x20, 0xA0...0xA0, 0x1680...0x1680, 0x2000...0x200A, 0x2028...0x2029,
    0x202F...0x202F, 0x205F...0x205F, 0x3000...0x3000, 0xFEFF...0xFEFF,
  ]
  /// What `.` leaves out in ECMA-262: LineTerminator.
  static let lineTerminators: [ClosedRange<UInt32>] = [
    0x0A...0x0A, 0x0D...0x0D, 0x2028...0x2029,
  ]
  /// What `.` leaves out in I-Regexp (RFC 9485, section 5.3).
  static let lineBreaks: [ClosedRange<UInt32>] = [0x0A...0x0A, 0x0D...0x0D]
}
