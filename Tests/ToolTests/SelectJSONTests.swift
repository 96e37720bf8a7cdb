import Testing

@Suite("accord select, JSON")
struct SelectJSONTests {
  static let files = [
    "users.json": #"""
    {"users": [
      {"id": 1, "name": "Ada", "age": 36, "score": 1.50e2, "tags": ["a", "b"]},
      {"id": 9007199254740993, "name": "Zo\u00eb\n", "age": 17, "pet": null},
      {"id": "7", "age": 19, "na me": true}]}
    """#,
    "more.json": #"{"users": [{"id": 4}]}"#,
    "none.json": "{}",
    "bad.json": "{\"a\": 1,\n\t\"b\": 1 x\n",
    "empty.json": " ",
    "utf16.json": "\u{0}1",
    "escapes.json": "{\"a\u{1B}[31m\": 1}",
    "hostile.json": "{\"\u{9B}2J\": \"\u{202E}\u{7F}\u{E0001} é 🐲\"}",
  ]

  @Test(
    "Values are printed a line each, as the document writes them",
    arguments: [
      ToolCase(
        "select", "$.users[?@.age > 18].id", "users.json", output: "1\n\"7\"", status: 0),
      ToolCase(
        "select", "$.users[:2]", "users.json",
        output: #"""
          {"id":1,"name":"Ada","age":36,"score":1.50e2,"tags":["a","b"]}
          {"id":9007199254740993,"name":"Zo\u00eb\n","age":17,"pet":null}
          """#, status: 0),
      ToolCase(
        "select", "--paths", "$.users[*]['name','na me']", "users.json",
        output: """
          $['users'][0]['name']\t"Ada"
          $['users'][1]['name']\t"Zo\\u00eb\\n"
          $['users'][2]['na me']\ttrue
          """, status: 0),
      ToolCase(
        "select", "--raw", "$.users[:2].name", "users.json", output: "Ada\nZoë\n\n", status: 0),
      ToolCase("select", "$.nothing", "users.json", status: 1),
      ToolCase(
        "select", "$[?match(@, '(')]", "users.json",
        errors: """
          warning: a regular expression of the path matches nothing: this "(" has no ")"
            (
            ^
          """, status: 1),
      ToolCase("select", "$.a", "-", input: #"{"a": [1, 2]}"#, output: "[1,2]", status: 0),
      // The same to who reads JSON, and nothing that a terminal obeys.
      ToolCase(
        "select", "--paths", "$.*", "hostile.json",
        output: #"$['\u009b2J']"# + "\t" + #""\u202e\u007f\udb40\udc01 é 🐲""#, status: 0),
      ToolCase(
        "select", "--raw", "$.*", "hostile.json", output: "\u{202E}\u{7F}\u{E0001} é 🐲", status: 0),
    ])
  func values(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "Of several files the name comes first, and the gravest exit code counts",
    arguments: [
      ToolCase(
        "select", "$.users[0].id", "users.json", "more.json",
        output: "users.json:1\nmore.json:4", status: 0),
      ToolCase(
        "select", "$.users[0].id", "none.json", "more.json", output: "more.json:4", status: 1),
      ToolCase(
        "select", "--paths", "$.users[0].id", "-", "more.json", input: #"{"users": [{"id": 0}]}"#,
        output: "(standard input):$['users'][0]['id']\t0\nmore.json:$['users'][0]['id']\t4",
        status: 0),
      ToolCase(
        "select", "$.users[0].id", "users.json", "nowhere.json", "none.json", ".", "more.json",
        output: "users.json:1\nmore.json:4",
        errors: """
          error: nowhere.json: cannot be read: No such file or directory
          error: .: cannot be read: Is a directory
          """, status: 64),
    ])
  func severalFiles(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "A document that is not JSON is shown with the place",
    arguments: [
      ToolCase(
        "select", "$", "bad.json",
        errors: """
          error: bad.json:2:9: not JSON:
             "b": 1 x
                    ^ expected a comma or }, found x
          """, status: 64),
      ToolCase(
        "select", "$", "empty.json", errors: "error: empty.json:1:2: not JSON: the text is empty",
        status: 64),
      ToolCase(
        "select", "$", "utf16.json",
        errors:
          "error: utf16.json:1:1: not JSON: the text is UTF-16, and JSON is exchanged in UTF-8",
        status: 64),
      ToolCase(
        "select", "$", "escapes.json",
        errors: #"""
          error: escapes.json:1:4: not JSON:
            {"a\u{1B}[31m": 1}
               ^ a string holds U+001B without an escape
          """#, status: 64),
      ToolCase(
        "select", "$", "-",
        input: "[" + String(repeating: "1, ", count: 100) + "x"
          + String(repeating: ", 2", count: 100),
        errors: """
          error: (standard input):1:302: not JSON:
            … , 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, x, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, …
          """
            + "\n" + String(repeating: " ", count: 60) + "^ expected a value, found x",
        status: 64),
    ])
  func malformed(_ test: ToolCase) throws { try test.check(in: Self.files) }

  @Test(
    "A path with a mistake is shown with the place, and with what may have been meant",
    arguments: [
      (
        ["$.users[?@.id = 1]", "users.json"],
        "  $.users[?@.id = 1]\n                ^ expected a comma or ], found ="
      ),
      (
        ["$[?lenght(@) > 1]", "users.json"],
        "  $[?lenght(@) > 1]\n     ^ there is no function lenght: there are length, count, value, "
          + "match and search; did you mean length?"
      ),
      ([".users", "users.json"], "  .users\n  ^ expected $, found .\n  did you mean '$.users'?"),
      (
        ["users.x", "users.json"], "  users.x\n  ^ expected $, found u\n  did you mean '$.users.x'?"
      ),
      (
        ["users.json", "$.users"],
        "  users.json\n  ^ expected $, found u\n"
          + "  the path comes before the files: accord select '$.users' users.json"
      ),
      (["//a", "a.xml"], "  //a\n  ^ expected $, found /\n  for an XPath, say --xpath '//a'"),
      (
        ["0", "users.json"],
        "  0\n  ^ expected $, found 0\n"
          + "  in double quotes a shell replaces $ and what follows it: use single quotes"
      ),
      (
        ["$.a\u{1B} b", "users.json"],
        "  $.a\\u{1B} b\n     ^ expected a dot, an opening bracket or the path's end, found the "
          + "control character 27"
      ),
    ])
  func mistakes(_ arguments: [String], picture: String) throws {
    let outcome = try ToolRun(files: Self.files).run(["select"] + arguments)
    #expect(outcome.errors == "error: this is not a JSONPath:\n\(picture)\n")
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
  }
}
