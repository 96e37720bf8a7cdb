import AccordDocuments
import Foundation
import Testing

@testable import AccordReports

@Suite("Secrets are taken out")
struct RedactorTests {
  static let secret = #"pa$s/w\rd "é&<+ 😀"#

  static func redactor(_ secrets: String...) -> Redactor {
    let redactor = Redactor()
    for secret in secrets { redactor.add(secret) }
    return redactor
  }

  /// How a value travels.
  static let encodings: [String] = {
    var json = JSONWriter()
    json.string(secret)
    let quoted = String(json.text.dropFirst().dropLast())
    let unreserved = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyz0123456789-._~")
    let percent = secret.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    let escapedUnicode = quoted.utf16.map { unit in
      unit < 0x80
        ? String(UnicodeScalar(UInt8(unit)))
        : "\\u" + (unit < 0x1000 ? "00" : "") + String(unit, radix: 16)
    }.joined()
    // JSON in a string of JSON, and that as a debugger shows it.
    func twice(_ text: String) -> String {
      var json = JSONWriter()
      json.string(text)
      return String(json.text.dropFirst().dropLast())
    }
    let nested = twice(quoted)
    var xml: [UInt8] = []
    XMLEncoding.append(secret, .attribute, to: &xml)
    return [
      secret, quoted, escapedUnicode, escapedUnicode.replacing("/", with: "\\/"), percent,
      percent.lowercased(), percent.replacing("%20", with: "+"),
      percent.replacing("%2F", with: "/"), String(decoding: xml, as: UTF8.self),
      secret.unicodeScalars.map { "&#x\(String($0.value, radix: 16));" }.joined(),
      secret.unicodeScalars.map { "&#\($0.value);" }.joined(),
      VisibleText.escape(secret), String(ShellQuoting.word(secret).dropFirst().dropLast()),
      String(ShellQuoting.printfFormat(Array(secret.utf8)).dropFirst().dropLast()),
      nested, twice(nested),
    ]
  }()

  @Test("In every encoding", arguments: encodings)
  func encoding(_ encoded: String) {
    #expect(Self.redactor(Self.secret).redact("<\(encoded)>") == "<***>")
  }

  @Test("In base64 of both alphabets, wherever it stands in a longer text", arguments: 0..<12)
  func base64(offset: Int) throws {
    let secret = "s3cr3t-pässword"
    let redactor = Self.redactor(secret)
    for suffix in ["", "x", "xy", "xyz"] {
      let plain = String(repeating: "u", count: offset) + secret + suffix
      let encoded = Data(plain.utf8).base64EncodedString()
      for text in [
        encoded, encoded.replacing("+", with: "-").replacing("/", with: "_"),
        encoded.replacing("=", with: ""), encoded.replacing("/", with: "\\/"),
        encoded.replacing("+", with: "%2B").replacing("/", with: "%2f"),
      ] {
        let redacted = redactor.redact("Basic \(text)")
        #expect(redacted.contains("***"))
        // What is left decodes to nothing of the secret but a bit or two at its ends.
        let longest = redacted.split(separator: "*").map(\.count).max() ?? 0
        #expect(longest <= "Basic ".count + (offset + 2) / 3 * 4 + 2)
        #expect(!redacted.contains(String(encoded.dropFirst((offset + 2) / 3 * 4 + 2).prefix(8))))
      }
    }
  }

  @Test("The pair of Basic credentials (RFC 7617) is found by the password alone")
  func basic() {
    let redactor = Self.redactor("open sesame")
    #expect(
      redactor.redact("Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==").hasPrefix(
        "Authorization: Basic QWxhZGRpbjp***"))
  }

  @Test("The longest of several secrets wins, and neighbours are each found")
  func several() {
    let redactor = Self.redactor("abcd", "abcdef", "wxyz")
    #expect(redactor.redact("abcdefwxyz abcdwxyzwxy") == "****** ******wxy")
  }

  @Test("Nothing changes without a secret, and short values are none")
  func none() {
    let redactor = Self.redactor("abc", "")
    #expect(!redactor.hasSecrets)
    #expect(redactor.redact("abc") == "abc")
    #expect(Self.redactor("abcd").redact("abc") == "abc")
  }

  @Test("A text of escape characters takes a bounded number of steps", .timeLimit(.minutes(5)))
  func hostile() {
    let backslashes = String(repeating: "\\", count: 200)
    let redactor = Self.redactor(backslashes + "x", "%%%%%%%%%%", "&&&&&&&&", "''''''''''''")
    let text =
      String(repeating: "\\", count: 3_000) + String(repeating: "%25", count: 3)
      + String(repeating: "'\\''", count: 3)
    #expect(redactor.redact(text) == text)
  }

  @Test("Thousands of secrets are found as one is", .timeLimit(.minutes(5)))
  func many() {
    let redactor = Redactor()
    for number in 0..<20_000 { redactor.add("\(number &* 7_919)-secret-number-\(number)") }
    let text = String(repeating: "some text of a body, ", count: 5_000)
    #expect(redactor.redact(text + "\(777 * 7_919)-secret-number-777") == text + "***")
  }
}
