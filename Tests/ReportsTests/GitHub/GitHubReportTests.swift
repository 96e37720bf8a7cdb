import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import AccordRuns
import Testing

@testable import AccordReports

@Suite("Annotations for GitHub Actions")
struct GitHubReportTests {
  private func lines(_ events: [Event]) throws -> [Substring] {
    try rendered(.github, events).split(separator: "\n")
  }

  @Test("A failure stands at the contract's line, with all that is said of it")
  func failure() throws {
    #expect(
      try rendered(.github, Samples.run([Samples.cartFailure()]))
        == "::error file=specs/Cart.swift,line=21,col=5,"
        + "title=Failed%3A A cart item is added%2C changed and removed › 2. PUT /cart/{cart}::"
        + "$.quantity: expected 3, found 2%0A"
        + "PUT http://127.0.0.1:8080/cart/42 answered 200 OK%0A"
        + "reproduce: curl -X PUT -H 'Content-Type: application/json' "
        + "-d '{\"quantity\":3}' http://127.0.0.1:8080/cart/42\n")
  }

  @Test("Failures and errors are errors, flaky steps warnings, fixed ones notices")
  func levels() throws {
    let lines = try lines(Samples.run(JUnitReportTests.records))
    #expect(lines.map { $0.prefix { $0 != " " } } == ["::error", "::warning", "::notice"])
    // One line of the contract is one annotation.
    #expect(lines.first?.contains("%0Aand 1 more step at this line: see the log") == true)
  }

  private func failed(_ index: Int, line: Int) -> StepRecord {
    var location = Samples.place
    location.line = line
    return Samples.record(
      index, .failed, title: "GET /\(index)",
      findings: [
        Finding(Samples.json("$.a", 3, found: "2", .number), at: location)
      ])
  }

  @Test("Ten of a kind at most, the first of the contract, and the last says how many more")
  func limit() throws {
    let ten = (0..<10).reversed().map { failed($0, line: $0 + 1) }
    #expect(try lines(Samples.run(ten)).count == 10)
    let error = Samples.record(0, .errored(.colonInUserName), exchanges: [])
    let many = (1..<30).reversed().map { failed($0, line: $0 % 15 + 1) } + [error]
    let lines = try lines(Samples.run(many))
    #expect(lines.count == 10)
    #expect(lines.first?.contains("title=Failed%3A /users › GET /1::") == true)
    #expect(lines.last?.hasPrefix("::error title=12 more steps without success::") == true)
    // Nine annotations: those of the lines 2 to 10, two steps at each.
    #expect(
      lines.last?.hasSuffix(
        "::GitHub shows 10 annotations of a kind. The log of this job's step names every one, and so "
          + "does the job's summary.") == true)
  }

  @Test("The title says what became of a step, the message why and what the server said of it")
  func words() throws {
    var refused = Samples.record(
      1, .failed, title: "GET /refused",
      findings: [
        Finding(
          Mismatch(
            .status, expected: .status(200), found: .status(500, reason: "Internal Server Error")),
          at: Samples.place)
      ],
      exchanges: [
        Samples.exchange(
          status: 500, reason: "Internal Server Error",
          responseFields: [("Content-Type", "text/plain")], body: "the shelf fell over")
      ])
    refused.findings[0].location.line = 7
    let lines = try lines(Samples.run([refused] + GitHubReportTests.told))
    let expected = [
      """
      ::error file=specs/Cart.swift,line=7,col=5,title=Failed%3A /users › GET /refused::\
      expected status 200, found 500 Internal Server Error%0A\
      GET http://127.0.0.1:8080/users answered 500 Internal Server Error%0A\
      answer: text/plain, 19 octets: the shelf fell over%0A\
      reproduce: curl http://127.0.0.1:8080/users
      """,
      """
      ::error file=specs/Cart.swift,line=11,col=5,title=No verdict%3A /users › GET /colon::\
      the user name of .auth holds a colon, which ends it (RFC 7617 section 2); nothing was sent%0A\
      GET /users was not sent
      """,
      """
      ::warning file=specs/Cart.swift,line=12,col=5,title=Flaky%3A /users › GET /flaky::\
      passed on try 2, after no answer
      """,
      """
      ::notice file=specs/Cart.swift,line=13,col=5,title=Fixed%3A /users › GET /fixed::\
      it passes; .knownIssue can go%0Achanged: status changed from 500 to 200
      """,
      """
      ::notice file=specs/Cart.swift,line=14,col=5,title=Changed%3A /users › GET /known::\
      status changed from 500 to 200
      """,
    ]
    for (line, words) in zip(lines, expected) { #expect(line == words) }
    #expect(lines.count == expected.count)
  }

  /// A step of each kind but a failure, each at a line of its own.
  private static var told: [StepRecord] {
    let change = Remark.changed(StepChange(.status, before: "500", after: "200"))
    var records = [
      Samples.record(2, .errored(.colonInUserName), title: "GET /colon", exchanges: []),
      Samples.record(3, .passed(isFixed: false), title: "GET /flaky"),
      Samples.record(4, .passed(isFixed: true), title: "GET /fixed"),
      Samples.record(5, .known("ABC-1"), title: "GET /known"),
      Samples.record(6, .known("ABC-2"), title: "GET /as-ever"),
    ]
    for place in records.indices { records[place].location.line = 11 + place }
    records[1].isFlaky = true
    records[1].tries = 2
    records[2].remarks = [change]
    records[3].remarks = [change]
    return records
  }

  @Test("A run that a signal stopped says how much of it is missing")
  func signal() throws {
    let records = [
      Samples.record(0, .passed(isFixed: false)),
      Samples.record(1, .skipped(.interrupted), exchanges: []),
    ]
    #expect(
      try rendered(.github, Samples.run(records, signal: 15))
        == "::error title=Stopped by SIGTERM::"
        + "the run did not come to its end: 1 of its 2 steps were not run\n")
  }

  @Test("A server that cannot be reached is one annotation")
  func unreachable() throws {
    let records = (0..<20).map {
      Samples.record($0, .errored(.unreachable(Samples.refused)), exchanges: [])
    }
    let lines = try lines(Samples.run(records, unreachable: Samples.refused))
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("::error title=http%3A//127.0.0.1%3A8080 cannot") == true)
    #expect(lines.first?.hasSuffix("%0A20 steps could not run") == true)
  }

  @Test(
    "Text is escaped as the toolkit does it",
    arguments: [
      ("a%b", "a%25b", "a%25b"), ("a:b,c", "a:b,c", "a%3Ab%2Cc"),
      ("a\r\nb", "a%0D%0Ab", "a%0D%0Ab"),
      ("%3A%0A", "%253A%250A", "%253A%250A"), ("::error::x", "::error::x", "%3A%3Aerror%3A%3Ax"),
    ])
  func escaping(text: String, data: String, property: String) {
    #expect(GitHubCommand.data(text) == data)
    #expect(GitHubCommand.property(text) == property)
  }

  @Test("A message is cut where the runner would cut it")
  func longMessage() {
    let command = GitHubCommand(
      level: .error, title: String(repeating: "t", count: 1_000),
      lines: [String(repeating: "%", count: 10_000)])
    let text = command.text(Redactor())
    #expect(text.split(separator: "%25", omittingEmptySubsequences: false).count == 4_096)
    #expect(text.split(separator: "t").count < 10 && text.utf8.count < 3 * 4_096 + 300)
  }

  @Test(
    "Whatever a server sends, each line is one command of ours", arguments: HostileTextTests.texts)
  func hostile(text: String) throws {
    var records = HostileTextTests.records(text)
    records += [
      Samples.record(8, .failed, path: [text], title: text),
      Samples.record(9, .passed(isFixed: true), path: [text], title: text),
    ]
    for line in try lines(Samples.run(records, contract: text)) {
      let command = try #require(RunnerCommand(String(line)))
      #expect(["error", "warning", "notice"].contains(command.name))
      #expect(command.properties["file"] == "specs/Cart.swift")
      #expect(Set(command.properties.keys) == ["file", "line", "col", "title"])
    }
  }

  @Test(
    "The toolkit would have written the same, letter by letter",
    .enabled(if: ForeignReader.isThere, ForeignReader.absence))
  func readBack() throws {
    let runs =
      [Samples.run(JUnitReportTests.records), Samples.run([Samples.cartFailure()])]
      + MarkdownReportTests.hostile.map { text in
        Samples.run(
          HostileTextTests.records(text) + [Samples.record(8, .failed, path: [text], title: text)],
          contract: text, unreachable: Samples.refused)
      }
    let read = try ForeignReader.github.read(.github, runs)
    for commands in read {
      #expect(!commands.elements.isEmpty)
      #expect(commands.elements.allSatisfy { $0.at("same")?.boolean == true })
    }
    #expect(
      read[1].element(0)?.at("title")?.string
        == "Failed: A cart item is added, changed and removed › 2. PUT /cart/{cart}")
  }

  @Test("Paths are those within the repository, or the workspace where that holds it")
  func paths() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "ws/.git/HEAD")
    try folder.write("", to: "ws/api/Package.swift")
    try folder.write("Get()", to: "ws/api/specs/A.swift")
    let path = folder.file("ws/api/specs/A.swift")
    let location = AccordContract.SourceLocation(
      fileID: "specs/A.swift", filePath: path, line: 1, column: 1)
    let files = SourceFiles(SourceOptions())
    #expect(files.path(of: location) == "specs/A.swift")
    for workspace in [nil, folder.file("ws"), folder.path, "/nowhere"] {
      #expect(files.repositoryPath(of: location, workspace: workspace) == "api/specs/A.swift")
    }
    #expect(files.repositoryPath(of: Samples.place, workspace: folder.path) == "specs/Cart.swift")
  }
}

/// A command as the runner of GitHub Actions reads it (actions/runner, ActionCommand.TryParseV2).
struct RunnerCommand {
  let name: String
  var properties: [String: String] = [:]
  let message: String

  init?(_ line: String) {
    let line = line.drop { $0.isWhitespace }
    guard line.hasPrefix("::"), let end = line.dropFirst(2).firstRange(of: "::") else { return nil }
    let head = line[line.index(line.startIndex, offsetBy: 2)..<end.lowerBound]
    let parts = head.split(separator: " ", maxSplits: 1)
    guard let first = parts.first else { return nil }
    name = String(first)
    message = String(line[end.upperBound...])
    guard parts.count > 1 else { return }
    for pair in parts[1].split(separator: ",") {
      let halves = pair.split(separator: "=", maxSplits: 1)
      guard halves.count == 2 else { return nil }
      properties[String(halves[0])] = String(halves[1])
    }
  }
}
