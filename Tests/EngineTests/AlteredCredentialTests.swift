import AccordHTTP
import Testing

@testable import AccordEngine

@Suite("Credentials that nobody has")
struct AlteredCredentialTests {
  private func alter(_ value: String) -> String? {
    let credential = Credential(form: .field(name: "Authorization", value: value), secrets: ["s"])
    guard case .field(_, let value)? = credential.altered?.form else { return nil }
    return value
  }

  @Test(
    "The last character is another one of its kind, and nothing else is",
    arguments: ["Bearer abcA", "Bearer abcz", "Bearer abc0", "Token a", "k9", "Bearer ab+c=="])
  func last(value: String) throws {
    let altered = try #require(alter(value))
    #expect(altered != value)
    #expect(altered.count == value.count)
    let padding = value.reversed().prefix { $0 == "=" }.count
    #expect(altered.hasSuffix(String(repeating: "=", count: padding)))
    #expect(altered.dropLast(padding + 1) == value.dropLast(padding + 1))
    let (old, new) = (
      try #require(value.dropLast(padding).last), try #require(altered.dropLast(padding).last)
    )
    #expect(old.isNumber == new.isNumber && old.isUppercase == new.isUppercase)
  }

  @Test("In base64 it means other octets, however few of its bits count")
  func bits() throws {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    // What a text of 64 octets may end with, and one of 32.
    for (bits, count) in [(4, 4), (2, 16)] {
      for own in 0..<count {
        let character = alphabet[own << bits]
        let altered = try #require(Credential.altered(secret: "x\(character)").flatMap(\.last))
        let other = try #require(alphabet.firstIndex(of: altered))
        #expect(other >> bits != own, "\(character) became \(altered)")
      }
    }
  }

  @Test("Of Basic the password is another one, and the name stays")
  func basic() throws {
    let own = try Credential.basic(user: "ada", password: "sesame1")
    let altered = try #require(own.altered)
    guard case .field(_, let value) = altered.form else {
      Issue.record("it is \(altered.form)")
      return
    }
    let pair = try #require(Base64.decode(String(value.dropFirst(6))))
    let text = String(decoding: pair, as: UTF8.self)
    #expect(text.hasPrefix("ada:sesame") && text != "ada:sesame1" && text.count == 11)
    #expect(altered.secrets.contains(value))
  }

  @Test("A key in the query is altered too")
  func query() throws {
    let own = Credential(form: .query(name: "k", value: "abc1"), secrets: ["abc1"])
    guard case .query("k", let value)? = own.altered?.form else {
      Issue.record("there is none")
      return
    }
    #expect(value.hasPrefix("abc") && value != "abc1")
  }

  @Test("None can be made of what is made anew for each request, nor of nothing")
  func impossible() throws {
    #expect(try Credential.digest(user: "u", password: "sesame").altered == nil)
    #expect(try Credential.basic(user: "u", password: "").altered == nil)
    #expect(alter("") == nil && alter("===") == nil && alter("Basic ***") == nil)
  }
}
