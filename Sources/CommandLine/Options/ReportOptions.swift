internal import ArgumentParser

/// Which reports are written.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("reports"),
    help: ArgumentHelp(
      "Write junit.xml, summary.txt, report.html, run.jsonl and exchanges.har into a folder.",
      valueName: "dir"))
  var folder: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write one report: junit, junit-strict, text, html, json, jsonl, har, tap, ctrf, markdown or github; - is standard output, and github alone is github=-. Repeatable.",
      valueName: "kind=path"))
  var single: [ReportRequest] = []

  @Option(
    help: ArgumentHelp(
      "Where the contract's source files are, if not where it was built.", valueName: "dir"))
  var sourceRoot: String?

  func validate() throws {
    try GivenPath.check(folder, of: "--reports")
    try GivenPath.check(sourceRoot, of: "--source-root")
  }

  /// What a folder of reports holds.
  private static let standardSet: [(kind: ReportRequest.Kind, file: String)] = [
    (.junit, "junit.xml"), (.text, "summary.txt"), (.html, "report.html"), (.jsonl, "run.jsonl"),
    (.har, "exchanges.har"),
  ]

  /// Every report that is written besides what is printed.
  var requests: [ReportRequest] {
    let standard = folder.map { folder in
      Self.standardSet.map {
        ReportRequest($0.kind, path: "\(folder)/\($0.file)", isOfStandardSet: true)
      }
    }
    return (standard ?? []) + single
  }
}

/// `--report KIND=PATH`.
struct ReportRequest: ExpressibleByArgument, Equatable {
  enum Kind: String, CaseIterable {
    case junit
    case junitStrict = "junit-strict"
    case text
    case html
    case json
    case jsonl
    case tap
    case ctrf
    case har
    case markdown
    case github
  }

  let kind: Kind
  let path: String
  /// Whether `--reports` asked for it, which keeps less of the exchanges than one asked for by name.
  let isOfStandardSet: Bool

  init(_ kind: Kind, path: String, isOfStandardSet: Bool = false) {
    self.kind = kind
    self.path = path
    self.isOfStandardSet = isOfStandardSet
  }

  /// What of the command line asked for it.
  var option: String {
    guard isOfStandardSet, let slash = path.lastIndex(of: "/") else {
      return "--report \(kind.rawValue)=\(path)"
    }
    return "--reports \(path[..<slash]) (\(path[path.index(after: slash)...]))"
  }

  /// Whether it is printed behind the text and not in its place.
  var isPrintedBesides: Bool { kind == .github && path == "-" }

  /// Whether requests and responses must be recorded as they went over the wire.
  var needsWire: Bool { kind == .html || kind == .har && !isOfStandardSet }

  init?(argument: String) {
    // Annotations go where a runner reads them, unless something else is said.
    let argument = argument == Kind.github.rawValue ? "\(argument)=-" : argument
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else {
      return nil
    }
    self.init(kind, path: String(parts[1]))
  }
}
