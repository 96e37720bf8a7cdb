import AccordLeaks
import AccordTestSupport
import Foundation
import Synchronization
import Testing

/// How much of the tables is gone through.
enum LeaksExtent {
  /// Whether every row meets every mode, as `make leaks` asks; else each row is met once at least.
  static let isWhole = ProcessInfo.processInfo.environment["ACCORD_LEAKS"] == "whole"
}

/// A run of one of the leaks' contracts, and all that it left behind.
struct LeaksRun {
  /// The outputs by name.
  var outputs: [String: String] = [:]
  var exitCode: Int32
  /// The most memory that the program held, in octets; nil where the system does not tell.
  var peakMemory: Int?
  let folder: Folder

  /// Every report but the archive of exchanges, which is as long as what was exchanged.
  static let reports = [
    "junit=junit.xml", "junit-strict=strict.xml", "jsonl=run.jsonl", "text=summary.txt",
    "html=report.html", "tap=run.tap", "ctrf=run.ctrf.json", "markdown=run.md",
    "github=annotations.txt",
  ].flatMap { ["--report", $0] }
  /// Every exchange, whole.
  static let archive = ["--report", "har=run.har"]
  /// The standard set, whose archive has the beginning of each body.
  static let standardSet = ["--reports", "set"]

  /// What is read of what a run wrote.
  private static let files = [
    "junit.xml", "strict.xml", "run.jsonl", "summary.txt", "report.html", "run.tap",
    "run.ctrf.json", "run.md", "annotations.txt", "run.har", "set/exchanges.har", "step.md",
  ]

  /// - Parameter contract: What `LEAKS_CONTRACT` says.
  init(
    _ contract: String, _ arguments: [String], environment: [String: String] = [:],
    in folder: Folder
  ) throws {
    self.folder = folder
    let program = try Program(
      Program.path("leaks-contract"), arguments,
      environment: environment.merging(["LEAKS_CONTRACT": contract]) { own, _ in own }, in: folder)
    let memory = Watch(program.id)
    let result = program.result(within: .seconds(600))
    exitCode = result.exitCode
    peakMemory = memory.end()
    outputs = ["standard output": result.output, "standard error": result.errors]
    for name in Self.files {
      if let text = folder.read(name) { outputs[name] = text }
    }
  }

  /// Looks again and again how much memory a process has held.
  private final class Watch: Sendable {
    private let peak = Mutex<Int?>(nil)
    private let isOver = Atomic(false)

    init(_ process: pid_t) {
      Thread.detachNewThread { [self] in
        while !isOver.load(ordering: .relaxed) {
          if let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = Int(line.filter(\.isNumber))
          {
            peak.withLock { $0 = max($0 ?? 0, kilobytes << 10) }
          }
          Thread.sleep(forTimeInterval: 0.02)
        }
      }
    }

    func end() -> Int? {
      isOver.store(true, ordering: .relaxed)
      return peak.withLock { $0 }
    }
  }
}

extension ScriptedServer {
  /// A server that answers the paths of echoes, `/PLACE/TEXT`, and any other path with `hello`.
  static func echoing(
    secret: String = "", _ text: @escaping @Sendable (_ name: String) -> [UInt8]?
  ) throws -> ScriptedServer {
    let echoes = Dictionary(uniqueKeysWithValues: Echo.all.map { ($0.name, $0) })
    return try ScriptedServer { request in
      // A proxy is asked with the whole URL.
      var target = request.target[...]
      if let scheme = target.range(of: "://") {
        target = target[scheme.upperBound...].drop { $0 != "/" }
      }
      let parts = target.prefix { $0 != "?" }.split(separator: "/").map(String.init)
      if parts.first == "login" {
        let form = parts.last == "xml" ? "xml" : "json"
        let token = SecretForm.all.first { $0.name == form }?.write(secret) ?? ""
        let body =
          switch parts.last {
          case "xml": "<token>\(token)</token>"
          case "text": "token: \(secret)\n"
          default: #"{"token": "\#(token)"}"#
          }
        let type = form == "xml" ? "application/xml" : "application/json"
        return [.respond(200, ["Content-Type: \(type)", "X-Token: \(secret)"], body), .close]
      }
      guard parts.count == 2, let echo = echoes[parts[0]], let octets = text(parts[1]) else {
        return [.respond(200, ["Content-Type: text/plain"], "hello"), .close]
      }
      return [.octets(echo.answer(octets)), .close]
    }
  }
}
