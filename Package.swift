// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors where CI asks for it.
///
/// Not by default: packages that depend on this one are
/// built with warnings suppressed, and the two settings exclude each other.
let isStrict = Context.environment["ACCORD_STRICT"] == "1"

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

/// What `make sanitize` builds for: `thread` or `address`.
let sanitizer = Context.environment["ACCORD_SANITIZE"]

/// Whether the Shop is left out, with its tests and all of Hummingbird, which is not ours to mend.
let isWithoutShop = sanitizer != nil

/// What of the end-to-end tests cannot be without the Shop, or builds a package of its own.
let shopTests =
  isWithoutShop
  ? [
    "DependencyTests.swift", "ShopConformanceTests.swift", "ShopContractTests.swift",
    "ShopFaultTests.swift", "ShopFaultTrace.swift", "StartedShopTests.swift",
  ] : []

/// What the Shop is made of.
let shopDependencies: [Package.Dependency] =
  isWithoutShop
  ? []
  : [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    // The Shop names types of these four; Hummingbird rests on them, so nothing more is fetched.
    .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio.git", from: "2.100.0"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.30.0"),
    .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
  ]

/// The end-to-end cases: `Tests/EndToEndTests/Cases/NAME` holds a contract, which is compiled, and in
/// `run` what it is run with and what is expected, which is not.
let cases = [
  "allows", "allows-unsafe", "body", "capture", "capture-hostile", "capture-parts", "check",
  "color-forced",
  "color-refused", "connect-to", "cookies", "coverage", "coverage-json", "differences",
  "duplicate-ids",
  "eventually", "fail-fast", "fields", "filter", "filter-finds-nothing",
  "filter-finds-nothing-allowed", "filter-unusable", "flaky-fails", "help", "http2",
  "interruptible", "json", "json-malformed", "json-schema", "limits", "list", "list-json",
  "list-loose-steps",
  "list-selected", "name-unknown", "no-steps", "no-url", "observed-only", "oauth2",
  "oauth2-refused", "oauth2-without-secret", "option-unknown",
  "option-value-unusable", "outcomes", "outcomes-colored", "outcomes-quiet", "outcomes-wire",
  "proxy-refuses",
  "read-only", "redirects", "repeat",
  "report-formats", "report-github", "report-github-beside-another",
  "report-of-text", "report-on-standard-output",
  "rate-unusable", "connect-timeout", "retry-after", "retry-after-off", "source-root", "user-agent",
  "user-agent-of-command-line", "user-agent-unusable",
  "report-strict", "report-unwritable", "reports-at-one-path", "reports-in-folder",
  "reports-quiet-and-wire", "requests", "resolve", "resolve-unusable", "retry", "scenario",
  "shard-auto", "shard-auto-nothing", "shard-empty", "shard-list", "shard-out-of-range",
  "shard-without-verdict",
  "secret-too-short", "secrets", "secrets-in-ci", "secrets-shown", "several", "shuffle", "start",
  "start-ends-at-once", "start-never-accepts", "start-on-taken-port", "start-slow",
  "start-without-port", "status",
  "tag", "tag-skipped", "tag-unknown", "templates", "templates-coverage", "templates-unusable",
  "text", "time", "unbindable", "unix-socket", "unreachable", "unusable", "unusable-documents",
  "url-empty", "url-from-environment", "url-not-one", "url-of-another-scheme",
  "url-of-command-line-first", "url-with-credentials", "url-without-scheme",
  "variable-of-another-type", "variable-unknown", "variable-without-value", "variables",
  "variables-of-command-line", "variables-of-environment", "variables-of-file",
  "variables-of-missing-file", "variables-of-unusable-file", "verbose-and-quiet", "version",
  "wait-in-vain", "xml", "xml-malformed",
  "baseline", "baseline-fixed", "baseline-missing", "baseline-new", "baseline-strict",
  "baseline-strict-fixed", "baseline-unusable", "baseline-update", "compare", "compare-fail-none",
  "compare-fail-shape", "compare-killed-run", "compare-part", "compare-repeat", "compare-same",
  "rerun-failed", "rerun-failed-filter", "rerun-failed-list", "rerun-failed-none",
  "rerun-failed-unusable",
  "conformance", "conformance-unknown-rule", "conformance-warn",
  "merged", "shard-updates-baseline",
  "baseline-compare", "compare-another-contract", "rerun-failed-stopped",
]

