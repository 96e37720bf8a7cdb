import AccordContract
import AccordEngine
import Testing

struct PlanProblemTests {
  @Test func `A contract without steps is a problem, and so is an empty component`() {
    #expect(problems(Contract("c") {}).map(\.kindName) == ["noSteps"])
    let line = #line
    let found = problems(
      Contract("c") {
        Group("g") {}
        Resource("/r")
        Scenario("s") {}
        Scenario("t") { Cleanup { Delete("/a") } }
        Get("/a")
      })
    #expect(found.map(\.kindName) == Array(repeating: "emptyComponent", count: 4))
    #expect(found.map(\.location.line) == (3...6).map { line + $0 })
  }

  @Test(arguments: [
    ("method", Request("G T", "/a")), ("method", Request("", "/a")),
    ("fieldName", Get("/a").header("a b", "x")),
    ("fieldName", Get("/a").expect(200) { Header("a:", "x") }),
    ("fieldName", Get("/a").expect(200) { NoHeader("") }),
    ("fieldName", Get("/a").expect(200) { Header("é", all: .count(1)) }),
    ("fieldName", Get("/a").expect(200) { Capture(Variable("v"), .header("a b")) }),
    ("target", Get("/a b")), ("target", Get("/é")), ("target", Get("/a#b")),
    ("target", Get("/a\r\nX: y")),
    ("repeatedWord", Get("/a").expect(200).expect(200)),
    ("repeatedWord", Post("/a").json(1).xml("<a/>")),
    ("repeatedWord", Get("/a").named("a").named("b")),
    ("repeatedWord", Get("/a").auth(.none).auth(.bearer("token"))),
    ("repeatedWord", Get("/a").timeout(.seconds(1)).timeout(.seconds(2))),
    ("repeatedWord", Get("/a").retry(upTo: 1).retry(upTo: 2)),
    ("repeatedWord", Get("/a").disabled("a").disabled("b")),
    ("repeatedWord", Get("/a").knownIssue("a").knownIssue("b")),
    ("repeatedWord", Get("/a").followRedirects().followRedirects()),
    ("duplicateMember", Post("/a").json(["a": 1, "b": ["c": 1, "c": 2]])),
    ("duplicateMember", Get("/a").expect(200) { JSON(["a": .each(["b": 1, "b": 2])]) }),
    ("expression", Get("/a").expect(200) { Text(.matches("(")) }),
    ("expression", Get("/a").expect(200) { JSON(.each(.matches("[z-a]"))) }),
    ("jsonPath", Get("/a").expect(200) { JSON("$[", 1) }),
    ("jsonPath", Get("/a").expect(200) { Capture(Variable("v"), .json("id")) }),
    ("notANumber", Post("/a").json([.number("01")])),
    ("notANumber", Post("/a").json(.number(.infinity))),
    ("notANumber", Get("/a").expect(200) { JSON(.close(to: .nan, within: 1)) }),
    ("xpath", Get("/a").expect(200) { XML("//a[", 1) }),
    ("xpath", Get("/a").expect(200) { XML("//s:a", 1) }),
    ("xpath", Get("/a").expect(200) { Capture(Variable("v"), .xpath("//")) }),
    ("meaninglessInXML", Get("/a").expect(200) { XML("//a", ["b": 1]) }),
    ("meaninglessInXML", Get("/a").expect(200) { XML("//a", nil) }),
    ("meaninglessInXML", Get("/a").expect(200) { XML("//a", .each(.absent)) }),
    ("meaninglessInXML", Get("/a").expect(200) { XML("//a", .oneOf(1, .schema(true))) }),
    (
      "emptyNamespace",
      Get("/a").expect(200) { XML("//s:a", .absent, namespaces: ["s": ""]) }
    ),
    ("nodesOfValue", Get("/a").expect(200) { XML("count(//a)", .count(1)) }),
    ("nodesOfValue", Get("/a").expect(200) { XML("1 = 1", .oneOf(true, .absent)) }),
    ("malformedXML", Get("/a").expect(200) { XML(equals: "<a>") }),
    ("jsonSchema", Get("/a").expect(200) { JSONSchema(["type": 1]) }),
    ("jsonSchema", Get("/a").expect(200) { JSON(["a": .each(.schema(["$ref": "#/b"]))]) }),
    ("jsonSchema", Get("/a").expect(200) { JSONSchema(["$ref": "http://127.0.0.1/s.json"]) }),
    ("variableInSchema", Get("/a").expect(200) { JSONSchema(["const": "\(Variable("v"))"]) }),
    ("duplicateMember", Get("/a").expect(200) { JSONSchema(["title": "a", "title": "b"]) }),
    ("severalGroups", Get("/a").expect(200) { Capture(Variable("v"), .text(matching: "(a)(b)")) }),
    (
      "expression",
      Get("/a").expect(200) { Capture(Variable("v"), .header("A", matching: "(")) }
    ),
    ("missingFile", Get("/a").expect(200) { JSONSchema("no such file.json#/a") }),
    ("missingFile", Get("/a").expect(200) { XMLSchema("no such file") }),
    ("missingFile", Get("/a").expect(200) { RelaxNG("no such file") }),
    ("missingFile", Get("/a").expect(200) { XML(equals: .file("no such file")) }),
    ("missingFile", Post("/a").body(.file("no such file"))),
    ("missingFile", Post("/a").multipart(.file("a", "no such file"))),
    ("missingFile", Get("/a").expect(200) { Body(.file("no such file")) }),
    (
      "conflictingVariable",
      Get("/\(Variable("a"))").header("A", "\(Variable("a", .secret))")
    ),
    ("tokenRequest", Get("/a").auth(.oauth2(tokenURL: "h", clientID: "i", clientSecret: "sesame"))),
    (
      "tokenRequest",
      Get("/a").auth(.oauth2(tokenURL: "ftp://h/", clientID: "i", clientSecret: "sesame"))
    ),
    (
      "tokenRequest",
      Get("/a").auth(.oauth2(tokenURL: "http://a@h", clientID: "i", clientSecret: "sesame"))
    ),
    (
      "tokenRequest",
      Get("/a").auth(.oauth2(tokenURL: "//h/t", clientID: "i", clientSecret: "sesame"))
    ),
    (
      "tokenRequest",
      Get("/a").auth(.oauth2(tokenURL: "/t#f", clientID: "i", clientSecret: "sesame"))
    ),
    ("tokenRequest", Get("/a").auth(.oauth2(tokenURL: "/t", clientID: "", clientSecret: "sesame"))),
    ("tokenRequest", Get("/a").auth(.oauth2(tokenURL: "/t", clientID: "i", clientSecret: ""))),
    (
      "tokenRequest",
      Get("/a").auth(.oauth2(tokenURL: "/t", clientID: "i", clientSecret: "sesame", scopes: "a\"b"))
    ),
    (
      "tokenRequest",
      Get("/a").auth(
        .oauth2(tokenURL: "/t", clientID: "i", clientSecret: "sesame", parameters: ["scope": "a"]))
    ),
    ("notALink", Get(Variable("next"))),
    ("negative", Get("/a").timeout(.seconds(-1))),
    ("negative", Get("/a").retry(upTo: -1)),
    ("negative", Get("/a").followRedirects(upTo: -1)),
    ("negative", Get("/a").eventually(within: .seconds(-1), every: .seconds(1))),
    ("negative", Get("/a").eventually(within: .seconds(1), every: .seconds(-1))),
    ("negative", Get("/a").expect(200) { Within(.milliseconds(-1)) }),
  ])
  func `A step that cannot be run is a problem at its place`(kind: String, step: Step) {
    let line = #line
    let found = problems(
      Contract("c") {
        step
      })
    #expect(found.map(\.kindName) == [kind])
    let place = found.first?.location
    #expect(place?.fileID == "EngineTests/PlanProblemTests.swift")
    if step.expectation == nil { #expect(place?.line == line + 3) }
  }

  @Test func `Strings that Swift calls equal are two names`() {
    #expect(
      problems(Contract("c") { Post("/a").json(["\u{E9}": 1, "e\u{301}": 2]) }).isEmpty)
  }

