/// What libFuzzer made up: one text, or several with a line `---` between them, as seeds are
/// written.
struct FuzzInput {
  let bytes: [UInt8]

  static let separator = Array("\n---\n".utf8)

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Divides the input in two; nothing is in the second part if there is no line `---`.
  var halves: (first: [UInt8], second: [UInt8]) {
    let length = Self.separator.count
    var start = 0
    while start + length <= bytes.count {
      if bytes[start..<start + length].elementsEqual(Self.separator) {
        return (Array(bytes[..<start]), Array(bytes[(start + length)...]))
      }
      start += 1
    }
    return (bytes, [])
  }
}

extension [UInt8] {
  /// The bytes as text, what is not UTF-8 replaced.
  var text: String { String(decoding: self, as: UTF8.self) }
}
