import AccordDocuments
import Testing

struct JSONNodeTests {
  @Test func `Values have their kind and nothing else's value`() throws {
    let document = try JSONDocument(parsing: #" [null, true, false, -1.5, "x", [], {}] "#)
    let elements = Array(document.root.elements)
    #expect(
      elements.map(\.kind)
        == [.null, .boolean, .boolean, .number, .string, .array, .object])
    #expect(elements.map(\.isNull) == [true, false, false, false, false, false, false])
    #expect(elements.map(\.boolean) == [nil, true, false, nil, nil, nil, nil])
    #expect(elements.map { $0.number?.text } == [nil, nil, nil, "-1.5", nil, nil, nil])
    #expect(elements.map(\.string) == [nil, nil, nil, nil, "x", nil, nil])
    #expect(document.root.count == 7)
    #expect(document.valueCount == 8)
    #expect(elements.map(\.byteOffset) == [2, 8, 14, 21, 27, 32, 36])
  }

  @Test func `Members keep their order, their duplicates and their text`() throws {
    let document = try JSONDocument(parsing: #"{"b": 1.0, "a" : 2, "b":{"c":[1, 2]}, "é":0}"#)
    let root = document.root
    #expect(root.members.map(\.name) == ["b", "a", "b", "é"])
    #expect(root.members.map(\.value.sourceText) == ["1.0", "2", #"{"c":[1, 2]}"#, "0"])
    #expect(root.count == 4)
    #expect(document.valueCount == 8)
    #expect(root.member("b")?.sourceText == #"{"c":[1, 2]}"#)
    #expect(root.members(named: "b").map(\.compactText) == ["1.0", #"{"c":[1,2]}"#])
    #expect(root.duplicateNames == ["b"])
    #expect(root.member("missing") == nil)
    #expect(root.member("a")?.member("a") == nil)
  }

  @Test func `Names written with escapes are the same names`() throws {
    let root = try JSONDocument(parsing: #"{"\u0061":1,"a":2,"a":3,"\/":4}"#).root
    #expect(root.member("a")?.number?.intValue == 3)
    #expect(root.member("/")?.number?.intValue == 4)
    #expect(root.duplicateNames == ["a"])
  }

  @Test func `Elements are found by position`() throws {
    let root = try JSONDocument(parsing: #"[[1,2],{"a":3},"x"]"#).root
    #expect(root.element(0)?.element(1)?.number?.intValue == 2)
    #expect(root.element(2)?.string == "x")
    #expect(root.element(3) == nil)
    #expect(root.element(-1) == nil)
    #expect(root.element(1)?.element(0) == nil)
  }

  @Test(arguments: [
    (#""""#, ""),
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""\u0000\u007f\u00e9\u20AC\ud83d\ude42!""#, "\u{0}\u{7F}é€🙂!"),
    (
      #""plain é€🙂 text that is longer than eight bytes""#,
      "plain é€🙂 text that is longer than eight bytes"
    ),
  ])
  func `Escapes are resolved`(source: String, meaning: String) throws {
    let node = try JSONDocument(parsing: source).root
    #expect(node.string.map { Array($0.utf8) } == Array(meaning.utf8))
    #expect(node.stringEquals(meaning))
    #expect(!node.stringEquals(meaning + "x"))
    #expect(meaning.isEmpty || !node.stringEquals(String(meaning.dropLast())))
    #expect(node.scalarCount == meaning.unicodeScalars.count)
    #expect(node.withUTF8 { Array($0) } == Array(meaning.utf8))
  }

  @Test func `Strings compare by code points and not by canonical equivalence`() throws {
    let composed = "\u{E9}"
    let decomposed = "e\u{301}"
    #expect(composed == decomposed)
    let root = try JSONDocument(parsing: "{\"\(composed)\":\"\(composed)\"}").root
    #expect(root.member(composed)?.stringEquals(composed) == true)
    #expect(root.member(composed)?.stringEquals(decomposed) == false)
    #expect(root.member(decomposed) == nil)
    #expect(!composed.hasSameCodePoints(as: decomposed))
    #expect(composed.hasSameCodePoints(as: "\u{E9}"))
  }

  @Test func `A byte order mark is let pass and told`() throws {
    let document = try JSONDocument(parsing: [0xEF, 0xBB, 0xBF] + Array("{}".utf8))
    #expect(document.hasByteOrderMark)
    #expect(document.root.byteOffset == 3)
    #expect(document.position(at: 3).column == 1)
    #expect(try !JSONDocument(parsing: "{}").hasByteOrderMark)
  }

  @Test func `A long string is scanned right at every length and place of its end`() throws {
    for length in 0..<40 {
      for special in ["", "é", "\\n", "\\u20ac", "🙂"] {
        let text = String(repeating: "a", count: length) + special + "b"
        let document = try JSONDocument(parsing: "[\"\(text)\"]")
        #expect(document.root.element(0)?.sourceText == "\"\(text)\"")
      }
    }
  }
}