  @Test func `A trait where it means nothing is a problem that names it`() {
    let contract = Contract("c", .cookies, .allows(.get), .example("a", 1)) {
      Group("g", .baseURL("http://h"), .cookies, .proxy("p")) { Get("/a") }
      Resource("/r", .cookies, .baseURL("http://h"), .transport(.http2)) { Get("/b") }
      Scenario("s", .serialized, .allows(.get), .baseURL("http://h")) { Get("/c") }
    }
    let found = problems(contract).map { problem -> String in
      if case .misplacedTrait(let word, on: let element) = problem.kind {
        "\(word) on \(element)"
      } else {
        problem.kindName
      }
    }
    #expect(
      found == [
        ".cookies on contract", ".allows on contract", ".example on contract",
        ".baseURL on group", ".cookies on group", ".proxy on group", ".cookies on resource",
        ".baseURL on resource", ".transport on resource", ".serialized on scenario",
        ".allows on scenario",
        ".baseURL on scenario",
      ])
  }

  @Test func `A trait that cannot be is a problem once, at the element that carries it`() {
    let line = #line
    let found = problems(
      Contract("c") {
        Group("g", .header("a b", "x"), .timeout(.seconds(-1))) {
          Group("h") { Get("/a") }
          Scenario("s", .connectTimeout(.seconds(-1))) { Get("/b") }
        }
      })
    #expect(found.map(\.kindName) == ["fieldName", "negative", "negative"])
    #expect(found.map(\.location.line) == [line + 3, line + 3, line + 5])
    #expect(
      problems(Contract("c", .header("a b", "x")) { Get("/a") }).map(\.kindName) == ["fieldName"])
  }

  @Test func `All problems of a contract are found together`() {
    let found = problems(
      Contract("c", .cookies) {
        Get("/a b").header("a b", "x").expect(200) { Text(.matches("(")) }
        Group("g") {}
      })
    #expect(
      Set(found.map(\.kindName))
        == ["misplacedTrait", "target", "fieldName", "expression", "emptyComponent"])
  }
}

