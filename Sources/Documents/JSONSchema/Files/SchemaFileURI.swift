/// Files' paths as URI references, by which schemas refer to each other.
///
/// A relative path stays a relative reference, so that errors and violations name a file as its user
/// does.
enum SchemaFileURI {
  /// The reference that stands for a path, without `.` and `..` where they can be left out.
  static func uri(ofPath path: String) -> String {
    var encoded = ""
    let plain = "-._~!$&'()*+,;=@/".utf8
    var previous: UInt8 = 0
    for byte in path.utf8 {
      // Two slashes would begin a host's name.
      if byte == UInt8(ascii: "/"), previous == byte { continue }
      previous = byte
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where plain.contains(byte):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        encoded += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return SchemaURI(encoded).resolved(against: SchemaURI("")).withoutFragment
  }

  /// The path of the file that a URI means; nil if it is none of a file, as one with a scheme or a
  /// host.
  static func path(ofURI uri: String) -> String? {
    let parts = SchemaURI(uri)
    guard parts.scheme == nil, parts.authority == nil, parts.query == nil, !parts.path.isEmpty,
      !parts.path.hasSuffix("/")
    else { return nil }
    var bytes: [UInt8] = []
    var rest = parts.path.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = rest.first.flatMap(JSONText.hexadecimalValue),
        let low = rest.dropFirst().first.flatMap(JSONText.hexadecimalValue)
      {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    // What no path can hold.
    guard !bytes.contains(0) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
