import AccordTestSupport
import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What becomes of what `--start` started, however the run ends.
@Suite("The end of what --start started")
struct StartedProcessTests {
  /// A shell that ignores SIGTERM, its child, and a child in a session of its own.
  private static let family = """
    trap '' TERM; echo $$ > parent; sleep 300 & echo $! > child; \
    setsid sh -c 'echo $$ > outsider; exec sleep 300' & wait; sleep 300
    """

  private struct Family {
    let processes: [pid_t]

    init(in folder: Folder) throws {
      let names = ["parent", "child"] + (Self.hasSessions ? ["outsider"] : [])
      wait(for: "the started processes") { names.allSatisfy { folder.process($0) != nil } }
      processes = try names.map { try #require(folder.process($0)) }
    }

    /// macOS has no `setsid`, and shows no program the environment of another.
    static var hasSessions: Bool {
      #if os(Linux)
        true
      #else
        false
      #endif
    }

    var running: [pid_t] { processes.filter(isRunning) }
  }

  private func start(_ server: ScriptedServer, in folder: Folder) throws -> Program {
    try Program(
      Program.path("cases"),
      [
        "--url", server.url(""), "--start", Self.family, "--resolve", "a.test:80:127.0.0.1",
        "--report", "junit=junit.xml",
      ], environment: ["ACCORD_CASE": "interruptible"], in: folder)
  }

  @Test(
    "It is gone with all that it started, though it ignores SIGTERM or has a session of its own",
    arguments: [1, 2])
  func signalled(signals: Int) throws {
    let server = try ScriptedServer { _ in [.hang] }
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(server, in: folder)
    let family = try Family(in: folder)
    #expect(family.running == family.processes)
    wait(for: "a request") { !server.requests.isEmpty }
    for _ in 0..<signals {
      program.signal(SIGTERM)
      Thread.sleep(forTimeInterval: 0.05)
    }
    #expect(program.result().exitCode == 143)
    #expect(family.running == [])
    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [])
  }

  @Test("It is gone after the program was killed, too")
  func killed() throws {
    let server = try ScriptedServer { _ in [.hang] }
    defer { server.stop() }
    let folder = try Folder()
    let program = try start(server, in: folder)
    let family = try Family(in: folder)
    wait(for: "a request") { !server.requests.isEmpty }
    #expect(family.running == family.processes)
    program.signal(SIGKILL)
    #expect(program.result().exitCode == -SIGKILL)
    wait(for: "the end of what was started") { family.running == [] }
  }

  @Test(
    "A signal while the server is waited for ends the run, with whole reports",
    arguments: [["--start", "exec sleep 300"], ["--wait", "300"]])
  func waiting(arguments: [String]) throws {
    let dead = try ScriptedServer { _ in [] }
    dead.stop()
    let folder = try Folder()
    let program = try Program(
      Program.path("cases"),
      ["--url", dead.url(""), "--report", "junit=junit.xml", "--report", "jsonl=run.jsonl"]
        + arguments,
      environment: ["ACCORD_CASE": "interruptible"], in: folder)
    wait(for: "the reports") { folder.names.count == 2 }
    Thread.sleep(forTimeInterval: 0.2)
    program.signal(SIGINT)
    let result = program.result()
    #expect(result.exitCode == 130)
    #expect(result.output.contains("stopped by SIGINT"))
    #expect(folder.names == ["junit.xml", "run.jsonl"])
    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [])
    #expect(report.elements("skipped").count == 5)
    #expect(folder.read("run.jsonl")?.contains(#""event":"end""#) == true)
  }
}
