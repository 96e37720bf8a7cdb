import AccordTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a run does where what it writes to cannot take it.
@Suite("Streams and disks that do not take what is written")
struct StreamTests {
  /// A pipe that somebody holds open and nobody reads, full to the last octet.
  private static let blocked =
    "mkfifo ../pipe && exec 3<>../pipe && dd if=/dev/zero bs=512 count=1000 "
    + "oflag=nonblock >&3 2>/dev/null;"
  /// A pipe that nobody holds open any more.
  private static let closed = "mkfifo ../pipe && exec 3<>../pipe 4>../pipe 3>&-;"

  /// Starts the interruptible contract from a shell.
  ///
  /// - Parameters:
  ///   - before: What the shell does first.
  ///   - redirection: Where the program's streams go.
  private func start(
    _ arguments: [String], before: String = "", redirection: String = "", in folder: Folder
  ) throws -> Program {
    try Program(
      "/bin/sh",
      ["-c", "\(before) exec \"$0\" \"$@\" \(redirection)", try Program.path("cases")]
        + arguments, environment: ["ACCORD_CASE": "interruptible"], in: folder)
  }

  private static let reports = ["--report", "junit=junit.xml", "--report", "jsonl=run.jsonl"]

  /// Each step is answered as the contract has it.
  private func server() throws -> ScriptedServer {
    try ScriptedServer { request in
      switch request.method {
      case "POST": [.respond(201, ["Content-Type: application/json"], #"{"id": 17}"#)]
      case "DELETE": [.respond(204)]
      default: [.respond(200)]
      }
    }
  }

  private func expectWholeReports(
    in folder: Folder, sourceLocation: SourceLocation = #_sourceLocation
  )
    throws
  {
    #expect(folder.names == ["junit.xml", "run.jsonl"], sourceLocation: sourceLocation)
    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [], sourceLocation: sourceLocation)
    #expect(report.elements("testcase").count == 5, sourceLocation: sourceLocation)
    let lines = try #require(folder.read("run.jsonl")).split(separator: "\n")
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(lines.last?.contains(#""event":"end""#) == true, sourceLocation: sourceLocation)
  }

  @Test(
    "Standard output that takes nothing is an error, and the other reports are written",
    arguments: [
      ("", ">&-", "Bad file descriptor"), ("", ">/dev/full", "No space left on device"),
      (closed, ">&4 4>&-", "Broken pipe"), ("", "<&- >&-", "Bad file descriptor"),
    ] as [(String, String, String)])
  func output(before: String, redirection: String, reason: String) throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let result = try start(
      ["--url", server.url("")] + Self.reports, before: before, redirection: redirection,
      in: folder
    ).result()
    #expect(result.exitCode == 2)
    #expect(
      result.errors
        == "error: the text report could not be written to standard output: \(reason)\n")
    try expectWholeReports(in: folder)
  }

  @Test("A program without any of the three streams writes its reports")
  func withoutStreams() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let result = try start(
      ["--url", server.url("")] + Self.reports, redirection: "<&- >&- 2>&-", in: folder
    ).result()
    #expect(result.exitCode == 2)
    try expectWholeReports(in: folder)
  }

  @Test(
    "A listing that cannot be printed is an error",
    arguments: [[">&-", "Bad file descriptor"], [">/dev/full", "No space left on device"]],
    ["list", "coverage", "--help"])
  func listing(redirection: [String], command: String) throws {
    let result = try start([command], redirection: redirection[0], in: try Folder()).result()
    #expect(result.exitCode == 2)
    #expect(result.errors == "error: standard output could not be written: \(redirection[1])\n")
  }

  @Test("A standard error that nobody reads holds nothing up")
  func blockedErrors() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let result = try start(
      ["--url", server.url(""), "--report", "text=junit.xml/summary.txt"] + Self.reports,
      before: Self.blocked, redirection: "2>&3", in: folder
    ).result()
    // The text is named on standard error only: below a file there is no folder.
    #expect([0, 2].contains(result.exitCode))
    #expect(result.output.contains("5 passed"))
  }

  @Test("While nobody reads standard output, the other reports are there; a signal ends the wait")
  func blockedOutput() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(
      ["--url", server.url("")] + Self.reports, before: Self.blocked, redirection: ">&3",
      in: folder)
    wait(for: "the reports") { folder.names == ["junit.xml", "run.jsonl"] }
    try expectWholeReports(in: folder)
    #expect(isRunning(program.id))
    program.signal(SIGTERM)
    let result = program.result()
    #expect(result.exitCode == 143)
    #expect(
      result.errors == """
        error: the text report could not be written to standard output: nobody read it
        error: stopped by SIGTERM when every step had its outcome

        """)
  }

  @Test("A named pipe that nobody opens holds up neither the run nor what is printed")
  func pipe() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(
      ["--url", server.url(""), "--report", "junit-strict=../pipe"] + Self.reports,
      before: "mkfifo ../pipe;", in: folder)
    wait(for: "what is printed") { program.outputSoFar.contains("5 passed") }
    try expectWholeReports(in: folder)
    program.signal(SIGINT)
    let result = program.result()
    #expect(result.exitCode == 130)
    #expect(result.errors.contains("to \"../pipe\": nobody read it"))
  }

  @Test(
    "A file at the limit of its size, and a path that is a folder, are errors of one report",
    .enabled(
      if: Sanitizer.current != .thread, "at its start it maps a file of its own beyond the limit"))
  func files() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.file("folder"), withIntermediateDirectories: false)
    let result = try start(
      [
        "--url", server.url(""), "--repeat", "20", "--report", "jsonl=run.jsonl",
        "--report", "junit=folder", "--report", "text=summary.txt",
      ], before: "ulimit -f 16;", in: folder
    ).result()
    #expect(result.exitCode == 2)
    #expect(result.errors.contains(#"the jsonl report could not be written to "run.jsonl": File"#))
    #expect(result.errors.contains(#"report could not be written to "folder": Is a directory"#))
    #expect(folder.names == ["folder", "summary.txt"])
    #expect(folder.read("summary.txt")?.contains("100 passed") == true)
  }

  @Test("A clean-up that is not answered is abandoned after ten seconds")
  func hangingCleanup() throws {
    let server = try ScriptedServer { request in
      request.method == "POST"
        ? [.respond(201, ["Content-Type: application/json"], #"{"id": 17}"#)] : [.hang]
    }
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(["--url", server.url("")] + Self.reports, in: folder)
    wait(for: "the request that is not answered") { server.requests.count == 3 }
    program.signal(SIGHUP)
    let result = program.result()
    #expect(result.exitCode == 129)
    #expect(result.output.contains("clean-ups too"))
    #expect(server.requests.contains { $0.method == "DELETE" })
    try expectWholeReports(in: folder)
  }
}
