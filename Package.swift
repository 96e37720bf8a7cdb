// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where CI asks for it. Not by default: packages that depend on this one are
/// built with warnings suppressed, and the two settings exclude each other.
let isStrict = Context.environment["ACCORD_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let package = Package(
  name: "accord",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Accord", targets: ["Accord"]),
    .executable(name: "shop", targets: ["ShopServer"]),
    .executable(name: "specs", targets: ["specs"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CAccordCurl",
      path: "Sources/CCurl",
      pkgConfig: "libcurl",
      providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]
    ),
    .systemLibrary(
      name: "CAccordXML",
      path: "Sources/CXML",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .target(
      name: "AccordDocuments",
      dependencies: ["CAccordXML"],
      path: "Sources/Documents",
      swiftSettings: settings
    ),
    .target(
      name: "AccordHTTP",
      dependencies: ["CAccordCurl"],
      path: "Sources/HTTP",
      swiftSettings: settings
    ),
    .target(
      name: "AccordContract",
      dependencies: ["AccordDocuments"],
      path: "Sources/Contract",
      swiftSettings: settings
    ),
    .target(
      name: "AccordEngine",
      dependencies: ["AccordContract", "AccordDocuments", "AccordHTTP"],
      path: "Sources/Engine",
      swiftSettings: settings
    ),
    .target(
      name: "AccordReports",
      dependencies: ["AccordEngine", "AccordContract", "AccordDocuments"],
      path: "Sources/Reports",
      swiftSettings: settings
    ),
    .target(
      name: "AccordCommandLine",
      dependencies: [
        "AccordReports", "AccordEngine", "AccordContract", "AccordDocuments", "AccordHTTP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/CommandLine",
      swiftSettings: settings
    ),
    .target(
      name: "Accord",
      dependencies: ["AccordContract", "AccordCommandLine"],
      path: "Sources/Accord",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ShopServer",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/ShopServer",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "specs",
      dependencies: ["Accord"],
      path: "specs",
      // As in a user's own package: a contract sees what is public and nothing else.
      packageAccess: false,
      swiftSettings: settings
    ),
    .testTarget(
      name: "DocumentsTests", dependencies: ["AccordDocuments"], swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/Support", swiftSettings: settings),
    .testTarget(
      name: "HTTPTests", dependencies: ["AccordHTTP", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ContractTests", dependencies: ["AccordContract", "AccordDocuments"],
      swiftSettings: settings),
    .testTarget(
      name: "EngineTests",
      dependencies: ["AccordEngine", "AccordContract", "AccordDocuments", "AccordHTTP"],
      swiftSettings: settings),
    .testTarget(name: "ReportsTests", dependencies: ["AccordReports"], swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["AccordCommandLine"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
