internal import AccordDocuments

/// Text on its way into an HTML document.
enum HTMLEncoding {
  /// Text as the content of an element or of an attribute in quotation marks.
  static func text(_ text: String) -> String {
    var escaped = ""
    for scalar in VisibleText.escape(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
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
