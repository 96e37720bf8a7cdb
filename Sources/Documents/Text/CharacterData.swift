/// Text as the content of an element, or of an attribute in quotation marks, of XML (1.0 section 2.4) and
/// of HTML (section 13.1.4).
package enum CharacterData {
  /// The text with references for what would be markup.
  package static func escape(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&apos;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
