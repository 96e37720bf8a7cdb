import AccordTestSupport
import Foundation
import Synchronization
import Testing

/// What the options of manners do, as a server sees it.
@Suite("Manners")
struct MannersTests {
  private func hold(
    _ server: ScriptedServer, _ arguments: [String], contract: String = "status"
  ) throws -> Program.Result {
    try Program(
      Program.path("cases"), ["--url", server.url("")] + arguments,
      environment: ["ACCORD_CASE": contract], in: Folder()
    ).result()
  }

  @Test("--rate spaces requests, so that no second has more of them")
  func rate() throws {
    let moments = Mutex<[ContinuousClock.Instant]>([])
    let server = try ScriptedServer { _ in
      moments.withLock { $0.append(.now) }
      return [.respond()]
    }
    defer { server.stop() }
    _ = try hold(server, ["--rate", "4/s", "--jobs", "8", "--repeat", "2"])
    let seen = moments.withLock { $0 }
    #expect(seen.count >= 8)
    // The fifth comes a second after the first; a tenth for what threads take.
    for (first, fifth) in zip(seen, seen.dropFirst(4)) {
      #expect(fifth - first > .milliseconds(900))
    }
  }

  @Test("--read-only sends safe methods only")
  func readOnly() throws {
    let server = try ScriptedServer { _ in [.respond()] }
    defer { server.stop() }
    _ = try hold(server, ["--read-only"], contract: "tag")
    #expect(!server.requests.isEmpty)
    #expect(Set(server.requests.map(\.method)).isSubset(of: ["GET", "HEAD", "OPTIONS", "TRACE"]))
  }

  @Test("--max-connections-per-host opens no more, however many jobs there are")
  func connections() throws {
    let server = try ScriptedServer { _ in [.pause(.milliseconds(20)), .respond()] }
    defer { server.stop() }
    _ = try hold(
      server, ["--jobs", "16", "--repeat", "10", "--max-connections-per-host", "2"])
    #expect(server.requests.count > 16)
    #expect(server.connectionCount <= 2)
  }

  @Test("A signal ends the wait that Retry-After asked for, and reports are whole")
  func signal() throws {
    let server = try ScriptedServer { _ in [.respond(429, ["Retry-After: 20"])] }
    defer { server.stop() }
    let folder = try Folder()
    let program = try Program(
      Program.path("cases"),
      ["--url", server.url(""), "--respect-retry-after", "--report", "junit=junit.xml"],
      environment: ["ACCORD_CASE": "unix-socket"], in: folder)
    let deadline = ContinuousClock.now + .seconds(30)
    while server.requests.isEmpty, ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.01)
    }
    Thread.sleep(forTimeInterval: 0.3)
    program.signal(SIGINT)
    let start = ContinuousClock.now
    let result = program.result()
    #expect(ContinuousClock.now - start < .seconds(15))
    #expect(result.exitCode == 130)
    let report = try JUnitDocument(parsing: try #require(folder.read("junit.xml")))
    #expect(report.discrepancies == [])
    #expect(report.elements("error").count == 1)
  }
}
