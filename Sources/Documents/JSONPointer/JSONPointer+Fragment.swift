extension JSONPointer {
  /// Parses the pointer in a URI's fragment, without its `#` (section 6): percent-encoded UTF-8.
  ///
  /// - Throws: The place in the fragment where an encoding is broken, or the place in the decoded
  ///   text where it is no pointer.
  package init(uriFragment fragment: String) throws(JSONPointerSyntaxError) {
    var bytes: [UInt8] = []
    let source = Array(fragment.utf8)
    var position = 0
    while position < source.count {
      if source[position] == UInt8(ascii: "%") {
        guard position + 2 < source.count,
          let high = JSONText.hexadecimalValue(source[position + 1]),
          let low = JSONText.hexadecimalValue(source[position + 2])
        else {
          throw JSONPointerSyntaxError(
            text: fragment, offset: position, reason: .badPercentEncoding)
        }
        bytes.append(high << 4 | low)
        position += 3
      } else {
        bytes.append(source[position])
        position += 1
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw JSONPointerSyntaxError(text: fragment, offset: 0, reason: .badPercentEncoding)
    }
    try self.init(text)
  }

  /// The pointer as a URI's fragment, without its `#` (section 6).
  package var uriFragment: String {
    let plain = "-._~!$&'()*+,;=:@/?".utf8
    return description.utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A:
        text.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where plain.contains(byte):
        text.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        text += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
