internal import AccordDocuments

/// Words of a command for a shell (POSIX.1-2017, Shell Command Language, section 2.2).
enum ShellQuoting {
  /// Text as one word.
  ///
  /// What would be interpreted by a terminal goes through `printf`, since
  /// `$'…'` is not known to every shell.
  static func word(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    if isHarmless(text) { return quote(text) }
    return "\"$(printf \(printfFormat(Array(text.utf8))))\""
  }

  /// Octets as the format of `printf`, in quotes: any octets, NUL included.
  static func printfFormat(_ octets: [UInt8]) -> String {
    let text = String(validating: octets, as: UTF8.self)
    var format = ""
    if let text {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "%": format += "%%"
        case "\\": format += "\\\\"
        case "\n": format += "\\n"
        case "\t": format += "\\t"
        case "\r": format += "\\r"
        // `##[command]` would be read by runners anywhere in a line.
        case "#" where format.hasSuffix("#"): format += octal(UInt8(ascii: "#"))
        case _ where VisibleText.isShown(scalar): format.unicodeScalars.append(scalar)
        default: for octet in String(scalar).utf8 { format += octal(octet) }
        }
      }
    } else {
      for octet in octets {
        switch octet {
        case UInt8(ascii: "%"): format += "%%"
        case UInt8(ascii: "\\"): format += "\\\\"
        case 0x20..<0x7F: format.unicodeScalars.append(Unicode.Scalar(octet))
        default: format += octal(octet)
        }
      }
    }
    // A format that begins with a hyphen would be taken for an option.
    if format.hasPrefix("-") { format = "\\055" + format.dropFirst() }
    return quote(format)
  }

  private static func octal(_ octet: UInt8) -> String {
    let digits = String(octet, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - digits.utf8.count) + digits
  }

  /// Whether text may be printed as it is.
  static func isHarmless(_ text: String) -> Bool { VisibleText.escape(text) == text }

  private static func quote(_ text: String) -> String {
    "'\(text.replacing("'", with: #"'\''"#))'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "/"),
      UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "@"), UInt8(ascii: "%"),
      UInt8(ascii: "+"), UInt8(ascii: ","):
      true
    default: false
    }
  }
}
