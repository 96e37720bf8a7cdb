import AccordTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a run leaves behind that is stopped in the middle.
@Suite("Signals")
struct SignalTests {
  /// A server that creates orders and never answers about their details.
  private func server(deletes: Bool = true) throws -> ScriptedServer {
    try ScriptedServer { request in
      switch (request.method, request.target) {
      case ("POST", _):
        return [.respond(201, ["Content-Type: application/json"], #"{"id": 17}"#)]
      case ("GET", "/orders/17/details"): return [.hang]
      case ("DELETE", _): return deletes ? [.respond(204)] : [.hang]
      default: return [.respond(200)]
      }
    }
  }

  /// The server that answers is the test's own, there before the one of `--start`: where an option
  /// says how it is reached, what listens at the URL's port is not asked.
  private static let besideAServer = ["--resolve", "a.test:80:127.0.0.1"]

  private func start(
    _ server: ScriptedServer, _ arguments: [String] = [], in folder: Folder
  ) throws -> Program {
    try Program(
      Program.path("cases"),
      ["--url", server.url(""), "--report", "junit=junit.xml"] + arguments,
      environment: ["ACCORD_CASE": "interruptible"], in: folder)
  }

  @Test(
    "A signal ends what is in flight, runs clean-ups, and leaves whole reports",
    arguments: [
      (SIGINT, 130, "SIGINT"), (SIGTERM, 143, "SIGTERM"), (SIGHUP, 129, "SIGHUP"),
    ] as [(Int32, Int32, String)])
  func signal(number: Int32, code: Int32, name: String) throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(server, in: folder)
    wait(for: "the request that is not answered, and the one beside it") {
      server.requests.contains { $0.target == "/orders/17/details" }
        && server.requests.contains { $0.target == "/health" }
    }
    // What is answered must have arrived, too.
    Thread.sleep(forTimeInterval: 0.25)
    program.signal(number)
    let result = program.result()
    #expect(result.exitCode == code)
    #expect(result.output.contains("stopped by \(name)"))
    #expect(result.output.contains("clean-ups were run"))
    #expect(result.output.contains("GET /orders/{order}/details was not answered"))
    #expect(server.requests.count { $0.method == "DELETE" } == 1)

    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [])
    #expect(report.elements("testcase").count == 5)
    #expect(report.elements("error").count == 1)
    #expect(report.elements("skipped").count == 1)
    #expect(folder.names == ["junit.xml"], "nothing half written is left behind")
  }

  @Test(
    "A run that a signal ended writes no list of known failures: none loses an entry, none is made",
    arguments: [true, false])
  func baseline(isThere: Bool) throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    // Of a step that passes, of one that is not answered, of one that never runs, and of none.
    let known = """
      {"id":"An order › GET /orders/{order}","kind":"status","reason":"ABC-1"}
      {"id":"An order › GET /orders/{order}/details","kind":"status"}
      {"id":"An order › POST /orders","kind":"status"}
      {"id":"GET /gone","kind":"status"}

      """
    if isThere { try folder.write(known, to: "known.jsonl") }
    let program = try start(
      server, ["--baseline", "known.jsonl", "--update-baseline"], in: folder)
    wait(for: "the request that is not answered, and the one beside it") {
      server.requests.contains { $0.target == "/orders/17/details" }
        && server.requests.contains { $0.target == "/health" }
    }
    program.signal(SIGINT)
    let result = program.result()
    #expect(result.exitCode == 130)
    #expect(result.errors.contains("known.jsonl"), "that it was not written is said")
    #expect(result.errors.contains("stopped by SIGINT"))
    #expect(folder.read("known.jsonl") == (isThere ? known : nil))
    #expect(folder.names == ["junit.xml"] + (isThere ? ["known.jsonl"] : []))
  }

  @Test("What a signal left out is run again, and no recording makes a pass of it")
  func rest() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(
      server, ["--jobs", "1", "--report", "jsonl=run.jsonl", "--report", "har=run.har"], in: folder)
    wait(for: "the request that is not answered") {
      server.requests.contains { $0.target == "/orders/17/details" }
    }
    program.signal(SIGINT)
    #expect(program.result().exitCode == 130)
    #expect(!server.requests.contains { $0.target == "/health" })
    let environment = ["ACCORD_CASE": "interruptible"]
    let judged = try Program(
      Program.path("cases"), ["judge", "run.har"], environment: environment, in: folder
    ).result()
    #expect(judged.exitCode == 2)
    #expect(judged.output.contains("recorded was stopped by SIGINT before "))
    #expect(judged.output.contains("stopped by SIGINT; "), "as the live run's report says")
    #expect(judged.errors.contains("no verdict, since the recorded run was stopped before "))
    let rest = try Program(
      Program.path("cases"),
      ["--url", server.url(""), "--rerun-failed", "run.jsonl", "--timeout", "2"],
      environment: environment, in: folder
    ).result()
    #expect(rest.exitCode == 2, "one step has no answer yet")
    #expect(rest.output.contains("run.jsonl was stopped by SIGINT before "))
    #expect(server.requests.contains { $0.target == "/health" })
  }

  @Test("A second signal ends clean-ups too, and reports are whole nevertheless")
  func secondSignal() throws {
    let server = try server(deletes: false)
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(server, ["--jobs", "1"], in: folder)
    wait(for: "the request that is not answered") {
      server.requests.contains { $0.target == "/orders/17/details" }
    }
    program.signal(SIGINT)
    wait(for: "the clean-up") { server.requests.contains { $0.method == "DELETE" } }
    program.signal(SIGINT)
    let result = program.result()
    #expect(result.exitCode == 130)
    #expect(result.output.contains("clean-ups too"))
    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [])
    #expect(report.elements("testcase").count == 5)
    // The request that was not answered, and its clean-up; the step after them was never sent.
    #expect(report.elements("error").count == 2)
  }

  @Test("What --start started is gone after a signal, its children too")
  func startedServer() throws {
    let server = try server()
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(
      server,
      ["--start", "echo $$ > parent; sleep 300 & echo $! > child; wait"] + Self.besideAServer,
      in: folder)
    wait(for: "the started processes") {
      folder.process("parent") != nil && folder.process("child") != nil
    }
    wait(for: "the request that is not answered") {
      server.requests.contains { $0.target == "/orders/17/details" }
    }
    let parent = try #require(folder.process("parent"))
    let child = try #require(folder.process("child"))
    #expect(isRunning(parent))
    #expect(isRunning(child))
    program.signal(SIGTERM)
    #expect(program.result().exitCode == 143)
    wait(for: "the end of what was started") { !isRunning(parent) && !isRunning(child) }
  }

  @Test("A started server that does not heed SIGTERM is ended all the same")
  func stubbornServer() throws {
    let server = try ScriptedServer { request in
      request.method == "POST"
        ? [.respond(201, ["Content-Type: application/json"], #"{"id": 17}"#)]
        : [.respond(request.method == "DELETE" ? 204 : 200)]
    }
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(
      server,
      ["--start", "trap '' TERM; echo $$ > parent; while :; do sleep 300; done", "--repeat", "20"]
        + Self.besideAServer,
      in: folder)
    #expect(program.result().exitCode == 0)
    // The shell may have been ended before it wrote its number down.
    if let parent = folder.process("parent") {
      wait(for: "the end of what was started") { !isRunning(parent) }
    }
  }
}
