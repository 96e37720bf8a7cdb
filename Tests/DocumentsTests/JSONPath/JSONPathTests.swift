import AccordDocuments
import Testing

struct JSONPathTests {
  private static let shop = #"""
    {"users": [
      {"id": 1, "name": "Ada", "tags": ["a", "b"]},
      {"id": 9007199254740993, "name": "Zo\u00eb", "tags": []},
      {"id": 3, "name": "Bob"}
    ], "total": 3, "a b": {"'": null}}
    """#

  @Test(arguments: [
    ("$.total", ["3"]),
    ("$.users[0].name", [#""Ada""#]),
    ("$.users[-1].id", ["3"]),
    ("$['a b']['\\'']", ["null"]),
    ("$.users[*].id", ["1", "9007199254740993", "3"]),
    ("$..tags[0]", [#""a""#]),
    ("$.users[1:].name", [#""Zo\u00eb""#, #""Bob""#]),
    ("$.users[::-1].id", ["3", "9007199254740993", "1"]),
    ("$.users[?@.id == 9007199254740993].name", [#""Zo\u00eb""#]),
    ("$.users[?@.id == 9007199254740992].name", []),
    ("$.users[?@.name == 'Zo\u{EB}'].id", ["9007199254740993"]),
    ("$.users[?@.name == 'Zoe\u{308}'].id", []),
    ("$.users[?@.name < 'B'].id", ["1"]),
    ("$.users[?!@.tags].id", ["3"]),
    ("$.users[?length(@.tags) == 2 || @.id == $.total].name", [#""Ada""#, #""Bob""#]),
    ("$.users[?count(@.tags[*]) >= 1].id", ["1"]),
    ("$.users[?match(@.name, '[A-Z].b')].id", ["3"]),
    ("$.users[?search(@.name, 'd')].id", ["1"]),
    ("$.users[?value(@..tags[1]) == 'b'].id", ["1"]),
    ("$.missing", []), ("$.total.x", []), ("$.users.x", []), ("$.total[0]", []),
  ])
  func `Paths select values`(path: String, sources: [String]) throws {
    let document = try JSONDocument(parsing: Self.shop)
    let nodes = try JSONPath(path).select(from: document.root)
    #expect(nodes.map(\.sourceText) == sources)
  }

  @Test func `Selected values know their places`() throws {
    let document = try JSONDocument(parsing: Self.shop)
    let nodes = try JSONPath("$..*").select(from: document.root)
    #expect(nodes.count == document.valueCount - 1)
    for node in nodes {
      let singular = try #require(try JSONPath(node.location.normalizedPath).singular)
      #expect(singular.node(in: document.root)?.isSamePlace(as: node) == true)
      #expect(node.location.pointer.evaluate(in: document.root)?.isSamePlace(as: node) == true)
      let short = try JSONPath(node.location.description)
      #expect(short.singular?.node(in: document.root)?.isSamePlace(as: node) == true)
    }
  }

  @Test func `A path begins at the value it is applied to`() throws {
    let user = try #require(
      JSONDocument(parsing: Self.shop).root.member("users")?.element(0))
    let nodes = try JSONPath("$[?@ == $.id]").select(from: user)
    #expect(nodes.map(\.sourceText) == ["1"])
    #expect(nodes.first?.location.description == "$.users[0].id")
    #expect(nodes.first?.location(from: user).description == "$.id")
  }

  @Test(arguments: [
    ("$", true), ("$.a", true), ("$['a'][0][-1]", true), ("$.a [ 'b' ]", true),
    ("$.*", false), ("$..a", false), ("$['a','b']", false), ("$[0:1]", false), ("$[?@.a]", false),
  ])
  func `Paths of names and positions are singular`(path: String, isSingular: Bool) throws {
    #expect(try JSONPath(path).isSingular == isSingular)
  }

  @Test func `Of members of one name a name means the last and a wildcard all`() throws {
    let root = try JSONDocument(parsing: #"{"a":1,"a":2}"#).root
    #expect(try JSONPath("$.a").select(from: root).map(\.sourceText) == ["2"])
    #expect(try JSONPath("$['a','a']").select(from: root).map(\.sourceText) == ["2", "2"])
    #expect(try JSONPath("$.*").select(from: root).map(\.sourceText) == ["1", "2"])
  }

  @Test func `A path that visits too much is given up`() throws {
    let text = String(repeating: "[", count: 400) + String(repeating: "]", count: 400)
    let root = try JSONDocument(parsing: text).root
    let path = try JSONPath("$..*..*..*..*")
    #expect(throws: JSONPathEvaluationError.tooManySteps(limit: 100_000)) {
      try path.select(from: root, limits: JSONPathLimits(maximumSteps: 100_000))
    }
    #expect(throws: JSONPathEvaluationError.tooManyNodes(limit: 1000)) {
      try path.select(from: root, limits: JSONPathLimits(maximumNodes: 1000))
    }
  }

  @Test func `A regular expression that is given up gives no verdict`() throws {
    let root = try JSONDocument(parsing: "[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\"]").root
    let limits = JSONPathLimits(patterns: PatternLimits(steps: 5, stepsPerByte: 0))
    #expect(throws: JSONPathEvaluationError.self) {
      try JSONPath("$[?match(@, '(a*)*c')]").select(from: root, limits: limits)
    }
  }

  @Test func `What is no I-Regexp matches nothing, and is told`() throws {
    let path = try JSONPath("$[?match(@, '(?=a)a')]")
    #expect(path.patternErrors.count == 1)
    #expect(try path.select(from: JSONDocument(parsing: "[\"a\"]").root).isEmpty)
    #expect(try JSONPath("$[?match(@, 'a')]").patternErrors.isEmpty)
  }
}
