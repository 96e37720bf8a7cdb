/// Two sources that name different encodings for one document (RFC 7303 section 3).
///
/// What the document is read in is that of the byte order mark, else that of the media type, else
/// that of the declaration; a reader that keeps to an older rule reads something else.
package struct XMLEncodingConflict: Sendable, Hashable, CustomStringConvertible {
  /// Where an encoding is named.
  package enum Source: String, Sendable, Hashable {
    case charset = "the charset of the media type"
    case byteOrderMark = "the byte order mark"
    case declaration = "the XML declaration"
  }

  /// The source that counts.
  package let source: Source
  /// What it names.
  package let encoding: String
  /// The source that disagrees.
  package let otherSource: Source
  /// What that one names.
  package let otherEncoding: String

  /// As in `the charset of the media type says iso-8859-1, the XML declaration says UTF-8`.
  package var description: String {
    "\(source.rawValue) says \(encoding), \(otherSource.rawValue) says \(otherEncoding)"
  }

  /// Compares what a media type says of a document with what the document says itself.
  ///
  /// - Parameters:
  ///   - charset: The parameter `charset` of the media type; nil if it has none.
  ///   - bytes: The document.
  /// - Returns: Each source that disagrees with the one that counts; nothing if all agree.
  package static func conflicts(charset: String?, document bytes: [UInt8]) -> [Self] {
    let encoding = XMLEncoding(of: bytes)
    let named: [(source: Source, encoding: String)] = [
      (Source.byteOrderMark, encoding.byteOrderMark), (.charset, charset),
      (.declaration, encoding.declared),
    ].compactMap { source, name in name.map { (source, $0) } }
    guard let first = named.first else { return [] }
    return named.dropFirst().filter { !isSame(first.encoding, $0.encoding) }.map {
      Self(
        source: first.source, encoding: first.encoding, otherSource: $0.source,
        otherEncoding: $0.encoding)
    }
  }

  /// Whether two names mean one encoding; UTF-16 and UTF-32 are those of either byte order.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    let left = canonical(left)
    let right = canonical(right)
    return left == right
      || ["UTF-16", "UTF-32"].contains { wide in
        (left == wide && right.hasPrefix(wide)) || (right == wide && left.hasPrefix(wide))
      }
  }

  /// One name for all that IANA registers for the encodings that are in use.
  private static func canonical(_ name: String) -> String {
    let name = name.uppercased()
    return switch name {
    case "UTF8", "CSUTF8", "UNICODE-1-1-UTF-8": "UTF-8"
    case "UTF16", "CSUTF16", "ISO-10646-UCS-2", "UCS-2": "UTF-16"
    case "LATIN1", "ISO_8859-1", "ISO-LATIN-1", "L1", "CP819", "IBM819", "ISO-IR-100",
      "CSISOLATIN1", "ISO_8859-1:1987":
      "ISO-8859-1"
    case "LATIN2", "ISO_8859-2", "ISO-LATIN-2", "L2", "ISO-IR-101", "CSISOLATIN2": "ISO-8859-2"
    case "ASCII", "ISO646-US", "ANSI_X3.4-1968", "ISO_646.IRV:1991", "CP367", "IBM367", "US",
      "CSASCII", "ISO-IR-6":
      "US-ASCII"
    case "CP1252", "CSWINDOWS1252": "WINDOWS-1252"
    case "SJIS", "SHIFT-JIS", "MS_KANJI", "CSSHIFTJIS": "SHIFT_JIS"
    case "EUCJP", "CSEUCPKDFMTJAPANESE": "EUC-JP"
    default: name
    }
  }
}
