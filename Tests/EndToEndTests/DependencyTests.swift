import Foundation
import Testing

/// A package of a user's own, which depends on the product `Accord` alone.
///
/// Its target is called as the README calls it. SwiftPM refuses two targets of one name in all the
/// packages that it builds together, so none of ours may have a name that a user is likely to choose.
@Suite("A package that depends on Accord")
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

  @Test(
    "It builds, lists its steps, and builds nothing of the Shop's dependencies",
    .enabled(if: hasSwift, "swift is not on the path"))
  func package() throws {
    let folder = try Folder()
    try folder.write(
      """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "users-own",
        platforms: [.macOS(.v15)],
        dependencies: [.package(name: "accord", path: "\(Self.root.path)")],
        targets: [
          .executableTarget(
            name: "specs", dependencies: [.product(name: "Accord", package: "accord")],
            path: "specs")
        ]
      )
      """, to: "Package.swift")
    try folder.write(
      """
      import Accord

      let users = Contract("Users") {
        Get("/users").expect(200)
      }
      """, to: "specs/Users.swift")
    try folder.write(
      "import Accord\n\nawait Accord.run(users)\n", to: "specs/main.swift")

    let build = try Self.swift(["build", "--scratch-path", "built"], in: folder)
    try #require(build.exitCode == 0, "\(build.output)\n\(build.errors)")

    let list = try Program(folder.file("built/debug/specs"), ["list"], in: folder).result()
    #expect(list.output == "Users: 1 step\n\nUsers\n  GET /users → 200\n")
    #expect(list.exitCode == 0)

    // SwiftPM makes a folder for every module that it knows; what was compiled has objects there.
    let built = try FileManager.default.subpathsOfDirectory(atPath: folder.file("built/debug/"))
    let modules = Set(
      built.filter { $0.hasSuffix(".o") }.compactMap { path in
        path.split(separator: "/").first { $0.hasSuffix(".build") }.map { String($0.dropLast(6)) }
      })
    #expect(modules.contains("AccordEngine"))
    let foreign = modules.filter { name in
      ["NIO", "CNIO", "Hummingbird", "HTTPTypes", "Logging", "AccordShopServer"]
        .contains { name.hasPrefix($0) }
    }
    #expect(foreign == [])
  }
}
