extension UInt8 {
  /// The octet, or its small letter if it is one of A to Z.
  var lowered: UInt8 { self &- UInt8(ascii: "A") < 26 ? self | 0x20 : self }

  /// Whether it is SP or HTAB.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  /// Whether it is a decimal digit.
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }

  /// Whether it may stand in a token (RFC 9110 section 5.6.2).
  var isTokenOctet: Bool {
    if lowered &- UInt8(ascii: "a") < 26 || isDigit { return true }
    switch self {
    case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"),
      UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "*"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "^"), UInt8(ascii: "_"),
      UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      return true
    default: return false
    }
  }
}

extension Collection<UInt8> {
  /// Whether it is this text, letters of ASCII in any case; the text is given in small letters.
  func isWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard self.count == count else { return false }
    var index = 0
    for octet in self {
      guard octet.lowered == word.utf8Start[index] else { return false }
      index += 1
    }
    return true
  }

  /// Whether it begins with this text, in this case.
  func begins(with text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return prefix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// The text, letters of ASCII in small.
  var loweredText: String {
    String(unsafeUninitializedCapacity: count) { buffer in
      var count = 0
      for octet in self {
        buffer[count] = octet.lowered
        count += 1
      }
      return count
    }
  }

  /// Whether it is digits and nothing else.
  var isDigits: Bool { !isEmpty && allSatisfy { $0.isDigit } }

  /// The number that digits are; `nil` where there is something else, or more than there is room for.
  var number: Int? {
    var number = 0
    for octet in self {
      guard octet.isDigit else { return nil }
      let (tenfold, isTooLarge) = number.multipliedReportingOverflow(by: 10)
      let (sum, overflows) = tenfold.addingReportingOverflow(Int(octet - UInt8(ascii: "0")))
      if isTooLarge || overflows { return nil }
      number = sum
    }
    return isEmpty ? nil : number
  }
}

extension ArraySlice<UInt8> {
  /// The octets without blanks at their ends.
  var trimmed: ArraySlice<UInt8> {
    var rest = drop(while: \.isBlank)
    while rest.last?.isBlank == true { rest.removeLast() }
    return rest
  }

  /// Whether a text stands somewhere in the octets, in this case.
  func contains(text: StaticString) -> Bool {
    let needle = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return withUnsafeBufferPointer { $0.firstPlace(of: needle) != nil }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where other octets begin within these.
  func firstPlace(of needle: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let first = needle.first, needle.count <= count else { return nil }
    for start in 0...(count - needle.count) where self[start] == first {
      var offset = 1
      while offset < needle.count, self[start + offset] == needle[offset] { offset += 1 }
      if offset == needle.count { return start }
    }
    return nil
  }
}
