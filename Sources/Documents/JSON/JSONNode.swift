/// A value in a document: the document and a place in it.
///
/// Copying one costs next to nothing.
package struct JSONNode: Sendable {
  /// What the value is part of.
  package let document: JSONDocument
  /// The place on the document's tape.
  let index: Int

  /// What the value is.
  package var kind: JSONKind { document.kind(at: index) }

  /// Whether the value is `null`.
  package var isNull: Bool { kind == .null }

  /// The value of `true` and `false`; nil for everything else.
  package var boolean: Bool? {
    switch document.bytes[Int(entry.start)] {
    case UInt8(ascii: "t"): true
    case UInt8(ascii: "f"): false
    default: nil
    }
  }

  /// The exact number; nil for everything else.
  package var number: JSONNumber? {
    guard kind == .number else { return nil }
    return document.bytes.withUnsafeBufferPointer { buffer in
      JSONNumber(
        grammatical: UnsafeBufferPointer(rebasing: buffer[byteRange]), isPlain: entry.count == 0)
    }
  }

  /// The text that a string means, with its escapes resolved; nil for everything else.
  ///
  /// Swift's `==` takes canonically equivalent strings for equal, and JSON does not: compare with
  /// ``stringEquals(_:)`` or ``Swift/String/hasSameCodePoints(as:)``.
  package var string: String? {
    guard kind == .string else { return nil }
    return document.withText(at: index) { $0.string }
  }

  /// Whether the value is a string of the same code points as another (RFC 8259 section 8.3).
  ///
  /// Nothing is allocated.
  package func stringEquals(_ other: String) -> Bool {
    guard kind == .string else { return false }
    return other.withCodePoints { utf8 in document.withText(at: index) { $0.equals(utf8) } }
  }

  /// Whether the value is a string that means this well-formed UTF-8.
  ///
  /// Nothing is allocated.
  package func stringEquals(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    kind == .string && document.withText(at: index) { $0.equals(utf8) }
  }

  /// Lends the UTF-8 of the text that a string means; nil for everything else.
  ///
  /// Nothing is copied unless the string was written with escapes.
  package func withUTF8<Value, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Value
  ) throws(Failure) -> Value? {
    guard kind == .string else { return nil }
    let outcome = document.withText(at: index) { text -> Result<Value, Failure> in
      if !text.hasEscapes {
        return Result { () throws(Failure) in try body(text.content) }
      }
      return text.utf8.withUnsafeBufferPointer { utf8 in
        Result { () throws(Failure) in try body(utf8) }
      }
    }
    return try outcome.get()
  }

  /// The number of Unicode scalars of a string; nil for everything else.
  ///
  /// Nothing is allocated.
  package var scalarCount: Int? {
    guard kind == .string else { return nil }
    return document.withText(at: index) { $0.scalarCount }
  }

  /// The number of elements of an array or of members of an object, members of the same name
  /// counted each; 0 for everything else.
  package var count: Int {
    switch kind {
    case .array, .object: Int(entry.count)
    case .null, .boolean, .number, .string: 0
    }
  }

  /// The offset of the value's first byte in the document.
  package var byteOffset: Int { Int(entry.start) }

  /// The bytes of the document that are the value.
  package var byteRange: Range<Int> { Int(entry.start)..<Int(entry.end) }

  /// The value as it was written, with its white space.
  package var sourceText: String {
    String(decoding: document.bytes[byteRange], as: UTF8.self)
  }

  var entry: JSONTapeEntry { document.tape[index] }
}

extension JSONNode {
  /// Whether both are the same place of the same text.
  ///
  /// To compare values, use ``equals(_:)``.
  package func isSamePlace(as other: JSONNode) -> Bool {
    index == other.index
      && document.bytes.withUnsafeBufferPointer { left in
        other.document.bytes.withUnsafeBufferPointer { left.baseAddress == $0.baseAddress }
      }
  }
}
