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
    /// How often its last request was sent.
    package var sendCount: Int
  }

  /// Why there is nothing to judge.
  package struct Unusable: Error, CustomStringConvertible {
    package let description: String
  }

  /// The limit of a step's time that is judged, in seconds.
  package static let timeout = 1.0

  /// What came of each step, by its title.
  private var given: [String: Given] = [:]
  /// What came of each step where many were in flight.
  private var givenTogether: [String: Given] = [:]
  /// The exit codes of the runs.
  package private(set) var exitCodes: [Int32] = []
  /// The most memory that the run of one step after the other held, in octets.
  package private(set) var peakMemory = 0
  /// The most memory that the run of all steps together held, in octets.
  package private(set) var peakMemoryTogether = 0

  /// How many exchanges are in flight where all kinds are run together.
  package static let jobs = 8

  /// The limit of a step's time in this run, in seconds.
  private let timeout: Double

  /// Runs the contract's program: first the kinds that end by themselves, one after the other, so that
  /// each plain step finds the connection that the kind before it left; then all together in one
  /// process, those that end by their limit of time too; then those that are about one family of
  /// addresses.
  ///
  /// - Parameter timeout: The limit of a step's time, in whole seconds.
  /// - Throws: ``Unusable`` where a run did not end within two minutes or left no report.
  package init(program: String, timeout: Double = HostileRun.timeout) throws {
    self.timeout = timeout
    let servers = try HostileServers()
    defer { servers.stop() }
    peakMemory = try run(program, ["--tag", "instant", "--tag", "alone", "--jobs", "1"], servers)
    let alone = given
    given = [:]
    peakMemoryTogether = try run(
      program,
      ["--tag", "instant", "--tag", "waiting", "--jobs", "\(Self.jobs)"]
        // Rules read what comes too, and change no verdict.
        + ["--conformance", "warn"], servers)
    givenTogether = given
    given.merge(alone) { _, alone in alone }
    _ = try run(program, ["--tag", "ipv4", "--ipv4"], servers)
    _ = try run(program, ["--tag", "ipv6", "--ipv6", "--url", servers.urlOnIPv6], servers)
  }

  /// What came of a kind's own step.
  package func given(_ kind: HostileKind) -> Given? { given[kind.title] }

  /// What came of it where many were in flight; nil for kinds about one family of addresses.
  package func givenTogether(_ kind: HostileKind) -> Given? { givenTogether[kind.title] }

  /// What came of the plain step after a kind.
  package func givenAfter(_ kind: HostileKind) -> Given? { given["GET \(kind.plainPath)"] }

  private mutating func run(
    _ program: String, _ arguments: [String], _ servers: HostileServers
  ) throws -> Int {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-hostile-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments =
      servers.arguments + (arguments.contains("--url") ? [] : ["--url", servers.url]) + arguments
      + [
        "--timeout", "\(Int(timeout))", "-q", "--report",
        "jsonl=run.jsonl",
      ]
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    let diagnostics = folder.appendingPathComponent("diagnostics")
    try Data().write(to: diagnostics)
    let log = try FileHandle(forWritingTo: diagnostics)
    process.standardError = log
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    try log.close()
    var memory = 0
    let deadline = ContinuousClock.now + .seconds(120)
    while ended.wait(timeout: .now() + 0.02) == .timedOut {
      memory = max(memory, Self.peakMemory(of: process.processIdentifier) ?? 0)
      guard ContinuousClock.now < deadline else {
        kill(process.processIdentifier, SIGKILL)
        ended.wait()
        throw Unusable(description: "the run \(arguments) did not end")
      }
    }
    exitCodes.append(process.terminationStatus)
    guard let lines = FileManager.default.contents(atPath: folder.path + "/run.jsonl") else {
      let said = String(decoding: try Data(contentsOf: diagnostics), as: UTF8.self)
      throw Unusable(
        description: "the run \(arguments) ended with \(process.terminationStatus): \(said)")
    }
    for line in lines.split(separator: UInt8(ascii: "\n")) { try note(line) }
    return memory
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
      seconds: (line["duration"] as? Double ?? 0) / 1_000,
      sendCount: line["sendCount"] as? Int ?? 1)
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
