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

/// A tape under construction: memory that grows and becomes an array once, at its final size.
struct JSONTapeBuilder: ~Copyable {
  private(set) var entries: UnsafeMutablePointer<JSONTapeEntry>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
    entries = .allocate(capacity: capacity)
  }

  deinit { entries.deallocate() }

  @inline(__always)
  mutating func append(_ entry: JSONTapeEntry) {
    if count == capacity { grow() }
    (entries + count).initialize(to: entry)
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<JSONTapeEntry>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    entries = larger
    capacity *= 2
  }

  consuming func finish() -> [JSONTapeEntry] {
    Array(UnsafeBufferPointer(start: entries, count: count))
  }
}
