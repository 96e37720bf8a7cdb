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
  /// Whether more may have followed: what begins as a secret at the end of the text counts as one.
  var isCut = false

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

  /// What a backslash begins; several begin an escape that was itself escaped, as where a JSON
  /// string holds JSON.
  private func backslash(at place: Int) -> [Reading] {
    let readings = simpleBackslash(at: place)
    var end = place
    while end < text.count, text[end] == UInt8(ascii: "\\") { end += 1 }
    guard end - place > 1 else { return readings }
    var nested = simpleBackslash(at: end - 1)
    if (end - place).isMultiple(of: 4) {
      nested.append(Reading(meaning: [UInt8(ascii: "\\")], end: end))
    }
    return readings + nested
  }

  private func simpleBackslash(at place: Int) -> [Reading] {
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
    if starts(with: "&#x", at: place) || starts(with: "&#X", at: place) {
      return digits(from: place + 3, radix: 16, end: UInt8(ascii: ";"))
    }
    if starts(with: "&#", at: place) {
      return digits(from: place + 2, radix: 10, end: UInt8(ascii: ";"))
    }
    for (name, character) in NamedReferences.all where starts(with: name, at: place) {
      let meaning = Array(String(character).utf8)
      return Reading(meaning: meaning, end: place + name.utf8CodeUnitCount)
    }
    return nil
  }

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
  /// A kind of escapes that a text may have been written with as a whole.
  enum Layer: UInt8, CaseIterable {
    case backslashes = 1
    case percent = 2
    case references = 4
  }

  /// The text without the escapes of a layer, and where each octet of it stood; `nil` where there are
  /// none.
  ///
  /// A text that was escaped twice, as JSON in a page or a URL in a query, is read so.
  func unescaped(_ layer: Layer) -> (octets: [UInt8], ends: [Int])? {
    var octets: [UInt8] = []
    var ends: [Int] = []
    var place = 0
    var hasEscapes = false
    while place < text.count {
      let octet = text[place]
      if Self.kind(octet) == layer.rawValue, octet != UInt8(ascii: "+"),
        let reading = escapes(at: place).first
      {
        if !hasEscapes {
          hasEscapes = true
          octets.append(contentsOf: text[..<place])
          ends.append(contentsOf: 1..<place + 1)
        }
        octets.append(contentsOf: reading.meaning)
        for _ in reading.meaning { ends.append(reading.end) }
        place = reading.end
      } else {
        place += 1
        if hasEscapes {
          octets.append(octet)
          ends.append(place)
        }
      }
    }
    return hasEscapes ? (octets, ends) : nil
  }

  /// Where the octets end that stand at a place, each as itself or behind an escape; `nil` where
  /// something else stands there.
  ///
  /// Text keeps to some kinds of escapes and leaves the others' characters as they are: each choice
  /// of kinds is one way to read it, in as many steps as the secret is long.
  func end(of needle: [UInt8], at start: Int) -> Int? {
    var longest: Int?
    let window = text[start..<min(text.count, start + needle.count * Self.longestEscape)]
    let present = window.reduce(0) { $0 | Self.kind($1) }
    for kinds in 0..<Self.kindsOfEscapes where kinds & ~present == 0 {
      if let end = end(of: needle, at: start, kinds: kinds) { longest = max(longest ?? 0, end) }
      // Without an escape in the text there is one way only.
      if kinds == 0, longest != nil { return longest }
    }
    return longest
  }

  private static let kindsOfEscapes: UInt8 = 16
  private static let longestEscape = 16

  private static func kind(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "\\"): 1
    case UInt8(ascii: "%"), UInt8(ascii: "+"): 2
    case UInt8(ascii: "&"): 4
    case UInt8(ascii: "'"): 8
    default: 0
    }
  }

  /// Where an escape is ambiguous, as a run of backslashes is, every reading is tried.
  private func end(
    of needle: [UInt8], at start: Int, kinds: UInt8, from first: Int = 0
  ) -> Int? {
    var matched = first
    var place = start
    while matched < needle.count {
      guard place < text.count else { return isEnoughOfCut(matched) ? place : nil }
      let fitting =
        Self.kind(text[place]) & kinds == 0
        ? [] : escapes(at: place).filter { needle[matched...].starts(with: $0.meaning) }
      if let escape = fitting.first {
        for other in fitting.dropFirst() {
          let rest = matched + other.meaning.count
          if let end = end(of: needle, at: other.end, kinds: kinds, from: rest) { return end }
        }
        matched += escape.meaning.count
        place = escape.end
      } else if isEnoughOfCut(matched), Self.kind(text[place]) & kinds != 0,
        text.count - place < Self.longestEscape
      {
        // The escape itself may be cut, unless the character stands for itself.
        guard text[place] == needle[matched] else { return text.count }
        return end(of: needle, at: place + 1, kinds: kinds, from: matched + 1) ?? text.count
      } else if text[place] == needle[matched] {
        matched += 1
        place += 1
      } else {
        return nil
      }
    }
    return place
  }

  /// Whether so many octets of a secret at the end of a text that was cut are to be taken out.
  private func isEnoughOfCut(_ matched: Int) -> Bool {
    isCut && matched >= Redactor.shortestSecret
  }
}
