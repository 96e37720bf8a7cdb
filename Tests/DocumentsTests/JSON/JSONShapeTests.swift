import AccordDocuments
import Testing

struct JSONShapeTests {
  @Test(arguments: [
    ("null", #""null""#), ("true", #""boolean""#), ("7", #""integer""#), ("7.0", #""number""#),
    ("7e1", #""number""#), (#""x""#, #""string""#), ("[]", #""array""#),
    ("{}", #"{"object":{}}"#), ("[1,2]", #"{"array":"integer"}"#),
    ("[1,2.5]", #"{"array":"number"}"#), ("[[],[1]]", #"{"array":{"array":"integer"}}"#),
    (
      #"[1,"x",null,false,[],{}]"#,
      #"{"array":["null","boolean","integer","string","array",{"object":{}}]}"#
    ),
    (
      #"[{"id":1,"tag":"x"},{"id":null}]"#,
      #"{"array":{"object":{"id":["null","integer"],"tag":{"optional":"string"}}}}"#
    ),
    (
      #"{"b":1,"a":{"é":[]},"A":2}"#,
      #"{"object":{"A":"integer","a":{"object":{"é":"array"}},"b":"integer"}}"#
    ),
    (#"{"a":1,"a":"x"}"#, #"{"object":{"a":["integer","string"]}}"#),
    (#"[{"a":1,"a":2},{}]"#, #"{"array":{"object":{"a":{"optional":"integer"}}}}"#),
    (#"{"optional":{"array":1}}"#, #"{"object":{"optional":{"object":{"array":"integer"}}}}"#),
  ])
  func `A value has its shape, which reads back`(source: String, text: String) throws {
    let shape = JSONShape(of: try JSONDocument(parsing: source).root)
    #expect(shape.text == text)
    #expect(!shape.isCut)
    #expect(JSONShape(reading: try JSONDocument(parsing: text).root) == shape)
  }

  @Test(arguments: ["1", #""word""#, "{}", "[]", #"{"array":1}"#, #"{"object":[]}"#, "null"])
  func `What is no shape is not read`(text: String) throws {
    #expect(JSONShape(reading: try JSONDocument(parsing: text).root) == nil)
  }

  @Test func `Order and number of elements and members make no difference`() throws {
    let one = JSONShape(of: try JSONDocument(parsing: #"[{"a":1,"b":"x"},{"a":null}]"#).root)
    let other = JSONShape(
      of: try JSONDocument(parsing: #"[{"a":null},{"a":null},{"b":"y","a":7}]"#).root)
    #expect(one == other)
    #expect(one.text == other.text)
  }

  @Test func `What goes beyond the limits is cut and marked`() throws {
    let deep = try JSONDocument(
      parsing: String(repeating: "[", count: 300) + "1" + String(repeating: "]", count: 300)
    ).root
    let shallow = JSONShape(of: deep, limits: JSONShape.Limits(maximumDepth: 2))
    #expect(shallow.text == #"{"array":{"array":["array","cut"]}}"#)
    #expect(JSONShape(reading: try JSONDocument(parsing: shallow.text).root) == shallow)

    let wide = try JSONDocument(parsing: #"{"a":1,"b":2,"c":3}"#).root
    #expect(
      JSONShape(of: wide, limits: JSONShape.Limits(maximumPlaces: 3)).text
        == #"[{"object":{"a":"integer","b":"integer"}},"cut"]"#)
    #expect(
      JSONShape(of: wide, limits: JSONShape.Limits(maximumValues: 2)).text
        == #"[{"object":{"a":"integer"}},"cut"]"#)
  }
}
