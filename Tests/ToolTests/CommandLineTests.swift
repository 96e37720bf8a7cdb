import Testing

@Suite("The command line of accord")
struct CommandLineTests {
  @Test(
    "What cannot be done is told with what to do",
    arguments: [
      (["slect"], "'slect' is no command; did you mean 'select'?"),
      (
        ["frobnicate"],
        "'frobnicate' is no command; commands are init, select, validate, compare, merge, probe, rules"
      ),
      (
        ["$.a", "a.json"],
        "'$.a' is no command; to select by a path: accord select '$.a' FILE"
      ),
      (["select"], "no path: accord select '$.name' FILE"),
      (["select", "a.json"], "no path: accord select '$.name' FILE"),
      (["select", "$.a", ""], "'': cannot be read: No such file or directory"),
      (["select", "$.a"], "no file to select from: name one, or - for standard input"),
      (["select", "--xpath", "//a"], "no file to select from: name one, or - for standard input"),
      (
        ["select", "$.a", "-", "a.json", "-"],
        "standard input can be read once, and - stands 2 times on the command line"
      ),
      (
        ["select", "$.a", "--namespace", "a=b", "a.json"],
        "--namespace is of use beside --xpath only"
      ),
      (
        ["validate", "a.json"],
        "no schema to validate with: give --schema for JSON, --xsd or --relaxng for XML"
      ),
      (
        ["validate", "--schema", "s.json"],
        "no file to validate: name one, or - for standard input"
      ),
      (
        ["validate", "--schema", "s.json", "--xsd", "s.xsd", "a"],
        "--schema and --xsd exclude each other: validate with one schema at a time"
      ),
      (
        ["validate", "--schema", "-", "-"],
        "standard input can be read once, and - stands 2 times on the command line"
      ),
      (
        ["validate", "--xsd", "s.xsd", "--formats", "a"], "--formats is of use beside --schema only"
      ),
      (
        ["validate", "--schema", "s.json", "--draft", "5", "a.json"],
        "--draft takes 4, 6, 7, 2019-09 or 2020-12, not '5'"
      ),
    ])
  func mistakes(_ arguments: [String], complaint: String) throws {
    let files = ["s.json": "{}", "s.xsd": "", "a.json": "{}"]
    let outcome = try ToolRun(files: files).run(arguments)
    #expect(outcome.errors == "error: \(complaint)\n")
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
  }

  @Test("A misspelt option is told with the one that is meant")
  func option() throws {
    let outcome = try ToolRun(files: [:]).run(["select", "--pathz", "$.a", "a.json"])
    #expect(outcome.errors.hasPrefix("error: Unknown option '--pathz'. Did you mean '--paths'?\n"))
    #expect(outcome.status == 64)
  }

  @Test(
    "Help is a result, with an example of each use and the exit codes",
    arguments: [
      (["--help"], ["accord select '$.", "accord validate --schema", "--version"]),
      (["init", "--help"], ["accord init --ci gitlab", "--accord <url|path>", "--version <"]),
      (["help", "init"], ["accord init --ci gitlab", "--accord <url|path>", "--version <"]),
      (["select", "--help"], ["accord select '$.", "--xpath '//", "--paths", "--raw"]),
      (
        ["help", "merge"],
        ["accord merge reports/shard-*", "--reports", "--report", "--fail-on-flaky", "  3    "]
      ),
      (
        ["help", "validate"], ["--schema user.json", "--xsd product.xsd", "--draft", "--resource"]
      ),
    ])
  func help(_ arguments: [String], parts: [String]) throws {
    let outcome = try ToolRun(files: [:]).run(arguments)
    for part in parts + ["Exit codes:", "  64   "] {
      #expect(outcome.output.contains(part), "\(part)")
    }
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  @Test("Without a command the help goes to standard error")
  func nothing() throws {
    let outcome = try ToolRun(files: [:]).run([])
    #expect(outcome.errors.contains("accord select '$."))
    #expect(outcome.output == "")
    #expect(outcome.status == 64)
  }

  @Test("The version is a result")
  func version() throws {
    let outcome = try ToolRun(files: [:]).run(["--version"])
    #expect(outcome.output.wholeMatch(of: #/\d+\.\d+\.\d+[-\w.]*\n/#) != nil)
    #expect(outcome.status == 0)
  }

  #if os(Linux)
    @Test("Results that cannot be written are told")
    func full() throws {
      let run = try ToolRun(files: ["a.json": "[1]"])
      let outcome = try run.run(["select", "$", "a.json"], output: "/dev/full")
      #expect(
        outcome.errors == "error: cannot write to standard output: No space left on device\n")
      #expect(outcome.status == 2)
    }
  #endif

  @Test("A million levels of arrays, and a million values, are no burden")
  func large() throws {
    let deep = String(repeating: "[", count: 1_000_000) + String(repeating: "]", count: 1_000_000)
    let wide = "[" + String(repeating: "0,", count: 100_000) + "1]"
    let files = [
      "deep.json": deep, "wide.json": wide, "list.json": ##"{"items": {"$ref": "#"}}"##,
      "array.json": #"{"type": "array"}"#,
    ]
    let run = try ToolRun(files: files)
    // Compared outside of the macro, which would print both.
    let isWhole = try run.run(["select", "$", "deep.json"]).output == deep + "\n"
    #expect(isWhole)
    #expect(try run.run(["validate", "--schema", "array.json", "deep.json"]).status == 0)
    let limited = try run.run(["validate", "--schema", "list.json", "deep.json"])
    let hasNoVerdict = limited.errors.contains("expected a verdict, but the schema leads more than")
    #expect(hasNoVerdict)
    #expect(limited.status == 64)
    let lines = try run.run(["select", "--paths", "$[*]", "wide.json"]).output
      .split(separator: "\n")
    #expect(lines.count == 100_001)
    #expect(lines.last == "$[100000]\t1")
  }
}
