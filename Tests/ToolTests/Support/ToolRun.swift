import Foundation
import Testing

/// The built tool in a folder of its own.
final class ToolRun {
  /// How a run ended.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  private let root: URL

  /// Makes the folder, with these files in it.
  init(files: [String: String]) throws {
    root = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-\(UUID().uuidString.prefix(8))", isDirectory: true)
    try FileManager.default.createDirectory(at: work, withIntermediateDirectories: true)
    for (name, text) in files {
      let url = work.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  private var work: URL { root.appendingPathComponent("work", isDirectory: true) }

  /// The path of a file or folder in it.
  func path(_ name: String) -> String { work.appendingPathComponent(name).path }

  /// What a file in it says; nil where there is none.
  func read(_ name: String) -> String? {
    FileManager.default.contents(atPath: path(name)).map { String(decoding: $0, as: UTF8.self) }
  }

  /// Everything in it, at any depth, as paths; folders end in a slash.
  var contents: [String] {
    let files = FileManager.default
    return (files.subpaths(atPath: work.path) ?? []).sorted().map { name in
      var isFolder: ObjCBool = false
      let isThere = files.fileExists(atPath: path(name), isDirectory: &isFolder)
      return isThere && isFolder.boolValue ? name + "/" : name
    }
  }

  /// The tool, which was built beside the tests.
  private static var program: URL {
    #if canImport(Darwin)
      Bundle(for: ToolRun.self).bundleURL.deletingLastPathComponent()
        .appendingPathComponent("accord")
    #else
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("accord")
    #endif
  }

  /// Runs the tool to its end; one that hangs is ended after a minute.
  ///
  /// - Parameters:
  ///   - output: Where standard output goes; a file that is read back where it is not given.
  ///   - fileBlocks: How large a file may become, in what `ulimit -f` counts.
  func run(
    _ arguments: [String], input: String = "", output: String? = nil, fileBlocks: Int? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = Self.program
    process.arguments = arguments
    if let fileBlocks {
      // A write beyond the limit is an error, and no signal, for who ignores that.
      let limited = "trap '' XFSZ; ulimit -f \(fileBlocks); exec \"$0\" \"$@\""
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", limited, Self.program.path] + arguments
    }
    // What the machine has set must not decide what a test sees.
    process.environment = ["PATH": "/usr/bin:/bin"]
    process.currentDirectoryURL = work
    let given = root.appendingPathComponent("input")
    try Data(input.utf8).write(to: given)
    let input = try FileHandle(forReadingFrom: given)
    let printed = output.map(URL.init(fileURLWithPath:)) ?? root.appendingPathComponent("output")
    let complaints = root.appendingPathComponent("errors")
    let logs = [try Self.handle(printed), try Self.handle(complaints)]
    process.standardInput = input
    process.standardOutput = logs[0]
    process.standardError = logs[1]
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    // Foundation keeps them else, and with more than a thousand open files crashes at the next start.
    for stream in [input] + logs { try stream.close() }
    if ended.wait(timeout: .now() + 60) == .timedOut {
      Issue.record("the tool did not end: \(arguments)")
      process.terminate()
      ended.wait()
    }
    return Outcome(
      status: process.terminationReason == .exit
        ? process.terminationStatus : -process.terminationStatus,
      output: output == nil ? try Self.text(printed) : "", errors: try Self.text(complaints))
  }

  private static func handle(_ url: URL) throws -> FileHandle {
    // What an earlier run printed goes; a device stays what it is.
    if !url.path.hasPrefix("/dev/") { try Data().write(to: url) }
    return try FileHandle(forWritingTo: url)
  }

  private static func text(_ url: URL) throws -> String {
    String(decoding: try Data(contentsOf: url), as: UTF8.self)
  }
}
