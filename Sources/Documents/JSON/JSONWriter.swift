/// Writes a JSON text piece by piece.
///
/// Commas and colons come by themselves:
///
/// ```swift
/// var writer = JSONWriter()
/// writer.beginObject()
/// writer.name("id")
/// writer.integer(7)
/// writer.endObject()
/// writer.text  // {"id":7}
/// ```
///
/// Who calls it keeps the order: a name before each value of an object, an end for each beginning.
package struct JSONWriter: Sendable {
  /// How the text is laid out.
  package enum Layout: Sendable, Hashable {
    /// Without any white space, so without a line break: fit for JSON Lines.
    case compact
    /// A line for each element and member, indented by two spaces a level.
    case indented
  }

  /// What was written, in UTF-8.
  package private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var level = 0
  /// What the next value or name follows.
  private var previous = Previous.nothing

  private enum Previous { case nothing, beginning, name, value }

  /// Begins an empty text.
  package init(_ layout: Layout = .compact) { self.layout = layout }

  /// What was written.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Begins an object, which ``endObject()`` ends.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Ends the innermost object.
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Begins an array, which ``endArray()`` ends.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Ends the innermost array.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes the name of the member whose value comes next.
  package mutating func name(_ name: String) {
    separate()
    name.withCodePoints { appendQuoted($0) }
    endName()
  }

  /// Writes a string, with the escapes that RFC 8259 section 7 asks for and no others.
  package mutating func string(_ value: String) {
    separate()
    value.withCodePoints { appendQuoted($0) }
  }

  /// Writes a number as it was written.
  package mutating func number(_ value: JSONNumber) { raw(value.text) }
  /// Writes an integer.
  package mutating func integer(_ value: Int) { raw(String(value)) }
  /// Writes `true` or `false`.
  package mutating func boolean(_ value: Bool) { raw(value ? "true" : "false") }
  /// Writes `null`.
  package mutating func null() { raw("null") }

  /// Writes a value that is JSON already; it is not looked at.
  package mutating func raw(_ json: String) { raw(utf8: json.utf8) }

  /// Ends a line outside of any value: the next value stands for itself, as JSON Lines has it.
  package mutating func newline() {
    bytes.append(UInt8(ascii: "\n"))
    previous = .nothing
  }

  mutating func raw(utf8: some Collection<UInt8>) {
    separate()
    bytes.append(contentsOf: utf8)
  }

  /// Writes a name that is a JSON string already.
  mutating func rawName(utf8: some Collection<UInt8>) {
    raw(utf8: utf8)
    endName()
  }

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    level += 1
    previous = .beginning
  }

  private mutating func end(_ bracket: UInt8) {
    level = max(0, level - 1)
    if previous == .value { breakLine() }
    bytes.append(bracket)
    previous = .value
  }

  private mutating func endName() {
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    previous = .name
  }

  private mutating func separate() {
    switch previous {
    case .nothing, .name:
      break
    case .beginning:
      breakLine()
    case .value:
      bytes.append(UInt8(ascii: ","))
      breakLine()
    }
    previous = .value
  }

  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<level * 2 { bytes.append(UInt8(ascii: " ")) }
  }

  private mutating func appendQuoted(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var written = 0
    for position in 0..<utf8.count {
      let byte = utf8[position]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written..<position]))
      appendEscaped(byte)
      written = position + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[written...]))
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ byte: UInt8) {
    let digits: StaticString = "0123456789abcdef"
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits.utf8Start[Int(byte >> 4)])
      bytes.append(digits.utf8Start[Int(byte & 0x0F)])
    }
  }
}
