import AccordDocuments
import Foundation
import Testing

struct XMLEncodingTests {
  private static func encoded(_ name: String, _ encoding: String.Encoding) -> [UInt8] {
    let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><a>é</a>"
    return Array(text.data(using: encoding) ?? Data())
  }

  private static let documents: [(String, [UInt8])] = [
    ("UTF-8", encoded("UTF-8", .utf8)), ("UTF-16", encoded("UTF-16", .utf16)),
    ("UTF-16LE", [0xFF, 0xFE] + encoded("UTF-16", .utf16LittleEndian)),
    ("UTF-16BE", [0xFE, 0xFF] + encoded("UTF-16", .utf16BigEndian)),
    ("UTF-16LE without a mark", encoded("UTF-16LE", .utf16LittleEndian)),
    ("UTF-32", encoded("UCS-4", .utf32BigEndian)), ("latin 1", encoded("ISO-8859-1", .isoLatin1)),
    ("Windows", encoded("windows-1252", .windowsCP1252)),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)),
  ]

  @Test(arguments: documents)
  func `A document is read in the encoding that it declares`(name: String, bytes: [UInt8]) throws {
    let tree = try XMLTree(parsing: bytes)
    #expect(tree.root.text == "é")
  }

  @Test func `A charset counts more than the declaration, and a byte order mark more than both`()
    throws
  {
    let latin =
      Array("<?xml version='1.0' encoding='UTF-8'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
    #expect(try XMLTree(parsing: latin, charset: "iso-8859-1").root.text == "é")
    let marked = [0xEF, 0xBB, 0xBF] + Array("<a>é</a>".utf8)
    #expect(try XMLTree(parsing: marked, charset: "iso-8859-1").root.text == "é")
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: latin) }
    #expect(error?.line == 1)
    let unknown = #expect(throws: XMLSyntaxError.self) {
      _ = try XMLTree(parsing: latin, charset: "klingon")
    }
    #expect(unknown?.reason == "the charset klingon of the media type is not known")
  }

  @Test func `A text is read whatever encoding it declares`() throws {
    let tree = try XMLTree(parsing: "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>")
    #expect(tree.root.text == "é")
  }

  /// What is not of its encoding, as fuzzing found it.
  ///
  /// Where nobody listens to the thread, libxml2 prints that, and goes on as if the document ended
  /// there.
  private static let misencoded: [(name: String, before: String, after: String)] = [
    ("EUC-JP", "<a>", "</a>"), ("EUC-JP", "<a/>", ""), ("EUC-JP", "<a/>\n<!--", "-->"),
    ("Shift_JIS", "<a/>" + String(repeating: "\n", count: 9_000), "\n"), ("EUC-JP", "", "<a/>"),
  ]

  @Test(arguments: misencoded.indices)
  func `Bytes that are not of the encoding are refused wherever they stand`(row: Int) {
    let (name, before, after) = Self.misencoded[row]
    var bytes = Array("<?xml version='1.0' encoding='\(name)'?>\(before)".utf8)
    bytes += [0xFF, 0xFF]
    bytes += Array(after.utf8)
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: bytes) }
    #expect(error?.reason.isEmpty == false)
  }

  private static let utf8 = "<?xml version='1.0' encoding='UTF-8'?><a/>"

  private static let conflicts: [(String?, [UInt8], [String])] = [
    (nil, Array("<a/>".utf8), []), ("utf-8", Array("<a/>".utf8), []),
    ("utf-8", Array(utf8.utf8), []), ("UTF8", Array(utf8.utf8), []),
    (
      "iso-8859-1", Array(utf8.utf8),
      ["the charset of the media type says iso-8859-1, the XML declaration says UTF-8"]
    ),
    (
      "latin1", [0xEF, 0xBB, 0xBF] + Array(utf8.utf8),
      ["the byte order mark says UTF-8, the charset of the media type says latin1"]
    ),
    ("utf-16", encoded("UTF-16", .utf16), []), ("latin1", encoded("ISO-8859-1", .isoLatin1), []),
    (
      "utf-16be", [0xFF, 0xFE] + encoded("UTF-16", .utf16LittleEndian),
      ["the byte order mark says UTF-16LE, the charset of the media type says utf-16be"]
    ),
    (
      nil, [0xEF, 0xBB, 0xBF] + Array("<?xml version=\"1.0\" encoding = \"x-y\" ?><a/>".utf8),
      ["the byte order mark says UTF-8, the XML declaration says x-y"]
    ),
    ("us-ascii", Array("<?xml-stylesheet encoding='x'?><a encoding='y'/>".utf8), []),
  ]

  @Test(arguments: conflicts.indices)
  func `Sources that name different encodings are told`(row: Int) {
    let (charset, bytes, expected) = Self.conflicts[row]
    let conflicts = XMLEncodingConflict.conflicts(charset: charset, document: bytes)
    #expect(conflicts.map(\.description) == expected)
  }

  @Test func `An encoding that hides markup is read up to a size`() throws {
    let small = Array("<?xml version='1.0' encoding='UTF-7'?><a>+AOk-</a>".utf8)
    #expect(try XMLTree(parsing: small).root.text == "é")
    let large = small + Array(repeating: UInt8(ascii: "\n"), count: 70_000)
    let error = #expect(throws: XMLSyntaxError.self) { _ = try XMLTree(parsing: large) }
    #expect(error?.reason == "documents in the encoding UTF-7 are read up to 65536 bytes")
  }
}