let package = Package(
  name: "accord",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Accord", targets: ["Accord"]),
    .executable(name: "accord", targets: ["AccordTool"]),
    .executable(name: "shop", targets: ["AccordShopServer"]),
    // Not `specs`: that is what users call their own, and the two would be one file.
    .executable(name: "shop-specs", targets: ["AccordShopContract"]),
    .executable(name: "cases", targets: ["AccordCases"]),
    .executable(name: "ways", targets: ["AccordWays"]),
    .executable(name: "browser-contract", targets: ["AccordBrowserContract"]),
    .executable(name: "benchmark-contract", targets: ["AccordBenchmarkContract"]),
    .executable(name: "hostile-contract", targets: ["AccordHostileContract"]),
    .executable(name: "soak-contract", targets: ["AccordSoakContract"]),
    .executable(name: "slurm-contract", targets: ["AccordSlurmContract"]),
    .executable(name: "hostile", targets: ["AccordHostileProgram"]),
    .executable(name: "leaks-contract", targets: ["AccordLeaksContract"]),
    .executable(name: "benchmark-documents", targets: ["AccordBenchmarkDocuments"]),
    .executable(name: "peers", targets: ["AccordPeerContracts"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ] + shopDependencies,
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
    // Pure: exchanges in, verdicts out. Nothing of contracts or runs is known here.
    .target(
      name: "AccordConformance",
      dependencies: ["AccordDocuments", "AccordHTTP"],
      path: "Sources/Conformance",
      swiftSettings: settings
    ),
    // Not on the engine, so that `accord compare` loads no libcurl.
    .target(
      name: "AccordRuns",
      dependencies: ["AccordDocuments"],
      path: "Sources/Runs",
      swiftSettings: settings
    ),
    .target(
      name: "AccordEngine",
      dependencies: [
        "AccordConformance", "AccordContract", "AccordDocuments", "AccordHTTP", "AccordRuns",
      ],
      path: "Sources/Engine",
      swiftSettings: settings
    ),
    .target(
      name: "AccordReports",
      dependencies: [
        "AccordEngine", "AccordConformance", "AccordRuns", "AccordContract", "AccordDocuments",
        "AccordHTTP",
      ],
      path: "Sources/Reports",
      swiftSettings: settings
    ),
    .target(
      name: "AccordArchives",
      dependencies: ["AccordEngine", "AccordDocuments", "AccordHTTP"],
      path: "Sources/Archives",
      swiftSettings: settings
    ),
    .target(
      name: "AccordCommandLine",
      dependencies: [
        "AccordArchives", "AccordReports", "AccordEngine", "AccordConformance", "AccordRuns",
        "AccordContract", "AccordDocuments", "AccordHTTP",
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
    // On the reports, and so on the engine and libcurl, which every start loads: `accord merge` writes
    // each report that a run writes.
    .executableTarget(
      name: "AccordTool",
      dependencies: [
        "AccordCommandLine", "AccordReports", "AccordConformance", "AccordContract", "AccordRuns",
        "AccordDocuments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/Tool",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "AccordShopServer",
      dependencies: [
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/ShopServer",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "AccordShopContract",
      dependencies: ["Accord"],
      path: "specs",
      exclude: ["Fixtures"],
      // As in a user's own package: a contract sees what is public and nothing else.
      packageAccess: false,
      swiftSettings: settings
    ),
    .executableTarget(
      name: "AccordCases",
      dependencies: ["Accord"],
      path: "Tests/EndToEndTests/Cases",
      exclude: cases.map { "\($0)/run" },
      packageAccess: false,
      swiftSettings: settings
    ),
    // What Tests/Peers/Ways/run holds servers of others to.
    .executableTarget(
      name: "AccordWays",
      dependencies: ["Accord"],
      path: "Tests/Peers/Ways/Contract",
      packageAccess: false,
      swiftSettings: settings
    ),
    // What Tests/Browser/run makes HTML reports of.
    .executableTarget(
      name: "AccordBrowserContract",
      dependencies: ["Accord"],
      path: "Tests/Browser/Contract",
      packageAccess: false,
      swiftSettings: settings
    ),
    // What Tests/Benchmarks/run measures.
    .executableTarget(
      name: "AccordBenchmarkContract",
      dependencies: ["Accord"],
      path: "Tests/Benchmarks/Contract",
      packageAccess: false,
      swiftSettings: settings
    ),
    .executableTarget(
      name: "AccordBenchmarkDocuments",
      dependencies: ["AccordDocuments"],
      path: "Tests/Benchmarks/Documents",
      swiftSettings: settings
    ),
    // What Tests/Peers/run holds servers to that nobody here wrote.
    .executableTarget(
      name: "AccordPeerContracts",
      dependencies: ["Accord"],
      path: "Tests/Peers/Contracts",
      exclude: ["Httpbin/Fixtures", "Httpbin/Schemas", "S3/Fixtures", "S3/Schemas"],
      packageAccess: false,
      swiftSettings: settings
    ),
    .target(name: "AccordTestSupport", path: "Tests/Support", swiftSettings: settings),
    // The table of what servers do on their worst day: its kinds and the servers that play them, the
    // contract made of it, and the program of `make hostile`.
    .target(
      name: "AccordHostile", dependencies: ["Accord", "AccordTestSupport"],
      path: "Tests/Hostile/Table", swiftSettings: settings),
    .executableTarget(
      name: "AccordHostileContract", dependencies: ["Accord", "AccordHostile"],
      path: "Tests/Hostile/Contract", swiftSettings: settings),
    .executableTarget(
      name: "AccordHostileProgram", dependencies: ["AccordHostile"],
      path: "Tests/Hostile/Program", swiftSettings: settings),
    // What servers may say to hijack an output or to tell a secret, and the contracts made of it.
    .target(
      name: "AccordLeaks", dependencies: ["Accord"], path: "Tests/Leaks/Table",
      swiftSettings: settings),
    .executableTarget(
      name: "AccordLeaksContract", dependencies: ["Accord", "AccordLeaks"],
      path: "Tests/Leaks/Contract", swiftSettings: settings),
    // What Tests/Soak/run holds the Shop to, behind a proxy that breaks connections.
    .executableTarget(
      name: "AccordSoakContract", dependencies: ["Accord"], path: "Tests/Soak/Contract",
      packageAccess: false, swiftSettings: settings),
    // What Tests/Slurm/run splits over the tasks of an array.
    .executableTarget(
      name: "AccordSlurmContract", dependencies: ["Accord"], path: "Tests/Slurm/Contract",
      packageAccess: false, swiftSettings: settings),
    .testTarget(
      name: "DocumentsTests", dependencies: ["AccordDocuments"], swiftSettings: settings),
    .testTarget(
      name: "HTTPTests", dependencies: ["AccordHTTP", "AccordTestSupport"], swiftSettings: settings),
    .testTarget(
      name: "ContractTests", dependencies: ["AccordContract", "AccordDocuments"],
      swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: ["AccordConformance", "AccordDocuments", "AccordHTTP"],
      swiftSettings: settings),
    .testTarget(
      name: "RunsTests", dependencies: ["AccordRuns", "AccordDocuments"], swiftSettings: settings),
    .testTarget(
      name: "EngineTests",
      dependencies: [
        "AccordEngine", "AccordConformance", "AccordRuns", "AccordContract", "AccordDocuments",
        "AccordHTTP", "AccordTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "AccordReports", "AccordEngine", "AccordConformance", "AccordRuns", "AccordContract",
        "AccordDocuments", "AccordHTTP", "AccordTestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ArchivesTests",
      dependencies: [
        "AccordArchives", "AccordReports", "AccordEngine", "AccordConformance", "AccordContract",
        "AccordDocuments", "AccordHTTP",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "AccordCommandLine", "AccordReports", "AccordEngine", "AccordConformance", "AccordRuns",
        "AccordContract", "AccordHTTP",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    // The programs that the tests run are built before them.
    .testTarget(
      name: "ToolTests",
      dependencies: ["AccordTool", "AccordTestSupport", "AccordConformance", "AccordDocuments"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "AccordTool",
        "AccordShopContract", "AccordCases", "AccordTestSupport", "AccordHostile",
        "AccordHostileContract", "AccordLeaks", "AccordLeaksContract", "AccordDocuments",
      ] + (isWithoutShop ? [] : ["AccordShopServer"]),
      exclude: ["Cases"] + shopTests,
      swiftSettings: settings + (isWithoutShop ? [.define("ACCORD_WITHOUT_SHOP")] : [])),
    .testTarget(
      name: "ShopServerTests",
      dependencies: [
        "AccordShopServer",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
  ],
  swiftLanguageModes: [.v6]
)

if isWithoutShop {
  package.products.removeAll { $0.name == "shop" }
  package.targets.removeAll { ["AccordShopServer", "ShopServerTests"].contains($0.name) }
}
if sanitizer == "thread" {
  for target in package.targets where target.type != .system {
    target.dependencies.append("AccordSanitizedLocks")
  }
  package.targets.append(
    .target(
      name: "AccordSanitizedLocks", path: "Tests/Sanitizing/Locks", publicHeadersPath: "include"))
}
