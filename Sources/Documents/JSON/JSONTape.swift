/// One value of a document, or one member's name, as four offsets.
///
/// A document's tape has the entries in the order of the text: an array is followed by its
/// elements, an object by name, value, name, value and so on, each value by what is inside of it.
/// The kind of a value is the first byte of its text and is not stored again. The first entry of
/// a tape stands for the document: its `count` is the document's depth, and the root value comes
/// second.
struct JSONTapeEntry: Sendable {
  /// The offset of the value's first byte.
  var start: UInt32
  /// The offset after the value's last byte.
  var end: UInt32
  /// The tape index after the value and everything inside of it.
  ///
  /// While an array or object is open, it is the index of the one around it.
  var next: UInt32
  /// The number of elements or members.
  ///
  /// For strings 1 if there is an escape, for numbers 1 if there is a fraction or an exponent;
  /// otherwise 0.
  var count: UInt32
}

/// Fills memory that is to become a tape.
struct JSONTapeWriter {
  /// The first `count` entries are initialized.
  let memory: UnsafeMutableBufferPointer<JSONTapeEntry>
  private(set) var count = 0

  init(_ memory: UnsafeMutableBufferPointer<JSONTapeEntry>) { self.memory = memory }

  @inline(__always)
  mutating func append(_ entry: JSONTapeEntry) {
    precondition(count < memory.count, "a tape is longer than its text allows")
    memory.initializeElement(at: count, to: entry)
    count += 1
  }

  /// How many entries a text can need at most: one for the document, one for the root, and one
  /// after each of the characters `,` `:` `[` `{`, of which those in strings are counted too.
  static func capacity(for text: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 2
    for byte in text {
      let isSeparator = byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":")
      // The two brackets differ in one bit.
      let isOpening = byte | 0x20 == UInt8(ascii: "{")
      count &+= isSeparator || isOpening ? 1 : 0
    }
    return count
  }
}
