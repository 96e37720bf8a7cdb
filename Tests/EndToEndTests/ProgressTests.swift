import AccordTestSupport
import Foundation
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The line that says how far a run is, on a terminal that is none.
@Suite("Progress")
struct ProgressTests {
  private static let terminal = ["ACCORD_CASE": "interruptible", "TERM": "xterm"]
  private static let columns = 100

  /// Answers as the contract has it; the first order's details as long as `holds` is true.
  private func server(
    status: Int = 200, _ holds: @escaping @Sendable () -> Bool
  ) throws -> ScriptedServer {
    try ScriptedServer { request in
      switch request.method {
      case "POST": return [.respond(201, ["Content-Type: application/json"], #"{"id": 17}"#)]
      case "DELETE": return [.respond(204)]
      default: break
      }
      guard request.target.hasSuffix("/details") else { return [.respond(200)] }
      return [.waiting { !holds() }, .respond(status)]
    }
  }

  /// Holds for so long from the first time on that it is asked for.
  private func server(heldFor duration: Duration) throws -> ScriptedServer {
    let end = Mutex<ContinuousClock.Instant?>(nil)
    return try server {
      let now = ContinuousClock.now
      return end.withLock { end in
        let limit = end ?? now + duration
        end = limit
        return now < limit
      }
    }
  }

  private func end(_ process: Process) -> Int32 {
    wait(for: "the end") { !process.isRunning }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationStatus
  }

  @Test("Of a probe it shows the target, the rule that is tried and the requests so far")
  func probe() throws {
    let isHeld = Held()
    let count = Mutex(0)
    let server = try ScriptedServer { _ in
      let number = count.withLock { count in
        count += 1
        return count
      }
      return number < 6 ? [.respond()] : [.waiting { !isHeld.value }, .respond()]
    }
    let terminal = try PseudoTerminal(columns: Self.columns)
    defer {
      server.stop()
      terminal.end()
    }
    let process = try terminal.start(
      Program.path("accord"), ["probe", server.url("/a"), "--color", "never"],
      environment: ["TERM": "xterm"], in: Folder())
    let line = #/probing /a \(1 of 2\): [a-z0-9.-]+, \d+ requests/#
    wait(for: "what is probed") { terminal.text.contains(line) }
    isHeld.release()
    _ = end(process)
    wait(for: "the summary") { terminal.text.contains("requests in ") || !process.isRunning }
    let screen = Screen(terminal.text, columns: Self.columns).shown
    #expect(!screen.contains { $0.contains("probing ") }, "\(screen)")
    #expect(screen.contains { $0.contains("conformance: ") }, "\(screen)")
  }

  @Test("A line is rewritten in its place, fits the terminal, and is gone at the end")
  func line() throws {
    let isHeld = Held()
    let server = try server(status: 500) { isHeld.value }
    let terminal = try PseudoTerminal(columns: Self.columns)
    defer {
      server.stop()
      terminal.end()
    }
    let folder = try Folder()
    let process = try terminal.start(
      Program.path("cases"), ["--url", server.url(""), "--jobs", "2", "--color", "never"],
      environment: Self.terminal, in: folder)
    let name = "GET /orders/{order}/details for "
    wait(for: "what is in flight") { terminal.text.contains(name) }
    let first = try #require(Screen(terminal.text, columns: Self.columns).shown.last)
    #expect(first.contains(" of 5 done"))
    // What is drawn again is cut to the columns that there are now.
    terminal.resize(columns: 30)
    wait(for: "a shorter line") { terminal.text.contains("…\u{1B}[J\r") }
    terminal.resize(columns: Self.columns)
    let length = terminal.text.utf8.count
    wait(for: "a longer line") {
      terminal.text.utf8.dropFirst(length).count > 500
    }
    isHeld.release()
    #expect(end(process) == 1)
    wait(for: "the summary") { terminal.text.contains("seed ") }
    let screen = Screen(terminal.text, columns: Self.columns).shown
    #expect(!screen.contains { $0.contains(" done") }, "\(screen)")
    #expect(screen.first?.hasPrefix("✘ An order › 2. GET /orders/{order}/details ") == true)
    #expect(screen.contains { $0.hasPrefix("Interruptible: 3 passed, 1 failed, 1 skipped") })
    // No line of it was ever wider than the terminal was, or ended.
    for frame in terminal.text.components(separatedBy: "\r") where frame.contains("done") {
      #expect(frame.unicodeScalars.count < Self.columns + 3 && !frame.contains("\n"))
    }
  }

  @Test("Text that is printed meanwhile stands on lines of its own")
  func interjection() throws {
    let isHeld = Held()
    let server = try server { isHeld.value }
    let terminal = try PseudoTerminal(columns: Self.columns)
    defer {
      server.stop()
      terminal.end()
    }
    let folder = try Folder()
    // What the server of --start prints goes to the same terminal.
    let process = try terminal.start(
      Program.path("cases"),
      [
        "--url", server.url(""), "--connect-to", "::127.0.0.1:\(server.port)", "--start",
        "while [ ! -e stop ]; do echo told; sleep 0.05; done", "--color", "never",
      ], environment: Self.terminal, in: folder)
    wait(for: "both") {
      terminal.text.contains(" done") && terminal.text.components(separatedBy: "told").count > 20
    }
    try folder.write("", to: "stop")
    isHeld.release()
    _ = end(process)
    wait(for: "the summary") { terminal.text.contains("seed ") }
    let screen = Screen(terminal.text, columns: Self.columns).shown
    #expect(!screen.contains { $0.contains(" done") })
    for line in screen where line.contains("told") { #expect(line == "told") }
  }

  /// How a run is made that shows nothing.
  struct Silence: CustomTestStringConvertible, Sendable {
    var name: String
    var arguments: [String] = []
    var environment: [String: String] = [:]
    var isPiped = false
    var hasErrorsElsewhere = false

    var testDescription: String { name }
  }

  @Test(
    "Nothing of it is shown",
    arguments: [
      Silence(name: "in CI", environment: ["CI": "true"]),
      Silence(name: "with -q", arguments: ["-q"]),
      Silence(name: "on a dumb terminal", environment: ["TERM": "dumb"]),
      Silence(name: "on a terminal of no kind", environment: ["TERM": ""]),
      Silence(name: "in a pipe", isPiped: true),
      Silence(name: "with errors elsewhere", hasErrorsElsewhere: true),
      Silence(name: "beside lines for programs", arguments: ["--report", "jsonl=-"]),
    ])
  func silence(_ silence: Silence) throws {
    // Long enough for a line to be drawn, if one were.
    let server = try server(heldFor: .milliseconds(700))
    let terminal = try PseudoTerminal(columns: Self.columns)
    defer {
      server.stop()
      terminal.end()
    }
    let pipe = Pipe()
    let process = try terminal.start(
      Program.path("cases"), ["--url", server.url(""), "--color", "never"] + silence.arguments,
      environment: Self.terminal.merging(silence.environment) { $1 }, in: Folder(),
      output: silence.isPiped ? pipe : nil, errors: silence.hasErrorsElsewhere ? pipe : nil)
    #expect(end(process) == 0)
    if !silence.isPiped { wait(for: "the end") { terminal.text.contains("passed") } }
    try pipe.fileHandleForWriting.close()
    let piped = try pipe.fileHandleForReading.readToEnd() ?? Data()
    for text in [terminal.text, String(decoding: piped, as: UTF8.self)] {
      #expect(!text.contains(" done") && !text.contains("\u{1B}[J"))
    }
  }

  @Test("A terminal that is stopped holds nothing up")
  func stopped() throws {
    let server = try server(heldFor: .milliseconds(700))
    let terminal = try PseudoTerminal(columns: Self.columns, isRead: false)
    defer {
      server.stop()
      terminal.end()
    }
    let folder = try Folder()
    let process = try terminal.start(
      Program.path("cases"), ["--url", server.url(""), "--report", "text=summary.txt"],
      environment: Self.terminal, in: folder, output: FileHandle.nullDevice)
    #expect(end(process) == 0)
    #expect(folder.read("summary.txt")?.contains("5 passed") == true)
  }
}

/// Whether an answer is held back.
private final class Held: Sendable {
  private let isHeld = Atomic(true)

  var value: Bool { isHeld.load(ordering: .relaxed) }

  func release() { isHeld.store(false, ordering: .relaxed) }
}
