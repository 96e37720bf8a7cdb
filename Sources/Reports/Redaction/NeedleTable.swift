/// What is searched for, found by its first four octets, so that thousands of secrets cost no more
/// than one.
struct NeedleTable {
  private var needlesByKey: [UInt32: Set<[UInt8]>] = [:]
  /// Which keys there are, by the last bits of their product: nearly every place is passed by here.
  private var filter = [UInt64](repeating: 0, count: Self.filterSize / 64)

  private static let filterSize = 1 << 16

  /// Adds octets, at least four.
  mutating func insert(_ needle: [UInt8]) {
    let key = Self.key(needle[0], needle[1], needle[2], needle[3])
    needlesByKey[key, default: []].insert(needle)
    let bit = Self.bit(of: key)
    filter[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Where the longest needle ends that stands at a place, whatever its escapes.
  func match(_ units: EscapedUnits, at place: Int) -> Int? {
    let text = units.text
    var isPlain = place + 4 <= text.count
    for index in place..<min(place + 4, text.count) where isPlain {
      isPlain = !EscapedUnits.mayBeginEscape(text[index])
    }
    if isPlain {
      return match(
        units, at: place,
        key: Self.key(text[place], text[place + 1], text[place + 2], text[place + 3]))
    }
    var longest: Int?
    for key in Self.keys(of: units, at: place) {
      if let end = match(units, at: place, key: key) { longest = max(longest ?? 0, end) }
    }
    return longest
  }

  private func match(_ units: EscapedUnits, at place: Int, key: UInt32) -> Int? {
    let bit = Self.bit(of: key)
    guard filter[bit >> 6] & 1 << UInt64(bit & 63) != 0, let needles = needlesByKey[key] else {
      return nil
    }
    return needles.compactMap { units.end(of: $0, at: place) }.max()
  }

  /// The first four octets that the text may mean from a place on, in every reading.
  private static func keys(of units: EscapedUnits, at place: Int) -> [UInt32] {
    var keys: [UInt32] = []
    var open: [(meaning: [UInt8], place: Int)] = [([], place)]
    while let (meaning, place) = open.popLast() {
      if meaning.count >= 4 {
        let key = key(meaning[0], meaning[1], meaning[2], meaning[3])
        if !keys.contains(key) { keys.append(key) }
        continue
      }
      guard place < units.text.count else { continue }
      open.append((meaning + [units.text[place]], place + 1))
      guard EscapedUnits.mayBeginEscape(units.text[place]) else { continue }
      for escape in units.escapes(at: place) {
        open.append((meaning + escape.meaning, escape.end))
      }
    }
    return keys
  }

  private static func key(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> UInt32 {
    UInt32(a) | UInt32(b) << 8 | UInt32(c) << 16 | UInt32(d) << 24
  }

  private static func bit(of key: UInt32) -> Int {
    Int((key &* 0x9E37_79B1) >> 16)
  }
}
