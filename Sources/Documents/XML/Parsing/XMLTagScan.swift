/// Counts the attributes of each tag before libxml2 sees a document, since it looks for duplicates
/// in a time that grows with the square of their number, and asks nobody before it does.
enum XMLTagScan {
  /// How long a document may be in an encoding that cannot be looked through, in bytes.
  static let maximumOpaqueLength = 65_536

  /// Looks through a document.
  ///
  /// It finds no other mistakes: what is not well-formed is left to libxml2.
  static func check(
    _ bytes: [UInt8], charset: String?, limits: XMLLimits
  ) throws(XMLSyntaxError) {
    guard isTransparent(bytes, charset: charset) else {
      guard bytes.count <= maximumOpaqueLength else {
        throw XMLSyntaxError(
          "documents in the encoding \(encodingName(of: bytes, charset: charset)) are read up to "
            + "\(maximumOpaqueLength) bytes")
      }
      return
    }
    var scan = Scan(maximumAttributes: limits.maximumAttributes)
    let offset = bytes.withUnsafeBufferPointer { scan.run($0) }
    if let offset {
      let position = TextPosition(ofByte: offset, in: bytes)
      throw XMLSyntaxError(
        "an element has more than \(limits.maximumAttributes) attributes", line: position.line,
        column: position.column)
    }
  }

  private static func encodingName(of bytes: [UInt8], charset: String?) -> String {
    charset ?? XMLEncoding(of: bytes).declared ?? "that its first bytes show"
  }

  /// Whether markup is the same bytes as in ASCII, zeros aside, and no other characters have them.
  private static func isTransparent(_ bytes: [UInt8], charset: String?) -> Bool {
    let encoding = XMLEncoding(of: bytes)
    if encoding.byteOrderMark != nil { return true }
    // Without a mark, a document begins with markup or white space, of one, two or four bytes.
    let first = bytes.first { $0 != 0 } ?? 0
    guard first == UInt8(ascii: "<") || XPathNumber.isSpace(first) else { return bytes.count < 4 }
    guard let name = (charset ?? encoding.declared)?.uppercased() else { return true }
    return [
      "UTF-8", "UTF8", "UTF-16", "UTF-32", "UCS-", "ISO-10646-UCS-", "US-ASCII", "ASCII",
      "ISO-8859-",
      "ISO8859-", "ISO_8859-", "LATIN", "ISO-LATIN-", "WINDOWS-125", "CP125", "SHIFT_JIS", "SJIS",
      "EUC-", "GB2312", "GBK", "GB18030", "BIG5", "KOI8-", "TIS-620", "MACINTOSH", "IBM85", "IBM86",
      "CP85", "CP86", "CP932", "WINDOWS-31J", "WINDOWS-949",
    ].contains { name.hasPrefix($0) }
  }

  /// Goes through the bytes, past comments, CDATA sections and processing instructions.
  private struct Scan {
    let maximumAttributes: Int
    private var offset = 0

    init(maximumAttributes: Int) { self.maximumAttributes = maximumAttributes }

    /// Where there are too many attributes; nil if there are not.
    mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      while let byte = next(in: bytes) {
        guard byte == UInt8(ascii: "<") else { continue }
        switch peek(in: bytes) {
        case UInt8(ascii: "?"): skip(past: "?>", in: bytes)
        case UInt8(ascii: "!"):
          if follows("!--", in: bytes) {
            skip(past: "-->", in: bytes)
          } else if follows("![CDATA[", in: bytes) {
            skip(past: "]]>", in: bytes)
          }
        case UInt8(ascii: "/"): break
        default:
          if let excess = scanTag(in: bytes) { return excess }
        }
      }
      return nil
    }

    private mutating func scanTag(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
      var count = 0
      while let byte = next(in: bytes), byte != UInt8(ascii: ">") {
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") else { continue }
        count += 1
        if count > maximumAttributes { return offset - 1 }
        while let inside = next(in: bytes), inside != byte {}
      }
      return nil
    }

    private mutating func next(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
      while offset < bytes.count {
        defer { offset += 1 }
        if bytes[offset] != 0 { return bytes[offset] }
      }
      return nil
    }

    private func peek(in bytes: UnsafeBufferPointer<UInt8>) -> UInt8? {
      var copy = self
      return copy.next(in: bytes)
    }

    private func follows(_ text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
      var copy = self
      return text.withUTF8Buffer { $0.allSatisfy { copy.next(in: bytes) == $0 } }
    }

    private mutating func skip(past text: StaticString, in bytes: UnsafeBufferPointer<UInt8>) {
      text.withUTF8Buffer { text in
        while let byte = next(in: bytes) {
          guard byte == text[0] else { continue }
          var copy = self
          if text.dropFirst().allSatisfy({ copy.next(in: bytes) == $0 }) {
            self = copy
            return
          }
        }
      }
    }
  }
}
