import ArgumentParser
import Foundation
import Testing

@testable import AccordShopServer

@Suite("The command line")
struct CommandTests {
  @Test("Faults are chosen by name, and more than one may be")
  func faults() throws {
    let command = try ShopCommand.parse(["--fault", "no-etag", "--fault", "delete-keeps"])
    #expect(command.configuration.faults.map(\.name) == ["no-etag", "delete-keeps"])
    #expect(try ShopCommand.parse([]).configuration.faults.isEmpty)
  }

  @Test("An unknown fault is refused with the nearest name")
  func unknownFault() {
    #expect(
      ShopCommand.complaint(aboutFault: "delete-keep")
        == "There is no fault delete-keep. Did you mean delete-keeps? "
        + "'--fault list' prints all of them.")
    #expect(
      ShopCommand.complaint(aboutFault: "xyz")
        == "There is no fault xyz. '--fault list' prints all of them.")
  }

  @Test("The list of faults has one line each")
  func list() {
    let lines = ShopCommand.list(of: Fault.all).split(separator: "\n")
    #expect(lines.count == Fault.all.count)
    for (line, fault) in zip(lines, Fault.all) {
      let words = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
      #expect(words[0] == fault.name)
      #expect(words[1] == fault.noticedBy)
      #expect(line.hasSuffix("  \(fault.sentence)"))
    }
  }

  @Test(
    "Who notices a fault is one word",
    arguments: [
      ("slow-list", "contract"), ("405-without-allow", "contract,http.405.allow"),
      ("head-adds", "http.head.safe"),
      ("malformed-as-500", "http.400.malformed-content,+http.5xx.none"),
      ("conflict-as-500", "contract,http.5xx.none,+http.if-match.412"),
    ])
  func noticers(_ name: String, word: String) throws {
    #expect(try #require(Fault.named(name)).noticedBy == word)
  }

  @Test(
    "What cannot be used ends with 64",
    arguments: [
      ["--port", "65536"], ["--port", "x"], ["--order-delay", "-1"], ["--token", ""],
      ["--fault", "nope"], ["extra"],
    ])
  func usage(_ arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try ShopCommand.parse(arguments) }
    if let error { #expect(ShopCommand.exitCode(for: error).rawValue == 64) }
  }

  @Test("The program prints its routes as JSON")
  func routes() throws {
    let (output, code) = try run(["--routes"])
    let routes = try JSONDecoder().decode([PrintedRoute].self, from: Data(output.utf8))
    let cart = PrintedRoute(endpoint: "/cart", method: "GET", statuses: [200, 304, 406, 412])
    #expect(routes.contains(cart))
    #expect(code == 0)
  }

  @Test(
    "The program says where it listens, once, and ends when it is told",
    arguments: [SIGTERM, SIGINT])
  func listening(_ signal: Int32) throws {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = try program()
    process.arguments = ["--port", "0"]
    process.standardOutput = pipe
    try process.run()
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    #expect(line.hasPrefix("shop listens on http://127.0.0.1:"))
    #expect(line.hasSuffix("\n"))
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try pipe.fileHandleForReading.readToEnd() ?? Data() == Data())
  }

  private struct PrintedRoute: Decodable, Equatable {
    let endpoint: String
    let method: String
    let statuses: [Int]
  }

  private func run(_ arguments: [String]) throws -> (output: String, code: Int32) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = try program()
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (String(decoding: output, as: UTF8.self), process.terminationStatus)
  }

  /// The program stands beside the tests that are running.
  private func program() throws -> URL {
    let own = [CommandLine.arguments.first, Bundle.main.executablePath].compactMap { $0 }
    let places: [String] = own + Bundle.allBundles.map(\.bundlePath)
    return try #require(
      places.map { place in
        URL(fileURLWithPath: place).deletingLastPathComponent().appendingPathComponent("shop")
      }.first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }
}
