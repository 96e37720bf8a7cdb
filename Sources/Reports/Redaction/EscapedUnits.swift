/// Reads text as a secret may stand in it: each octet as itself or behind an escape.
///
/// Known are percent-encoding with digits of both cases, `+` for a space, the escapes of JSON, the
/// references of XML, the quoting of a shell, and the visible escapes of our own reports. Which of
/// them an encoder uses for which characters differs, so any may stand for any.
struct EscapedUnits {
  /// A way to read what stands at a place: what it means in UTF-8, and where it ends.
  struct Reading {
    var meaning: [UInt8]
    var end: Int
  }

  let text: UnsafeBufferPointer<UInt8>

  /// Whether an octet may begin an escape.
  static func mayBeginEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "%"), UInt8(ascii: "+"), UInt8(ascii: "\\"), UInt8(ascii: "&"),
      UInt8(ascii: "'"):
      true
    default: false
    }
  }

  /// What an escape at a place stands for; more than one where its beginning is ambiguous.
  func escapes(at place: Int) -> [Reading] {
    switch text[place] {
    case UInt8(ascii: "+"): return [Reading(meaning: [0x20], end: place + 1)]
    case UInt8(ascii: "%"):
      guard let value = hexadecimal(from: place + 1, count: 2) else { return [] }
      return [Reading(meaning: [UInt8(truncatingIfNeeded: value)], end: place + 3)]
    case UInt8(ascii: "'"):
      guard starts(with: #"'\''"#, at: place) else { return [] }
      return [Reading(meaning: [UInt8(ascii: "'")], end: place + 4)]
    case UInt8(ascii: "&"): return reference(at: place).map { [$0] } ?? []
    case UInt8(ascii: "\\"): return backslash(at: place)
    default: return []
    }
  }

  private func backslash(at place: Int) -> [Reading] {
    guard place + 1 < text.count else { return [] }
    func simple(_ byte: UInt8) -> [Reading] { [Reading(meaning: [byte], end: place + 2)] }
    switch text[place + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "'"):
      return simple(text[place + 1])
    case UInt8(ascii: "b"): return simple(0x08)
    case UInt8(ascii: "t"): return simple(0x09)
    case UInt8(ascii: "n"): return simple(0x0A)
    case UInt8(ascii: "f"): return simple(0x0C)
    case UInt8(ascii: "r"): return simple(0x0D)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return octal(at: place)
    case UInt8(ascii: "x"):
      guard let value = hexadecimal(from: place + 2, count: 2) else { return [] }
      return [Reading(meaning: [UInt8(truncatingIfNeeded: value)], end: place + 4)]
    case UInt8(ascii: "u"): return unicode(at: place).map { [$0] } ?? []
    default: return []
    }
  }

  /// Three octal digits, as `printf` reads them.
  private func octal(at place: Int) -> [Reading] {
    guard place + 3 < text.count else { return [] }
    var value = 0
    for offset in 1...3 {
      let digit = text[place + offset]
      guard UInt8(ascii: "0")...UInt8(ascii: "7") ~= digit else { return [] }
      value = value * 8 + Int(digit - UInt8(ascii: "0"))
    }
    return [Reading(meaning: [UInt8(truncatingIfNeeded: value)], end: place + 4)]
  }

  /// `\u00E9`, `\uD83D\uDE00` or `\u{E9}`.
  private func unicode(at place: Int) -> Reading? {
    if place + 2 < text.count, text[place + 2] == UInt8(ascii: "{") {
      return digits(from: place + 3, radix: 16, end: UInt8(ascii: "}"))
    }
    guard let unit = hexadecimal(from: place + 2, count: 4) else { return nil }
    if 0xD800..<0xDC00 ~= unit, starts(with: #"\u"#, at: place + 6),
      let low = hexadecimal(from: place + 8, count: 4), 0xDC00..<0xE000 ~= low
    {
      return reading(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00), end: place + 12)
    }
    return reading(unit, end: place + 6)
  }

  /// `&amp;`, `&#38;` or `&#x26;`.
  private func reference(at place: Int) -> Reading? {
    if starts(with: "&#x", at: place) {
      return digits(from: place + 3, radix: 16, end: UInt8(ascii: ";"))
    }
    if starts(with: "&#", at: place) {
      return digits(from: place + 2, radix: 10, end: UInt8(ascii: ";"))
    }
    for (name, character) in Self.entities where starts(with: name, at: place) {
      return Reading(meaning: [character], end: place + name.utf8CodeUnitCount)
    }
    return nil
  }

  private static let entities: [(StaticString, UInt8)] = [
    ("&amp;", UInt8(ascii: "&")), ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]

  private func digits(from start: Int, radix: UInt32, end: UInt8) -> Reading? {
    var value: UInt32 = 0
    var place = start
    while place < text.count, place - start <= 8 {
      if text[place] == end {
        return place == start ? nil : reading(value, end: place + 1)
      }
      guard let digit = Self.digit(text[place]), digit < radix, value < 0x110000 else {
        return nil
      }
      value = value * radix + digit
      place += 1
    }
    return nil
  }

  private func reading(_ value: UInt32, end: Int) -> Reading? {
    Unicode.Scalar(value).map { Reading(meaning: Array(String($0).utf8), end: end) }
  }

  private func hexadecimal(from start: Int, count: Int) -> UInt32? {
    guard start + count <= text.count else { return nil }
    var value: UInt32 = 0
    for place in start..<start + count {
      guard let digit = Self.digit(text[place]) else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte) - 0x30
    case 0x41...0x46: UInt32(byte) - 0x41 + 10
    case 0x61...0x66: UInt32(byte) - 0x61 + 10
    default: nil
    }
  }

  private func starts(with prefix: StaticString, at place: Int) -> Bool {
    guard place + prefix.utf8CodeUnitCount <= text.count else { return false }
    for offset in 0..<prefix.utf8CodeUnitCount
    where text[place + offset] != prefix.utf8Start[offset] { return false }
    return true
  }
}

extension EscapedUnits {
  /// Where the octets end that stand at a place, each as itself or behind an escape; `nil` where
  /// something else stands there.
  ///
  /// All ways to read the text are followed at once, so that no secret takes more steps than its
  /// length times a small number.
  func end(of needle: [UInt8], at start: Int) -> Int? {
    if text.count - start >= needle.count,
      needle.withUnsafeBufferPointer({ needle in
        needle.indices.allSatisfy { text[start + $0] == needle[$0] }
      })
    {
      return start + needle.count
    }
    var states: [(matched: Int, place: Int)] = [(0, start)]
    var longest: Int?
    while let state = states.popLast() {
      if state.matched == needle.count {
        longest = max(longest ?? 0, state.place)
        continue
      }
      guard state.place < text.count else { continue }
      var next: [(matched: Int, place: Int)] = []
      if text[state.place] == needle[state.matched] {
        next.append((state.matched + 1, state.place + 1))
      }
      if Self.mayBeginEscape(text[state.place]) {
        for escape in escapes(at: state.place)
        where needle[state.matched...].starts(with: escape.meaning) {
          next.append((state.matched + escape.meaning.count, escape.end))
        }
      }
      for candidate in next where !states.contains(where: { $0 == candidate }) {
        states.append(candidate)
      }
    }
    return longest
  }
}
