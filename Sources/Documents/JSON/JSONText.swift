/// The text of a JSON string: what stands between its quotation marks, escapes and all.
///
/// Only text that the scanner has accepted is read here, so that every escape is whole.
struct JSONText {
  let content: UnsafeBufferPointer<UInt8>
  let hasEscapes: Bool

  /// Builds the string that the text means.
  var string: String {
    guard hasEscapes else { return String(decoding: content, as: UTF8.self) }
    // An escape is never shorter than what it means in UTF-8.
    return String(unsafeUninitializedCapacity: content.count) { buffer in
      var bytes = Bytes(self)
      var count = 0
      while let byte = bytes.next() {
        buffer[count] = byte
        count += 1
      }
      return count
    }
  }

  /// The UTF-8 of what the text means.
  var utf8: [UInt8] {
    guard hasEscapes else { return Array(content) }
    var result: [UInt8] = []
    result.reserveCapacity(content.count)
    var bytes = Bytes(self)
    while let byte = bytes.next() { result.append(byte) }
    return result
  }

  /// The number of Unicode scalars that the text means.
  var scalarCount: Int {
    var count = 0
    var bytes = Bytes(self)
    while let byte = bytes.next() {
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    return count
  }

  /// Orders two texts by the code points that they mean, which is the order of their UTF-8.
  ///
  /// - Returns: a number below, equal to or above 0.
  func compare(to other: JSONText) -> Int {
    if !hasEscapes, !other.hasEscapes {
      return Self.compare(content, other.content)
    }
    var left = Bytes(self)
    var right = Bytes(other)
    while true {
      switch (left.next(), right.next()) {
      case (let a?, let b?): if a != b { return a < b ? -1 : 1 }
      case (nil, nil): return 0
      case (nil, _): return -1
      case (_, nil): return 1
      }
    }
  }

  @inline(__always)
  func equals(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    if !hasEscapes {
      return content.count == utf8.count && Self.compare(content, utf8) == 0
    }
    return compare(to: JSONText(content: utf8, hasEscapes: false)) == 0
  }

  private static func compare(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int {
    let shared = min(left.count, right.count)
    var index = 0
    while index < shared {
      let a = left[index]
      let b = right[index]
      if a != b { return a < b ? -1 : 1 }
      index += 1
    }
    return left.count - right.count
  }
}
