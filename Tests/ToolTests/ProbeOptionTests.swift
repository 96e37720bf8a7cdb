import Testing

@Suite("Options of accord probe")
struct ProbeOptionTests {
  private func run(_ arguments: [String]) throws -> ToolRun.Outcome {
    try ToolRun(files: [:]).run(["probe", "http://127.0.0.1:1/v1"] + arguments)
  }

  @Test(
    "What cannot be is told with what to write",
    arguments: [
      (
        ["--item", "/a/{id}"], "--item is of use beside --collection only"
      ),
      (["--sample", "1"], "--sample is of use beside --collection only"),
      (
        ["--collection", "/a", "--collection", "/b"],
        "one --collection only, since what else is said is said of it; a file of targets (--target) has more"
      ),
      (["--put-creates"], "--put-creates is of use beside --collection only"),
      (
        ["--collection", "/a", "--replacement", "1"],
        "--replacement is of use beside --sample only"
      ),
      (
        ["--collection", "/a", "--sample", "1", "--put-creates"],
        "--put-creates is of use beside --item only"
      ),
      (
        ["--collection", "/a", "--patch", "merge"], "--patch is of use beside --sample only"
      ),
      (
        ["--document", "/a", "--bearer-variable", "T"],
        "--bearer-variable is of use beside --protected only"
      ),
      (
        ["--document", "/a", "--origin", "https://app.example/"],
        "--origin takes scheme and host as browsers send them, such as https://app.example, not "
          + "'https://app.example/'"
      ),
      (
        ["--protected", "/a", "--origin", "https://app.example"],
        "--origin is of use beside --collection or --document only"
      ),
      (
        ["--origin", "https://app.example"],
        "--origin is of use beside --collection or --document only"
      ),
      (
        ["--document", "/a", "--page-parameter", "p"],
        "--page-parameter is of use beside --collection only"
      ),
      (
        ["--collection", "/a", "--page-parameter", "p", "--offset-parameter", "o"],
        "--page-parameter and --offset-parameter exclude each other"
      ),
      (
        ["--collection", "/a", "--sample", "1", "--patched-member", "m"],
        "--patched-member is of use beside --patch only"
      ),
      (
        ["--collection", "a"],
        "--collection takes a path that begins with a slash, such as /items, not 'a'"
      ),
      (
        ["--collection", "/a", "--item", "a/{id}"],
        "--item takes a path that begins with a slash, such as /items/{id}, not 'a/{id}'"
      ),
      (
        ["--collection", "/a", "--item", "/a"],
        "--item: '/a' has no name in braces, which stands for what tells items apart; write as in "
          + "'/items/{id}'"
      ),
      (
        ["--collection", "/a", "--sample", "{\"a\": }"],
        "--sample takes JSON, unless --sample-type says another media type:\n"
          + "  {\"a\": }\n        ^ expected a value, found }"
      ),
      (
        ["--collection", "/a", "--sample", ""],
        "--sample takes JSON, unless --sample-type says another media type: the text is empty"
      ),
      (
        ["--collection", "/a", "--sample", "x", "--sample-type", "text"],
        "--sample-type takes a media type, such as application/json, not 'text'"
      ),
      (
        ["--target", "t.json", "--document", "/a"],
        "--target and --document exclude each other: say what is probed in a file or by options"
      ),
      (
        ["--document", "/a", "--protected", "/a"],
        "'/a' is named as two targets; a file of targets can tell them apart"
      ),
      (
        ["--document", "/a b"],
        "the path \"/a b\" holds \" \", which must be percent-encoded; .query encodes its values by "
          + "itself"
      ),
      (
        ["--protected", "/a", "--bearer-variable", "NONE"],
        "the environment has no variable NONE, which is to hold a secret"
      ),
      (
        ["--rule", "no.such"], "--rule: there is no rule 'no.such'; accord rules lists all of them"
      ),
    ])
  func refused(arguments: [String], message: String) throws {
    let outcome = try run(arguments)
    #expect(outcome.errors == "error: \(message)\n")
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 64)
  }

  @Test(
    "What the parser refuses is 64 too",
    arguments: [
      ["--allow", "all"], ["--patch", "xml"], ["--rate", "0"], ["--profile", "soap"],
      ["--shard", "1/2"], ["--timeout", "0"],
    ])
  func unparsable(arguments: [String]) throws {
    let outcome = try run(arguments)
    #expect(outcome.status == 64)
    #expect(outcome.errors.hasPrefix("error: "))
  }

  @Test(
    "What would be probed is listed",
    arguments: [
      ([], ["document /v1", "server, by /v1"]),
      (
        ["--document", "/a", "--document", "/b", "--document", "/a"],
        ["document /a", "document /b", "server, by /a"]
      ),
      (
        [
          "--collection", "/i", "--item", "/i/{id}", "--sample", "1", "--sample", "2",
          "--invalid", "3", "--replacement", "4", "--patch", "merge", "--put-creates",
          "--needs-precondition", "--idempotency-key", "K", "--protected", "/p",
          "--bearer-variable", "T",
        ],
        [
          "collection /i (items /i/{id}; 2 samples, replaced, patched, made by PUT, 1 to be refused)",
          "protected /p", "server, by /i",
        ]
      ),
      (
        [
          "--collection", "/i", "--document", "/d", "--origin", "http://localhost:3000",
          "--page-parameter", "p", "--protected", "/p",
        ],
        [
          "collection /i (read from http://localhost:3000; only read)",
          "document /d (read from http://localhost:3000)", "protected /p", "server, by /d",
        ]
      ),
      (
        ["--collection", "/i", "--sample", "a,b", "--sample-type", "text/csv"],
        ["collection /i (1 sample)", "server, by /i"]
      ),
    ])
  func listed(arguments: [String], lines: [String]) throws {
    let outcome = try run(arguments + ["--list"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.output.split(separator: "\n").dropFirst(2).map { $0.dropFirst(2) }
        == lines.map { $0[...] })
  }

  @Test("A URL by itself is a document with its query; one without a scheme is refused")
  func url() throws {
    let tool = try ToolRun(files: [:])
    let outcome = try tool.run(["probe", "http://127.0.0.1:1/a?b=c#d", "--list"])
    #expect(outcome.output.contains("  document /a?b=c\n"))
    let root = try tool.run(["probe", "http://127.0.0.1:1", "--list"])
    #expect(root.output.contains("document /\n"))
    let refused = try tool.run(["probe", "127.0.0.1:1/a"])
    #expect(refused.status == 64)
    #expect(refused.errors.contains("is no URL"))
    let none = try tool.run(["probe"])
    #expect(none.errors == "error: no API to probe: accord probe http://127.0.0.1:8080/products\n")
  }

  @Test("Credentials in a URL are refused and not shown")
  func credentials() throws {
    let outcome = try ToolRun(files: [:]).run(["probe", "http://ada:sesame@127.0.0.1:1/a"])
    #expect(outcome.status == 64)
    #expect(!outcome.errors.contains("sesame"))
  }
}
