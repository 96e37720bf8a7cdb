import AccordDocuments
import Testing

struct JSONPointerTests {
  /// The example of RFC 6901 section 5.
  private static let example = #"""
    {"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}
    """#

  @Test(arguments: [
    ("/foo", "", #"["bar","baz"]"#), ("/foo/0", "", #""bar""#), ("/", "", "0"),
    ("/a~1b", "", "1"), ("/c%d", "/c%25d", "2"), ("/e^f", "/e%5Ef", "3"),
    ("/g|h", "/g%7Ch", "4"), ("/i\\j", "/i%5Cj", "5"), ("/k\"l", "/k%22l", "6"),
    ("/ ", "/%20", "7"), ("/m~0n", "", "8"),
  ])
  func `The standard's examples name their values`(
    text: String, fragment: String, value: String
  ) throws {
    let root = try JSONDocument(parsing: Self.example).root
    let pointer = try JSONPointer(text)
    #expect(pointer.evaluate(in: root)?.sourceText == value)
    #expect(pointer.description == text)
    #expect(pointer.uriFragment == (fragment.isEmpty ? text : fragment))
    #expect(try JSONPointer(uriFragment: pointer.uriFragment) == pointer)
  }

  @Test func `The empty pointer names the whole document`() throws {
    let root = try JSONDocument(parsing: Self.example).root
    #expect(try JSONPointer("").evaluate(in: root)?.isSamePlace(as: root) == true)
    #expect(try JSONPointer("").tokens.isEmpty)
  }

  @Test(arguments: [
    "/foo/2", "/foo/-", "/foo/00", "/foo/01", "/foo/+1", "/foo/-1", "/foo/", "/foo/0/x", "/x",
    "/foo/99999999999999999999", "/foo/\u{661}",
  ])
  func `What is not there is not found`(text: String) throws {
    let root = try JSONDocument(parsing: Self.example).root
    #expect(try JSONPointer(text).evaluate(in: root) == nil)
  }

  @Test(arguments: [
    ("a", 0, JSONPointerSyntaxError.Reason.missingSlash), ("#/a", 0, .missingSlash),
    ("/a~", 2, .badEscape), ("/é~2", 3, .badEscape), ("/~~0", 1, .badEscape),
  ])
  func `What is no pointer is refused with the place`(
    text: String, offset: Int, reason: JSONPointerSyntaxError.Reason
  ) {
    let error = #expect(throws: JSONPointerSyntaxError.self) { try JSONPointer(text) }
    #expect(error?.offset == offset)
    #expect(error?.reason == reason)
    #expect(error?.description.contains("\"\(text)\"") == true)
  }

  @Test(arguments: ["/%", "/%4", "/%zz", "/%ff"])
  func `A fragment that is badly encoded is refused`(fragment: String) {
    let error = #expect(throws: JSONPointerSyntaxError.self) {
      try JSONPointer(uriFragment: fragment)
    }
    #expect(error?.reason == .badPercentEncoding)
  }

  @Test func `Pointers are built from names and positions`() throws {
    let pointer = JSONPointer(tokens: []).appending("a/b").appending(3).appending("~")
    #expect(pointer.description == "/a~1b/3/~0")
    #expect(try JSONPointer(pointer.description) == pointer)
    #expect(JSONPointer(tokens: ["\u{E9}"]) != JSONPointer(tokens: ["e\u{301}"]))
  }

  @Test func `Locations are written for people, for paths and as pointers`() {
    let location = JSONLocation().appending(name: "users").appending(index: 0)
      .appending(name: "it's/\n\u{1}")
    #expect(location.description == #"$.users[0]['it\'s/\n\u0001']"#)
    #expect(location.normalizedPath == #"$['users'][0]['it\'s/\n\u0001']"#)
    #expect(location.pointer.tokens == ["users", "0", "it's/\n\u{1}"])
    #expect(JSONLocation().description == "$")
  }
}
