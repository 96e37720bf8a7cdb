internal import AccordDocuments

/// Text on its way into an HTML document.
enum HTMLEncoding {
  /// Text as the content of an element or of an attribute in quotation marks.
  static func text(_ text: String) -> String { CharacterData.escape(VisibleText.escape(text)) }

  /// How many octets a text takes as a JSON string in a `script` element.
  static func cost(of text: String) -> Int { text.utf8.reduce(0) { $0 + cost(of: $1) } }

  /// The beginning of a text that takes at most so many octets there.
  static func prefix(of text: String, cost limit: Int) -> String {
    guard text.utf8.count * 6 > limit else { return text }
    var cost = 0
    var end = text.utf8.startIndex
    for index in text.utf8.indices {
      cost += self.cost(of: text.utf8[index])
      if cost > limit { break }
      end = text.utf8.index(after: index)
    }
    // No character is cut in two.
    while end > text.utf8.startIndex, end < text.utf8.endIndex, text.utf8[end] & 0xC0 == 0x80 {
      end = text.utf8.index(before: end)
    }
    return String(text[..<end])
  }

  private static func cost(of byte: UInt8) -> Int {
    switch byte {
    case UInt8(ascii: "<"): 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "\n"), UInt8(ascii: "\t"): 2
    default: 1
    }
  }

  /// JSON as the content of a `script` element: `<` could end it or hide its end (HTML section
  /// 13.2.5.4), and stands in strings only, where an escape means the same.
  static func script(_ json: [UInt8]) -> [UInt8] {
    guard json.contains(UInt8(ascii: "<")) else { return json }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(json.count + 64)
    for byte in json {
      if byte == UInt8(ascii: "<") {
        escaped.append(contentsOf: #"\u003C"#.utf8)
      } else {
        escaped.append(byte)
      }
    }
    return escaped
  }
}
