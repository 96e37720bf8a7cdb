import Testing

@testable import AccordShopServer

@Suite("Content")
struct ContentTests {
  /// The examples of RFC 7396 appendix A.
  static let mergePatches = [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ]

  @Test("A merge patch does what its standard says", arguments: mergePatches)
  func mergePatch(_ original: String, _ patch: String, _ result: String) throws {
    #expect(try value(original).merging(value(patch)) == value(result))
  }

  @Test(
    "JSON is read by its grammar",
    arguments: [
      ("9007199254740993", .integer(9_007_199_254_740_993)), ("1.5", .number(1.5)),
      ("2e0", .integer(2)), ("-0.25", .number(-0.25)), (" null ", .null), ("true", .boolean(true)),
      (#""\u00e9\n\/\ud83d\ude00""#, .string("é\n/😀")),
      (#"[1,{"a":[]}]"#, .array([.integer(1), .object(["a": .array([])])])),
    ] as [(String, JSONValue)])
  func json(_ text: String, result: JSONValue) throws { #expect(try value(text) == result) }

  @Test(
    "What is not JSON is told by reason and place",
    arguments: [
      ("", "the value is missing", 0), ("[1,]", "no value begins like this", 3),
      (#"{"a":1,}"#, "a name is missing", 7), ("1 2", "something follows the value", 2),
      ("01", "something follows the value", 1), ("1.", "a digit is missing", 2),
      ("1e400", "a number is too large", 5), ("\"\n\"", "a control character is not escaped", 1),
      (#""\x""#, "an escape is unknown", 2), (#""\ud800""#, "half a pair is missing", 7),
      (#""\ud800\u0041""#, "a pair does not belong together", 12),
      ("\"", "a string does not end", 1),
      (String(repeating: "[", count: 100_000), "it is nested too deeply", 200),
    ])
  func notJSON(_ text: String, reason: String, offset: Int) {
    let failure = JSONParser.Failure(reason: reason, offset: offset)
    #expect(throws: failure) { try value(text) }
  }

  @Test("A form in a URL's coding is decoded")
  func urlEncoded() throws {
    let form = try Form(urlEncoded: Array("a=1&b=x+y%21&a=2&empty=&alone&%C3%A9=%e2%82%ac".utf8))
    let fields = ["a": ["1", "2"], "b": ["x y!"], "empty": [""], "alone": [""], "é": ["€"]]
    #expect(form == Form(fields: fields))
  }

  @Test("A broken form is refused", arguments: ["a=%", "a=%4", "a=%zz", "a=%FF"])
  func brokenForm(_ content: String) {
    #expect(throws: Problem.self) { try Form(urlEncoded: Array(content.utf8)) }
  }

  @Test("A form in parts is read, with its files")
  func multipart() throws {
    let form = try Form(multipart: Array(MultipartExample.content.utf8), boundary: "x")
    let file = Form.File(field: "file", name: #"a "b".txt"#, type: "text/plain", size: 10)
    #expect(form == Form(fields: ["message": ["hello"]], files: [file]))
  }

  @Test(
    "Parts that do not follow the grammar are refused",
    arguments: [
      "", "--x", "--x\r\n", "--x\r\nno colon\r\n\r\nvalue\r\n--x--", "--y--",
      "--x\r\nContent-Disposition: form-data\r\n\r\nvalue\r\n--x--",
      "--x\r\nContent-Disposition: form-data; name=a\r\n\r\nvalue",
      "--x\r\n--x--",
    ])
  func brokenMultipart(_ content: String) {
    #expect(throws: Problem.self) { try Form(multipart: Array(content.utf8), boundary: "x") }
  }

  @Test("A boundary is needed", arguments: [nil, "", String(repeating: "x", count: 71)])
  func boundary(_ boundary: String?) {
    #expect(throws: Problem.self) { try Form(multipart: [], boundary: boundary) }
  }

  @Test(
    "Dates are written as HTTP wants them",
    arguments: [
      (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
      (784_111_777, "Sun, 06 Nov 1994 08:49:37 GMT"),
      (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
      (1_709_251_199, "Thu, 29 Feb 2024 23:59:59 GMT"),
      (4_107_542_400, "Mon, 01 Mar 2100 00:00:00 GMT"),
    ])
  func date(_ seconds: Int, _ text: String) { #expect(HTTPDate.text(at: seconds) == text) }

  @Test(
    "Only unreserved characters are decoded in a target",
    arguments: [
      ("/users/%31", "/users/1"), ("/%7e%2D", "/~-"), ("/a%2fb", "/a%2Fb"), ("/%", "/%"),
      ("/%4", "/%4"), ("/%zz", "/%zz"), ("/%C3%A9", "/%C3%A9"), ("/%25%33%31", "/%2531"),
    ])
  func target(_ target: String, _ normal: String) {
    #expect(Target.normalized(target) == normal)
  }

  private func value(_ text: String) throws -> JSONValue {
    try JSONParser.parse(Array(text.utf8))
  }
}
