import Foundation
import Testing

/// An end-to-end case: a folder with a contract, how its program is called, and what must come of it.
///
/// The folder holds the contract, `Name.swift`, and a folder `run`:
///
/// | file | what it holds |
/// |---|---|
/// | `arguments` | the command line, as a shell would take it; see ``CommandWords`` |
/// | `exit` | the exit code |
/// | `expected.txt` | standard output |
/// | `expected.err` | standard error, where there is any |
/// | `expected.xml` | the JUnit report, where one is written |
/// | `written/NAME` | what must be in a file that the run writes, where that matters |
/// | `server.http` | what the server answers; see ``ResponseScript`` |
/// | `server` | another server: `http2`, `unix` |
/// | `contract` | the case whose contract and server are used, where it is not this one |
/// | `files/NAME` | files that are in the working directory of the program |
struct CaseFolder: Sendable, CustomTestStringConvertible {
  let name: String

  var testDescription: String { name }

  /// `Tests/EndToEndTests/Cases`.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Cases", isDirectory: true)

  /// Every case there is.
  static let all: [CaseFolder] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.filter { !$0.hasPrefix(".") && !$0.hasSuffix(".swift") }.sorted()
      .map(CaseFolder.init(name:)).filter { hasShop || !$0.needsShop }
  }()

  /// Whether the Shop is part of the build: `make sanitize` leaves it out.
  private static var hasShop: Bool {
    #if ACCORD_WITHOUT_SHOP
      false
    #else
      true
    #endif
  }

  private var needsShop: Bool { arguments?.contains("$SHOP") == true }

  /// Where the expectations are.
  var folder: URL { Self.root.appendingPathComponent("\(name)/run", isDirectory: true) }

  /// The case whose contract is used.
  var contract: String { text("contract")?.trimmed ?? name }

  var arguments: String? { text("arguments") }

  /// The script of the server, if it has one.
  var script: String? { text("server.http") ?? CaseFolder(name: contract).text("server.http") }

  /// The kind of server, where it is no scripted one.
  var server: String? { text("server")?.trimmed }

  /// The files that the program finds in its working directory.
  var files: [URL] {
    let files = folder.appendingPathComponent("files", isDirectory: true)
    return
      (try? FileManager.default.contentsOfDirectory(
        at: files, includingPropertiesForKeys: nil)) ?? []
  }

  /// The names of the written files that are looked at.
  var written: [String] {
    let folder = folder.appendingPathComponent("written", isDirectory: true)
    return ((try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []).sorted()
      .filter { !folder.appendingPathComponent($0).hasDirectoryPath }
  }

  /// A file of the case, if it is there.
  func text(_ file: String) -> String? {
    guard let data = try? Data(contentsOf: folder.appendingPathComponent(file)) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Writes what was seen as what is expected; nothing where nothing was seen.
  func record(_ text: String?, as file: String) throws {
    let url = folder.appendingPathComponent(file)
    if let text {
      try Data(text.utf8).write(to: url)
    } else {
      try? FileManager.default.removeItem(at: url)
    }
  }
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
