import AccordContract
import AccordDocuments
import Foundation
import Testing

@testable import AccordTool

@Suite("Files of targets")
struct TargetFileTests {
  private static let url = "http://127.0.0.1:1"

  private func outcome(_ text: String, _ more: String...) throws -> ToolRun.Outcome {
    try ToolRun(files: ["t.json": text]).run(["probe", Self.url, "--target", "t.json"] + more)
  }

  /// What a file with mistakes comes to, each on a line of its own.
  @Test(
    "A mistake is told with file, line, column, pointer and what was expected",
    arguments: [
      (
        "{\n  \"colections\": []\n}",
        ["t.json:2:3: /colections: no member is called so; did you mean 'collections'?"]
      ),
      (
        #"{"documents": ["/a"], "x": 1}"#,
        [
          "t.json:1:23: /x: no member is called so; there are name, profile, strict, only, skip, allow, "
            + "fields, credentials, allowedOrigin, collections, documents, protected"
        ]
      ),
      (
        #"{"collections": [{"path": "/a", "itme": "/a/{id}"}]}"#,
        ["t.json:1:33: /collections/0/itme: no member is called so; did you mean 'item'?"]
      ),
      (
        #"{"documents": [{"paht": "/a"}]}"#,
        ["t.json:1:17: /documents/0/paht: no member is called so; did you mean 'path'?"]
      ),
      (
        #"{"collections": [{"path": "/a", "samples": [{"jsn": 1}]}]}"#,
        ["t.json:1:46: /collections/0/samples/0/jsn: no member is called so; did you mean 'json'?"]
      ),
      ("{}", ["t.json:1:1: expected at least one of collections, documents and protected"]),
      ("[]", ["t.json:1:1: expected an object, found an array"]),
      (
        #"{"documents": [7]}"#,
        ["t.json:1:16: /documents/0: expected a string or an object, found 7"]
      ),
      (
        #"{"documents": ["a b"]}"#,
        [
          "t.json:1:16: /documents/0: expected a path that begins with a slash, without braces, blanks "
            + "and #, found \"a b\""
        ]
      ),
      (
        #"{"collections": [{"path": "/a/{id}", "item": "/a/{x}/{y}"}, {}]}"#,
        [
          "t.json:1:27: /collections/0/path: expected a path that begins with a slash, without braces, "
            + "blanks and #, found \"/a/{id}\"",
          "t.json:1:46: /collections/0/item: expected a path with one name in braces, such as "
            + "/items/{id}, found \"/a/{x}/{y}\"",
          "t.json:1:61: /collections/1: expected a member \"path\"",
        ]
      ),
      (
        #"{"collections": [{"path": "/a", "replacement": {"text": "x"}}]}"#,
        ["t.json:1:48: /collections/0/replacement: expected either json, or text and its type"]
      ),
      (
        #"{"collections": [{"path": "/a", "rejected": [{"json": 1, "text": "x"}]}]}"#,
        ["t.json:1:46: /collections/0/rejected/0: expected either json, or text and its type"]
      ),
      (
        #"{"collections": [{"path": "/a", "samples": [{"json": 1, "type": "json"}]}]}"#,
        [
          "t.json:1:65: /collections/0/samples/0/type: expected a media type, such as "
            + "application/json, found \"json\""
        ]
      ),
      (
        #"{"collections": [{"path": "/a", "patch": ["xml"]}]}"#,
        ["t.json:1:43: /collections/0/patch/0: expected one of \"merge\", \"json\", found \"xml\""]
      ),
      (
        #"{"collections": [{"path": "/a", "replacement": {"json": 1}}]}"#,
        ["t.json:1:48: /collections/0/replacement: says nothing without samples"]
      ),
      (
        #"{"collections": [{"path": "/a", "samples": [{"json": 1}], "createsByPut": true}]}"#,
        ["t.json:1:75: /collections/0/createsByPut: says nothing without item"]
      ),
      (
        "{\"documents\": [\n {\"path\": \"/a\", \"allowedOrigin\": \"app.example\"}]}",
        [
          "t.json:2:34: /documents/0/allowedOrigin: expected an origin as browsers send it, such as "
            + "https://app.example, found \"app.example\""
        ]
      ),
      (
        #"{"documents": ["/a"], "allowedOrigin": 7}"#,
        ["t.json:1:40: /allowedOrigin: expected a string, found 7"]
      ),
      (
        #"{"collections": [{"path": "/a", "paging": {"page": "p", "offset": "o"}}]}"#,
        ["t.json:1:43: /collections/0/paging: expected either page or offset"]
      ),
      (
        #"{"collections": [{"path": "/a", "paging": {"pages": "p"}}]}"#,
        [
          "t.json:1:44: /collections/0/paging/pages: no member is called so; did you mean 'page'?"
        ]
      ),
      (
        #"{"protected": [{"path": "/a", "allowedOrigin": "https://a.example"}]}"#,
        [
          "t.json:1:31: /protected/0/allowedOrigin: no member is called so; there are path, name, "
            + "credentials"
        ]
      ),
      (
        #"{"documents": ["/a"], "fields": {"X A": "1"}}"#,
        [
          "t.json:1:34: /fields/X A: expected the name of a field, such as X-Tenant, found \"X A\""
        ]
      ),
      (
        "{\"documents\": [\"/a\"],\n \"protected\": [{\"path\": \"/a\"}]}",
        [
          "t.json:2:16: /protected/0: '/a' is a target already, in line 1; a member name tells them apart"
        ]
      ),
      (
        #"{"documents": ["/a"], "credentials": {}}"#,
        ["t.json:1:38: /credentials: expected one of bearer, basic, digest and apiKey"]
      ),
      (
        #"{"documents": ["/a"], "credentials": {"apiKey": {"keyVariable": "K"}}}"#,
        ["t.json:1:49: /credentials/apiKey: expected either header or query"]
      ),
    ])
  func mistakes(text: String, messages: [String]) throws {
    let outcome = try outcome(text)
    #expect(outcome.errors == messages.map { "error: \($0)\n" }.joined())
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 64)
  }

  @Test(
    "A secret that stands where a variable is named is shown nowhere",
    arguments: [
      #"{"documents": ["/a"], "credentials": {"bearer": "sesame-7"}}"#,
      #"{"documents": ["/a"], "credentials": {"bearer": {"tokenVariable": "sesame-7"}}}"#,
      #"{"documents": ["/a"], "credentials": {"bearer": {"token": "sesame-7"}}}"#,
      #"{"documents": ["/a"], "credentials": ["sesame-7"]}"#,
      #"{"documents": [{"path": "/a", "credentials": {"basic": {"user": "u", "passwordVariable": "sesame-7"}}}]}"#,
    ])
  func secrets(text: String) throws {
    let outcome = try outcome(text)
    #expect(outcome.status == 64)
    #expect(!outcome.errors.contains("sesame"))
    #expect(outcome.errors.contains("/credentials"))
  }

  @Test("What is not JSON is told with its place; a member that is named twice, too")
  func syntax() throws {
    let broken = try outcome("{\n  \"documents\": [\"/a\",]\n}")
    #expect(broken.status == 64)
    #expect(broken.errors.hasPrefix("error: t.json:2:22: not JSON:"))
    let twice = try outcome(#"{"documents": ["/a"], "documents": []}"#)
    #expect(
      twice.errors
        == "error: t.json:1:23: /documents: the member is named twice in one object\n")
    let missing = try ToolRun(files: [:]).run(["probe", Self.url, "--target", "none.json"])
    #expect(missing.errors == "error: none.json: cannot be read: No such file or directory\n")
    #expect(missing.status == 64)
  }

  @Test("A rule that is not there is told with its line")
  func unknownRule() throws {
    let outcome = try outcome("{\"documents\": [\"/a\"],\n  \"skip\": [\"http.405.alow\"]}")
    #expect(
      outcome.errors.hasPrefix(
        "error: there is no rule \"http.405.alow\"; did you mean 'http.405.allow'?\n"))
    #expect(outcome.errors.contains("t.json:2:12"))
    #expect(outcome.status == 64)
  }

  @Test("All that may stand in it is taken, and listed without a network")
  func everything() throws {
    let text = """
      {
        "$schema": "target.schema.json", "name": "Shop", "profile": "owasp", "strict": true,
        "only": ["http", "sec"], "skip": ["sec.nosniff"], "allow": ["mutating", "intrusive"],
        "fields": {"X-Tenant": "7"}, "credentials": {"bearer": {"tokenVariable": "TOKEN"}},
        "allowedOrigin": "http://localhost:3000",
        "collections": [
          {
            "path": "/cart", "item": "/cart/{id}", "name": "carts",
            "samples": [
              {"json": {"product": 7, "note": null}},
              {"json": [1.50], "type": "application/vnd.shop+json"},
              {"text": "a,b", "type": "text/csv; charset=utf-8"}
            ],
            "replacement": {"json": {"product": 8}}, "rejected": [{"json": "x"}],
            "patch": ["merge", "json"], "patchedMember": "note", "idempotencyKey": "Idempotency-Key",
            "createsByPut": true, "needsPrecondition": true, "paging": {"page": "p", "first": 0},
            "allowedOrigin": "https://app.example",
            "credentials": {"basic": {"user": "ada", "passwordVariable": "PASSWORD"}}
          },
          {"path": "/orders", "paging": {"offset": "skip"}}
        ],
        "documents": ["/a", {"path": "/b", "credentials": {"digest": {"user": "a", "passwordVariable": "P"}}}],
        "protected": [
          {"path": "/c"}, {"path": "/d", "credentials": {"apiKey": {"keyVariable": "K", "header": "X-Key"}}},
          {"path": "/e", "name": "keyed", "credentials": {"apiKey": {"keyVariable": "K", "query": "k"}}}
        ]
      }
      """
    let listed = try outcome(text, "--list")
    #expect(
      listed.output == """
        Shop: 8 targets

        Shop
          collection carts (/cart; read from https://app.example; items /cart/{id}; 3 samples, replaced, patched, made by PUT, 1 to be refused)
          collection /orders (read from http://localhost:3000; only read)
          document /a (read from http://localhost:3000)
          document /b (read from http://localhost:3000)
          protected /c
          protected /d
          protected keyed (/e)
          server, by /a

        """)
    #expect(listed.errors.isEmpty && listed.status == 0)
    let file = try TargetFile(Array(text.utf8), of: InputFile(name: "t.json"))
    let collections = file.conformance.targets.compactMap(\.collection)
    #expect(collections.map(\.paging) == [.number("p", first: 0), .offset("skip")])
    #expect(
      file.conformance.targets.prefix(3).map(\.allowedOrigin)
        == ["https://app.example", "http://localhost:3000", "http://localhost:3000"])
    #expect(file.variables == ["TOKEN", "PASSWORD", "P", "K"])
    // Nothing is sent without what it is to be sent with.
    let run = try outcome(text)
    #expect(
      run.errors
        == "error: the environment has no variable TOKEN, which is to hold a secret\n")
    #expect(run.status == 64)
  }

  @Test("It may come from standard input")
  func standardInput() throws {
    let outcome = try ToolRun(files: [:]).run(
      ["probe", Self.url, "--target", "-", "--list"], input: #"{"documents": ["/a"]}"#)
    #expect(outcome.output == "API: 2 targets\n\nAPI\n  document /a\n  server, by /a\n")
  }

  @Test("The schema is one of draft 2020-12, and every words of demands stand for a keyword of it")
  func schema() throws {
    let document = try TargetSchema.document()
    let metaschema = #"{"$ref": "https://json-schema.org/draft/2020-12/schema"}"#
    let judge = try JSONSchema(compiling: try JSONDocument(parsing: metaschema))
    #expect(judge.validate(document.root).isEmpty)
    for demand in TargetSchema.demands {
      let pointer = try JSONPointer(String(demand.keyword.dropFirst()))
      #expect(pointer.evaluate(in: document.root) != nil, "\(demand.keyword)")
    }
  }
}
