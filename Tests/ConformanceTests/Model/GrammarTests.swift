import Testing

@testable import AccordConformance

@Suite("How fields are read")
struct GrammarTests {
  private func octets(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  @Test(
    "A date is the seconds since 1970",
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Tue, 29 Feb 2000 23:59:59 GMT", 951_868_799), ("Wed, 31 Dec 1969 23:59:59 GMT", -1),
      ("Mon, 01 Jan 0001 00:00:00 GMT", -62_135_596_800),
    ])
  func moments(text: String, seconds: Int) {
    #expect(HTTPMoment(octets(text))?.seconds == seconds)
  }

  @Test(
    "What is no date of the form that is sent is none",
    arguments: [
      "", "0", "Sun, 06 Nov 1994 08:49:37 UTC", "sun, 06 nov 1994 08:49:37 GMT",
      "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT",
      "Mon, 06 Nov 1994 08:49:37 GMT", "Tue, 29 Feb 1994 00:00:00 GMT",
      "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
      "Sun, 06 Nov 1994 08:49:60 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
      "Sun, .. Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 ..:49:37 GMT",
      "Sun, 06 ... 1994 08:49:37 GMT", "Sun, 31 Nov 1994 08:49:37 GMT",
      "Thu, 29 Feb 1900 00:00:00 GMT",
      "Sun,\t06 Nov 1994 08:49:37 GMT", " un, 06 Nov 1994 08:49:37 GMT",
    ])
  func noMoment(text: String) {
    #expect(HTTPMoment(octets(text)) == nil)
  }

  @Test(
    "A quoted string ends at its quote, and holds no control",
    arguments: [
      (#""a\"b"c"#, #"a\"b"#, "c"), (#""""#, "", ""), ("\"a\tb\"", "a\tb", ""),
    ])
  func quoted(text: String, inside: String, rest: String) {
    var reader = FieldReader(octets(text))
    #expect(reader.quotedString().map { String(decoding: $0, as: UTF8.self) } == inside)
    #expect(String(decoding: reader.rest, as: UTF8.self) == rest)
  }

  @Test(
    "What is no quoted string is none",
    arguments: ["", "a", "\"", "\"a", "\"a\\", "\"a\nb\"", "\"\u{7F}\""])
  func unquoted(text: String) {
    var reader = FieldReader(octets(text))
    #expect(reader.quotedString() == nil)
  }

  @Test("A field is known in any case, and by its whole name", arguments: KnownField.allCases)
  func fields(_ field: KnownField) {
    func known(_ text: String) -> KnownField? {
      Array(text.utf8).withUnsafeBufferPointer { KnownField($0) }
    }
    #expect(known(field.name) == field)
    #expect(known(field.name.uppercased()) == field)
    #expect(known(field.name + "x") == nil)
    #expect(known(String(field.name.dropLast())) == nil)
    #expect(known(field.name + "\0") == nil)
    #expect(known("") == nil)
  }

  @Test(
    "A media type is read with its charset",
    arguments: [
      ("Text/HTML;Charset=\"UTF-8\"", "text/html", "utf-8"), ("a/b", "a/b", nil),
      ("a/b ; x=y ;charset=c; charset=d", "a/b", "c"),
    ] as [(String, String, String?)])
  func mediaTypes(text: String, essence: String, charset: String?) {
    let type = MediaType(parsing: octets(text))
    #expect(type?.essence == essence)
    #expect(type?.charset == charset)
  }

  @Test(
    "A media type tells whether content is JSON, XML or text",
    arguments: [
      ("application/json", [true, false, true]), ("TEXT/JSON", [true, false, true]),
      ("a/b+JSON", [true, false, true]), ("a/+json", [true, false, true]),
      ("image/json", [false, false, false]), ("application/jsonl", [false, false, false]),
      ("application/json+b", [false, false, false]), ("application/xml", [false, true, true]),
      ("text/xml", [false, true, true]), ("image/svg+xml", [false, true, true]),
      ("model/xml", [false, false, false]), ("Text/CSV", [false, false, true]),
      ("texts/csv", [false, false, false]), ("application/octet-stream", [false, false, false]),
    ])
  func kinds(text: String, kinds: [Bool]) throws {
    let type = try #require(MediaType(parsing: octets(text)))
    #expect([type.isJSON, type.isXML, type.isReadable] == kinds)
  }

  @Test(
    "Digits are a number as far as there is room for it",
    arguments: [
      ("0", 0), ("007", 7), ("9223372036854775807", .max), ("9223372036854775808", nil),
      ("99999999999999999999", nil), ("", nil), ("+1", nil), ("-1", nil), ("1 ", nil), ("1.0", nil),
    ] as [(String, Int?)])
  func numbers(text: String, number: Int?) {
    #expect(octets(text).number == number)
  }

  @Test("Only letters of ASCII have small ones; what is no UTF-8 is repaired")
  func loweredText() {
    #expect(octets("AZaz@[`{ÄÖ").loweredText == "azaz@[`{ÄÖ")
    #expect(([0x41, 0xFF, 0x42] as [UInt8])[...].loweredText == "a\u{FFFD}b")
    #expect(octets("").loweredText.isEmpty)
  }
}
