import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A run of the contract against the servers, and what came of each step.
package struct HostileRun: Sendable {
  /// What came of one step.
  package struct Given: Sendable {
    /// The outcome's word in `run.jsonl`.
    package var outcome: String
    /// The reason of an error, or the findings of a failure.
    package var message: String
    /// How long the step took, in seconds.
    package var seconds: Double
  }

  /// Why there is nothing to judge.
  package struct Unusable: Error, CustomStringConvertible {
    package let description: String
  }

  /// The limit of a step's time with which the contract is run, in seconds.
  package static let timeout = 1.0

  /// What came of each step, by its title.
  package private(set) var given: [String: Given] = [:]
  /// The exit codes of the runs.
  package private(set) var exitCodes: [Int32] = []
  /// The most memory that a run held, in octets.
  package private(set) var peakMemory = 0

  /// Runs the contract's program, first the kinds that end by themselves, one after the other, so
  /// that each plain step finds the connection that the kind before it left; then, side by side,
  /// those that end by their limit of time.
  ///
  /// - Throws: ``Unusable`` where a run did not end within two minutes or left no report.
  package init(program: String) throws {
    let servers = try HostileServers()
    defer { servers.stop() }
    try run(program, ["--tag", "instant", "--jobs", "1"], servers)
    try run(program, ["--tag", "waiting", "--jobs", "8"], servers)
  }

  /// What came of a kind's own step.
  package func given(_ kind: HostileKind) -> Given? { given[kind.title] }

  /// What came of the plain step after a kind.
  package func givenAfter(_ kind: HostileKind) -> Given? { given["GET \(kind.plainPath)"] }

  private mutating func run(
    _ program: String, _ arguments: [String], _ servers: HostileServers
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-hostile-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      arguments + servers.arguments + [
        "--url", servers.url, "--timeout", "\(Int(Self.timeout))", "-q", "--report",
        "jsonl=run.jsonl",
      ]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let diagnostics = folder.appendingPathComponent("diagnostics")
    try Data().write(to: diagnostics)
    process.standardError = try FileHandle(forWritingTo: diagnostics)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    var memory = 0
    let deadline = ContinuousClock.now + .seconds(120)
    while ended.wait(timeout: .now() + 0.05) == .timedOut {
      memory = max(memory, Self.peakMemory(of: process.processIdentifier) ?? 0)
      guard ContinuousClock.now < deadline else {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        throw Unusable(description: "the run \(arguments) did not end")
      }
    }
    peakMemory = max(peakMemory, memory)
    exitCodes.append(process.terminationStatus)
    guard let lines = FileManager.default.contents(atPath: folder.path + "/run.jsonl") else {
      let said = String(decoding: try Data(contentsOf: diagnostics), as: UTF8.self)
      throw Unusable(
        description: "the run \(arguments) ended with \(process.terminationStatus): \(said)")
    }
    for line in lines.split(separator: UInt8(ascii: "\n")) { try note(line) }
  }

  private mutating func note(_ line: Data) throws {
    guard let line = try JSONSerialization.jsonObject(with: line) as? [String: Any],
      line["event"] as? String == "step", let title = line["title"] as? String
    else { return }
    let findings = line["findings"] as? [[String: Any]] ?? []
    let messages =
      findings.compactMap { $0["message"] as? String } + [line["reason"] as? String ?? ""]
    given[title] = Given(
      outcome: line["outcome"] as? String ?? "", message: messages.joined(separator: "; "),
      seconds: (line["duration"] as? Double ?? 0) / 1_000)
  }

  /// The most memory that a process ever held, as Linux tells it; nil elsewhere.
  private static func peakMemory(of process: pid_t) -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = Int(line.filter(\.isNumber))
    else { return nil }
    return kilobytes * 1_024
  }
}
