import Foundation
import Testing

/// The Swift compiler, for contracts that must not compile.
enum Compiler {
  /// The folder with the modules of this build: beside the test bundle.
  static let modules: URL? = {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return [bundle.deletingLastPathComponent(), package.appendingPathComponent(".build/debug")]
      .map { $0.appendingPathComponent("Modules", isDirectory: true) }
      .first {
        FileManager.default.fileExists(
          atPath: $0.appendingPathComponent("AccordContract.swiftmodule").path)
      }
  }()

  /// The errors and warnings about a contract, each from its line on.
  ///
  /// Two lines stand before it.
  static func messages(for contract: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-mistake-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("Mistake.swift")
    let source = "import AccordContract\nlet user = Variable(\"user\")\n\(contract)\n"
    try Data(source.utf8).write(to: file)

    let compiler = Process()
    compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library",
      "-diagnostic-style", "llvm", "-I", try #require(modules).path, file.path,
    ]
    let output = Pipe()
    compiler.standardOutput = output
    compiler.standardError = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    // Whatever is no message about the file shows that the compiler did not get so far.
    let messages = text.split(separator: "\n").filter {
      $0.contains(": error: ") || $0.contains(": warning: ") || $0.hasPrefix("error: ")
    }
    let prefix = "\(file.path):"
    return messages.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : String($0) }
  }
}
