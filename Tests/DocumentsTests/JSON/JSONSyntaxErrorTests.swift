import AccordDocuments
import Testing

struct JSONSyntaxErrorTests {
  @Test(arguments: [
    ("", "line 1, column 1: the text is empty"),
    (" \n ", "line 2, column 2: the text is empty"),
    ("[", "line 1, column 2: the text ends inside of an array"),
    ("[1,", "line 1, column 4: the text ends inside of an array"),
    ("{\"a\"", "line 1, column 5: the text ends inside of an object"),
    ("{\"a\":", "line 1, column 6: the text ends inside of an object"),
    ("\"abc", "line 1, column 5: the text ends inside of a string"),
    ("\"\\u00", "line 1, column 6: the text ends inside of a string"),
    ("-", "line 1, column 2: the text ends inside of a number"),
    ("tru", "line 1, column 4: the text ends inside of a word"),
    ("{]", "line 1, column 2: expected a member's name in double quotes, or }, found ]"),
    ("{'a':1}", "line 1, column 2: expected a member's name in double quotes, or }, found '"),
    ("{\"a\" 1}", "line 1, column 6: expected a colon, found 1"),
    ("{\"a\":}", "line 1, column 6: expected a value, found }"),
    ("{\"a\":1 \"b\":2}", "line 1, column 8: expected a comma or }, found \""),
    ("[1 2]", "line 1, column 4: expected a comma or ], found 2"),
    ("[,1]", "line 1, column 2: expected a value or ], found ,"),
    ("[1,,2]", "line 1, column 4: expected a value, found ,"),
    ("[1,]", "line 1, column 4: a comma stands before the closing bracket"),
    ("{\"a\":1,}", "line 1, column 8: a comma stands before the closing bracket"),
    ("{} x", "line 1, column 4: the value is followed by x"),
    ("[NaN]", "line 1, column 2: expected a value, found NaN"),
    ("[True]", "line 1, column 2: expected a value, found True"),
    ("nulls", "line 1, column 1: expected a value, found n"),
    ("[None]", "line 1, column 2: expected a value, found None"),
    ("sk_live_51abc", "line 1, column 1: expected a value, found s"),
    ("[nu]", "line 1, column 2: expected a value, found n"),
    ("[t]", "line 1, column 2: expected a value, found t"),
    ("[01]", "line 1, column 2: a number begins with a superfluous 0"),
    ("[-a]", "line 1, column 3: a digit is missing after -"),
    ("[1.]", "line 1, column 4: a digit is missing after ."),
    ("[1e+]", "line 1, column 5: a digit is missing after +"),
    ("[+1]", "line 1, column 2: expected a value or ], found +"),
    ("\"a\tb\"", "line 1, column 3: a string holds U+0009 without an escape"),
    ("\"\\x\"", "line 1, column 3: no escape begins with \\ and x"),
    ("\"\\u12g4\"", "line 1, column 6: \\u is not followed by four hexadecimal digits"),
    ("\"\\ud800\"", "line 1, column 2: \\ud800 is half of a surrogate pair without its other half"),
    (
      "\"\\ud800\\u0041\"",
      "line 1, column 2: \\ud800 is half of a surrogate pair without its other half"
    ),
    ("[1]\u{A0}", "line 1, column 4: the value is followed by U+00A0"),
    ("{\r\n\"é🙂\": x}", "line 2, column 7: expected a value, found x"),
    ("[\r1,\r\u{202E}]", "line 3, column 1: expected a value, found U+202E"),
    ("\u{FEFF}x", "line 1, column 1: expected a value, found x"),
  ])
  func `A refused text is explained with reason, line and column`(text: String, message: String) {
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: text) }
    do throws(JSONSyntaxError) {
      _ = try JSONDocument(parsing: text)
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func `The byte offset counts bytes and the column counts Unicode scalars`() {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: "[\"é🙂\" x") }
    #expect(error?.byteOffset == 10)
    #expect(error?.column == 7)
    #expect(error?.reason == .unexpected("x", expected: .commaOrArrayEnd))
  }

  @Test(
    arguments: [
      ([0x22, 0xFF, 0x22], 1), ([0x22, 0xC0, 0x80, 0x22], 1), ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
      ([0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], 1), ([0x22, 0x61, 0xE2, 0x82], 2), ([0x5B, 0x80], 1),
    ] as [([UInt8], Int)])
  func `Bytes that are not UTF-8 are refused where they begin`(bytes: [UInt8], offset: Int) {
    let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
    #expect(error?.reason == .notUTF8)
    #expect(error?.byteOffset == offset)
  }

  @Test func `A control character is found wherever it stands in a long string`() {
    let plain = Array("\"abcdefghijklmnopqrstuvwxyz\"".utf8)
    for position in 1..<plain.count - 1 {
      for control in UInt8(0)..<0x20 {
        var bytes = plain
        bytes[position] = control
        let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
        #expect(error?.reason == .controlCharacter(Unicode.Scalar(control)))
        #expect(error?.byteOffset == position)
      }
    }
  }

  @Test func `Texts in UTF-16 and UTF-32 are named`() {
    let texts: [([UInt8], String)] = [
      ([0x7B, 0, 0x7D, 0], "UTF-16"), ([0xFE, 0xFF, 0, 0x7B], "UTF-16"),
      ([0x5B, 0, 0, 0, 0x5D, 0, 0, 0], "UTF-32"), ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x31], "UTF-32"),
    ]
    for (bytes, name) in texts {
      let error = #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: bytes) }
      #expect(error?.reason == .otherEncoding(name))
    }
  }
}
