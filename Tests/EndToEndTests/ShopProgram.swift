import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A program of this package, as it was built beside the tests.
struct ShopProgram: Sendable {
  /// How a run ended.
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let diagnostics: String
  }

  /// Why there is no outcome.
  struct Unended: Error, CustomStringConvertible {
    let description: String
  }

  /// A pipe that no program inherits but the one that is given it.
  ///
  /// Those of Foundation's `Pipe` are inherited by whatever another thread starts at that moment, and
  /// end only when that ends, too.
  private struct Stream {
    let reading: FileHandle
    let writing: FileHandle

    init() throws {
      let path = FileManager.default.temporaryDirectory
        .appendingPathComponent("accord-stream-\(UUID().uuidString)").path
      guard mkfifo(path, 0o600) == 0 else {
        throw Unended(description: "\(path) cannot be made: \(String(cString: strerror(errno)))")
      }
      defer { unlink(path) }
      // Without a writer, opening it waits for one unless it is told not to.
      reading = FileHandle(
        fileDescriptor: open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC), closeOnDealloc: true)
      writing = FileHandle(fileDescriptor: open(path, O_WRONLY | O_CLOEXEC), closeOnDealloc: true)
    }
  }

  let name: String
  /// Longer than any run takes, so that a run that hangs is told from a slow machine.
  var limit: Duration = .seconds(60)

  /// The contract's program.
  static let specs = ShopProgram(name: "shop-specs")
  /// The sample API.
  static let shop = ShopProgram(name: "shop")

  var path: String { Self.folder.appendingPathComponent(name).path }

  /// Where programs are built: beside the bundle, or on Linux the program, of the tests.
  private static var folder: URL {
    #if canImport(Darwin)
      Bundle(for: Anchor.self).bundleURL.deletingLastPathComponent()
    #else
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    #endif
  }

  private final class Anchor {}

  /// Runs the program until it and everything that it started have ended.
  ///
  /// What the program starts inherits where it prints to, so the end of both streams tells that
  /// nothing is left running.
  ///
  /// - Parameter signal: A signal, and how long after the start it is sent.
  func run(
    _ arguments: [String], sending signal: (number: Int32, after: Duration)? = nil
  ) async throws -> Outcome {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try waitForEnd(of: arguments, sending: signal) })
      }
    }
  }

  private func waitForEnd(
    of arguments: [String], sending signal: (number: Int32, after: Duration)?
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // What the machine has set must not decide what a test sees.
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.standardInput = FileHandle.nullDevice
    let streams = [try Stream(), try Stream()]
    process.standardOutput = streams[0].writing
    process.standardError = streams[1].writing
    try process.run()
    defer { end(process) }
    for stream in streams { try stream.writing.close() }

    var signal = signal
    var texts = [Data(), Data()]
    var open: Set<Int> = [0, 1]
    let start = ContinuousClock.now
    while !open.isEmpty {
      guard ContinuousClock.now - start < limit else {
        let program = process.isRunning ? name : "what \(name) started"
        let said = texts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
        throw Unended(
          description: "\(program) still runs after \(limit): \(arguments), which said: \(said)")
      }
      if let due = signal, ContinuousClock.now - start > due.after {
        kill(process.processIdentifier, due.number)
        signal = nil
      }
      for index in open {
        let reading = streams[index].reading
        var request = pollfd(fd: reading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, 10) > 0 else { continue }
        let part = reading.availableData
        if part.isEmpty { open.remove(index) }
        texts[index] += part
      }
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: texts[0], as: UTF8.self),
      diagnostics: String(decoding: texts[1], as: UTF8.self))
  }

  /// Ends a process that has not ended by itself, so that no test leaves one behind.
  private func end(_ process: Process) {
    guard process.isRunning else { return }
    process.terminate()
    let deadline = ContinuousClock.now + .seconds(5)
    while process.isRunning, ContinuousClock.now < deadline { usleep(10_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }
}

extension ShopProgram {
  /// Holds a shop of its own to the contract.
  static func holdShop(
    to options: [String] = [], fault: String? = nil
  ) async throws -> Outcome {
    let command = "'\(shop.path)' --port {port}" + (fault.map { " --fault \($0)" } ?? "")
    return try await specs.run(
      ["--start", command, "--url", "http://127.0.0.1:{port}", "--color", "never"] + options)
  }
}
