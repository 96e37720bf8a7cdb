import Foundation
import Testing

/// The package that `accord init` writes: a user's own, which depends on the product `Accord` alone.
///
/// Its target is called as the README calls it. SwiftPM refuses two targets of one name in all the
/// packages that it builds together, so none of ours may have a name that a user is likely to choose.
@Suite("The package that accord init writes")
struct DependencyTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Whether there is a Swift to build with.
  private static let hasSwift = (try? swift(["--version"], in: Folder()).exitCode) == 0

  /// Calls `swift`, without what makes warnings errors: dependencies are built with warnings
  /// suppressed, and the two exclude each other.
  private static func swift(_ arguments: [String], in folder: Folder) throws -> Program.Result {
    var environment = ProcessInfo.processInfo.environment
    environment["ACCORD_STRICT"] = nil
    return try Program(
      "/usr/bin/env", ["swift"] + arguments, environment: environment, in: folder
    ).result(within: .seconds(1_800))
  }

  // One test, since what it builds takes minutes.
  @Test(
    "It builds nothing of the Shop's dependencies, lists its steps, holds for the Shop, and fails broken ones",
    .enabled(if: hasSwift, "swift is not on the path"))
  func package() async throws {
    let folder = try Folder()
    let written = try Program(
      Program.path("accord"), ["init", "--accord", Self.root.path, "--name", "Shop"], in: folder
    ).result()
    try #require(written.exitCode == 0, "\(written.errors)")

    let build = try Self.swift(["build", "--scratch-path", "built"], in: folder)
    try #require(build.exitCode == 0, "\(build.output)\n\(build.errors)")

    let specs = folder.file("built/debug/specs")
    let list = try Program(specs, ["list"], in: folder).result()
    #expect(list.output.hasPrefix("Shop: 18 steps\n\n/products\n  GET /products → 200"))
    #expect(list.exitCode == 0)

    let modules = try builtModules(in: folder.file("built/debug"))
    #expect(modules.contains("AccordEngine"))
    let foreign = modules.filter { name in
      ["NIO", "CNIO", "Hummingbird", "HTTPTypes", "Logging", "AccordShopServer"]
        .contains { name.hasPrefix($0) }
    }
    #expect(foreign == [])

    let whole = try run(specs, in: folder, reports: true)
    #expect(whole.exitCode == 0, "\(whole.output)\(whole.errors)")
    #expect(!whole.output.contains("skipped"))
    #expect(folder.read("reports/junit.xml")?.contains("failures=\"0\"") == true)
    for (fault, step) in [
      ("delete-keeps", "GET /cart/{item}"), ("allow-lies", "/products/{id} › allows › "),
    ] {
      let broken = try run(specs, in: folder, fault: fault)
      #expect(broken.exitCode == 1, "\(fault): \(broken.output)\(broken.errors)")
      #expect(broken.output.contains("✘ "), "\(fault)")
      #expect(broken.output.contains(step), "\(fault): \(broken.output)")
    }
  }

  /// Holds the Shop, or one that breaks a promise, to the contract.
  private func run(
    _ specs: String, in folder: Folder, fault: String? = nil, reports: Bool = false
  ) throws -> Program.Result {
    let shop = "'\(ShopProgram.shop.path)' --port {port}" + (fault.map { " --fault \($0)" } ?? "")
    return try Program(
      specs,
      ["--start", shop, "--url", "http://127.0.0.1:{port}"]
        + (reports ? ["--reports", "reports"] : []), in: folder
    ).result()
  }

  /// The modules of which something was compiled: plans make folders for all others too.
  private func builtModules(in folder: String) throws -> [String] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: folder).filter { name in
      name.hasSuffix(".build")
        && (files.subpaths(atPath: "\(folder)/\(name)") ?? []).contains { $0.hasSuffix(".o") }
    }.map { String($0.dropLast(6)) }
  }
}
