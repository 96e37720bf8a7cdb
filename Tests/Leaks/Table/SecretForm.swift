/// A way in which a server may write a secret that it was sent.
package struct SecretForm: Sendable, CustomStringConvertible {
  /// A name of its own, a segment of paths too.
  package let name: String
  package let write: @Sendable (String) -> String

  package var description: String { name }

  package static let all: [SecretForm] = [
    SecretForm(name: "as-sent") { $0 },
    SecretForm(name: "percent-upper") { percent($0, every: false, upper: true) },
    SecretForm(name: "percent-lower") { percent($0, every: false, upper: false) },
    SecretForm(name: "percent-every-upper") { percent($0, every: true, upper: true) },
    SecretForm(name: "percent-every-lower") { percent($0, every: true, upper: false) },
    SecretForm(name: "form") {
      percent($0, every: false, upper: true).replacing("%20", with: "+")
    },
    SecretForm(name: "percent-twice") {
      percent(percent($0, every: false, upper: true), every: false, upper: true)
    },
    SecretForm(name: "basic") { base64("user:\($0)", url: false) },
    SecretForm(name: "basic-url") { base64("user:\($0)", url: true) },
    SecretForm(name: "base64-1") { base64("u\($0)s", url: false) },
    SecretForm(name: "base64-2") { base64("us\($0)ers", url: true) },
    SecretForm(name: "base64-in-percent") {
      percent(base64("user:\($0)", url: false), every: false, upper: true)
    },
    SecretForm(name: "json") { json($0) },
    SecretForm(name: "json-slashes") { json($0).replacing("/", with: #"\/"#) },
    SecretForm(name: "json-unicode-upper") { unicode($0, upper: true) },
    SecretForm(name: "json-unicode-lower") { unicode($0, upper: false) },
    SecretForm(name: "json-twice") { json(json($0)) },
    SecretForm(name: "xml") { xml($0) },
    SecretForm(name: "xml-decimal") { references($0, hexadecimal: false) },
    SecretForm(name: "xml-hexadecimal") { references($0, hexadecimal: true) },
    SecretForm(name: "html") {
      xml($0).replacing("/", with: "&sol;").replacing("ü", with: "&uuml;")
        .replacing("+", with: "&plus;")
    },
    SecretForm(name: "json-in-xml") { xml(json($0)) },
    SecretForm(name: "xml-in-json") { json(xml($0)) },
    SecretForm(name: "hexadecimal-lower") { hexadecimal($0, upper: false) },
    SecretForm(name: "hexadecimal-upper") { hexadecimal($0, upper: true) },
  ]

  static func percent(_ text: String, every: Bool, upper: Bool) -> String {
    text.utf8.map { octet in
      let isPlain =
        (0x30...0x39).contains(octet) || (0x41...0x5A).contains(octet & 0xDF)
        || "-._~".utf8.contains(octet)
      return isPlain && !every
        ? String(Unicode.Scalar(octet)) : "%" + digits(UInt32(octet), 2, upper)
    }.joined()
  }

  static func base64(_ text: String, url: Bool) -> String {
    let letters = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789" + (url ? "-_" : "+/"))
    let octets = Array(text.utf8)
    var encoded = ""
    for start in stride(from: 0, to: octets.count, by: 3) {
      let part = octets[start..<min(start + 3, octets.count)]
      let bits = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
      for index in 0..<4 {
        if index <= part.count {
          encoded.append(letters[bits >> (18 - 6 * index) & 63])
        } else if !url {
          encoded.append("=")
        }
      }
    }
    return encoded
  }

  static func json(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  }

  static func unicode(_ text: String, upper: Bool) -> String {
    text.utf16.map { "\\u" + digits(UInt32($0), 4, upper) }.joined()
  }

  static func xml(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
  }

  static func references(_ text: String, hexadecimal: Bool) -> String {
    text.unicodeScalars.map {
      hexadecimal ? "&#x\(digits($0.value, 2, true));" : "&#\($0.value);"
    }.joined()
  }

  static func hexadecimal(_ text: String, upper: Bool) -> String {
    text.utf8.map { digits(UInt32($0), 2, upper) }.joined()
  }

  private static func digits(_ value: UInt32, _ count: Int, _ upper: Bool) -> String {
    let digits = String(value, radix: 16, uppercase: upper)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}

extension SecretForm {
  /// What must not be found of a secret, in no form: each four of its letters and digits in a row,
  /// and all that base64 makes of its middle.
  package static func traces(of secret: String) -> [String] {
    var traces: [String] = []
    for run in secret.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) }) {
      let letters = Array(run)
      guard letters.count >= 4 else { continue }
      for start in 0...letters.count - 4 {
        let part = String(letters[start..<start + 4])
        traces += all.filter { !$0.name.hasPrefix("base64") && !$0.name.hasPrefix("basic") }
          .map { $0.write(part) }
      }
    }
    for offset in 0..<3 {
      for url in [false, true] {
        let encoded = base64(
          String(repeating: "u", count: offset) + secret + "uuu", url: url)
        let inside = Array(encoded).dropFirst(4).dropLast(8)
        for start in stride(from: inside.startIndex, through: inside.endIndex - 6, by: 1) {
          traces.append(String(inside[start..<start + 6]))
        }
      }
    }
    return Array(Set(traces))
  }
}