@Suite struct VariableProblemTests {
  @Test(
    arguments: [
      ("unusableDefault", Variable("v", .integer, .default("abc"))),
      ("shortSecret", Variable("v", .secret, .default("abc"))),
      ("shortSecret", Variable("v", .secret, .counter)),
      ("shortSecret", Variable("v", .secret, .random(1...9_999))),
    ])
  func `A default or a secret that cannot be used is a problem`(kind: String, variable: Variable) {
    let contract = Contract("c") { Get("/\(variable)").expect(200) }
    #expect(problems(of: contract).map(\.kindName) == [kind])
  }

  @Test func `Origins for links have a scheme and a host`() {
    let contract = Contract("c", .linkOrigins("files.example.com")) { Get("/a").expect(200) }
    #expect(problems(of: contract).map(\.kindName) == ["notAnOrigin"])
  }

  @Test func `Secrets that are long enough, and defaults that fit, are none`() {
    for variable in [
      Variable("v", .secret, .uuid), Variable("v", .secret, .random(1_000...9_999)),
      Variable("v", .integer, .default("12")), Variable("v", .secret, .default("abcd")),
    ] {
      #expect(problems(of: Contract("c") { Get("/\(variable)").expect(200) }).isEmpty)
    }
  }

  private func problems(of contract: Contract) -> [ContractProblem] {
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    do throws(ContractProblems) {
      _ = try planner.plan(selecting: Selection())
      return []
    } catch {
      return error.problems
    }
  }
}
