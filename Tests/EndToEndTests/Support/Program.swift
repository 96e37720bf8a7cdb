import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A built program, started with a command line of its own.
final class Program {
  /// What a program left behind.
  struct Result {
    var exitCode: Int32
    var output: String
    var errors: String
  }

  /// The path of a built program.
  static func path(_ name: String) throws -> String {
    let path = ShopProgram(name: name).path
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "\(name) was not built: run `swift build` first")
    return path
  }

  /// What every program gets: where programs are, and, in what `make sanitize` runs, where sanitizers
  /// write and with what a program ends that they find something in.
  private static let inherited: [String: String] = {
    let names = ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"]
    return ProcessInfo.processInfo.environment.filter { names.contains($0.key) || $0.key == "PATH" }
      .merging(["PATH": "/usr/bin:/bin"]) { own, _ in own }
  }()

  /// What takes longer hangs; sanitizers make what is judged some ten times as slow.
  static var longest: Duration {
    #if ACCORD_WITHOUT_SHOP
      .seconds(600)
    #else
      .seconds(60)
    #endif
  }

  private let process = Process()
  private let folder: Folder
  private let number: Int
  private let ended = DispatchSemaphore(value: 0)

  var id: pid_t { process.processIdentifier }

  /// Starts a program; what it prints goes to files beside its working directory.
  ///
  /// - Parameters:
  ///   - environment: All of it, but for `PATH` and what sanitizers are told.
  ///   - folder: Its working directory.
  init(
    _ path: String, _ arguments: [String], environment: [String: String] = [:], in folder: Folder
  ) throws {
    self.folder = folder
    number = folder.nextNumber()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = environment.merging(Self.inherited) { own, _ in own }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    process.standardInput = FileHandle.nullDevice
    let logs = [try folder.openLog("\(number).out"), try folder.openLog("\(number).err")]
    process.standardOutput = logs[0]
    process.standardError = logs[1]
    process.terminationHandler = { [ended] _ in ended.signal() }
    try process.run()
    // Foundation keeps them else, and with more than a thousand open files crashes at the next start.
    for log in logs { try log.close() }
  }

  func signal(_ number: Int32) { kill(id, number) }

  /// What was printed so far.
  var outputSoFar: String { folder.log("\(number).out") }
  var errorsSoFar: String { folder.log("\(number).err") }

  /// Waits for the end, and ends what hangs.
  ///
  /// - Parameter longest: What takes longer hangs.
  func result(within longest: Duration = Program.longest) -> Result {
    if ended.wait(timeout: .now() + longest.timeInterval) == .timedOut {
      Issue.record("the program \(process.arguments ?? []) did not end")
      signal(SIGKILL)
      // What it started may keep Foundation from seeing its end.
      guard ended.wait(timeout: .now() + 10) == .success else {
        return Result(exitCode: -SIGKILL, output: outputSoFar, errors: errorsSoFar)
      }
    }
    return Result(
      exitCode: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: outputSoFar, errors: errorsSoFar)
  }
}

extension Duration {
  var timeInterval: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
