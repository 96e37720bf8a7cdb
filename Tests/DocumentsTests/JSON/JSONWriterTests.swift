import AccordDocuments
import Testing

struct JSONWriterTests {
  @Test func `Values are written compactly, with commas and colons by themselves`() throws {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("a")
    writer.integer(-1)
    writer.name("b \"\\")
    writer.beginArray()
    writer.string("x\u{0}\u{1F}\u{8}\t\n\u{C}\r\"\\/é🙂\u{7F}\u{2028}")
    writer.boolean(true)
    writer.boolean(false)
    writer.null()
    writer.number(try #require(JSONNumber("1.50e+3")))
    writer.beginObject()
    writer.endObject()
    writer.beginArray()
    writer.endArray()
    writer.endArray()
    writer.name("")
    writer.raw("[1, 2]")
    writer.endObject()
    let expected =
      #"{"a":-1,"b \"\\":["x\u0000\u001f\b\t\n\f\r\"\\/é🙂"# + "\u{7F}\u{2028}"
      + #"",true,false,null,1.50e+3,{},[]],"":[1, 2]}"#
    #expect(writer.text == expected)
    let root = try JSONDocument(parsing: writer.bytes).root
    #expect(
      root.member("b \"\\")?.element(0)?.stringEquals(
        "x\u{0}\u{1F}\u{8}\t\n\u{C}\r\"\\/é🙂\u{7F}\u{2028}") == true)
  }

  @Test func `Lines of JSON stand for themselves`() {
    var writer = JSONWriter()
    for number in 1...2 {
      writer.beginArray()
      writer.integer(number)
      writer.endArray()
      writer.newline()
    }
    #expect(writer.text == "[1]\n[2]\n")
  }

  @Test func `A document is written compactly with its own spellings`() throws {
    let source = #" { "b" : [ 1.0 , { } , [ ] , "\u0061" ] , "a" : { "c" : null } , "b" : 2 } "#
    let root = try JSONDocument(parsing: source).root
    #expect(root.compactText == #"{"b":[1.0,{},[],"\u0061"],"a":{"c":null},"b":2}"#)
    #expect(root.member("a")?.compactText == #"{"c":null}"#)
    #expect(root.element(0)?.compactText == nil)
    #expect(root.members.first { $0.name == "b" }?.value.element(1)?.compactText == "{}")
  }

  @Test func `A document is written with a line for each part`() throws {
    let root = try JSONDocument(parsing: #"{"a":[1,{"b":[]},{}],"c":"x"}"#).root
    #expect(
      root.indentedText == """
        {
          "a": [
            1,
            {
              "b": []
            },
            {}
          ],
          "c": "x"
        }
        """)
  }

  @Test func `An excerpt is whole, or cut in the middle with its length`() throws {
    let short = try JSONDocument(parsing: "[1, 2]").root
    #expect(short.excerpt(limit: 5) == "[1,2]")
    #expect(short.excerpt(limit: 4) == "[1, … ] (5 characters)")
    let numbers = (0..<1000).map(String.init).joined(separator: ",")
    let long = try JSONDocument(parsing: "[\(numbers)]").root
    #expect(long.excerpt(limit: 12) == "[0,1,2,3 … 999] (3,891 characters)")
    #expect(JSONNode.excerpt(of: "éééé", limit: 4) == "éééé")
  }
}
