import Foundation
import Testing

/// The Swift compiler, for contracts that must not compile.
enum Compiler {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder with the modules of this build: beside the test bundle.
  static let modules: URL? = {
    let bundle = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    return [bundle.deletingLastPathComponent(), package.appendingPathComponent(".build/debug")]
      .map { $0.appendingPathComponent("Modules", isDirectory: true) }
      .first {
        FileManager.default.fileExists(
          atPath: $0.appendingPathComponent("AccordContract.swiftmodule").path)
      }
  }()

  /// What a command prints, errors included.
  private static func output(of command: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return text
  }

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

    // As the package manager does: where the header of the XML library is found.
    let flags = try output(of: ["pkg-config", "--cflags-only-I", "libxml-2.0"])
      .split(whereSeparator: \.isWhitespace).flatMap { ["-Xcc", String($0)] }
    let map = package.appendingPathComponent("Sources/CXML/module.modulemap").path
    let text = try output(
      of: [
        "swiftc", "-typecheck", "-swift-version", "6", "-parse-as-library", "-diagnostic-style",
        "llvm", "-I", try #require(modules).path, "-Xcc", "-fmodule-map-file=\(map)",
      ] + flags + [file.path])
    // Whatever is no message about the file shows that the compiler did not get so far.
    let messages = text.split(separator: "\n").filter {
      $0.contains(": error: ") || $0.contains(": warning: ") || $0.hasPrefix("error: ")
    }
    let prefix = "\(file.path):"
    return messages.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : String($0) }
  }
}
