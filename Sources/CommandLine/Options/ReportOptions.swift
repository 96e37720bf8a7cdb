internal import ArgumentParser

/// Which reports are written.
struct ReportOptions: ParsableArguments {
  @Option(
    name: .customLong("reports"),
    help: ArgumentHelp(
      "Write junit.xml, summary.txt, report.html and run.jsonl into a folder.", valueName: "dir"))
  var folder: String?

  @Option(
    name: .customLong("report"),
    help: ArgumentHelp(
      "Write one report: junit, junit-strict, text, html or jsonl; - is standard output. Repeatable.",
      valueName: "kind=path"))
  var single: [ReportRequest] = []

  @Option(
    help: ArgumentHelp(
      "Where the contract's source files are, if not where it was built.", valueName: "dir"))
  var sourceRoot: String?

  /// What a folder of reports holds.
  private static let standardSet: [(kind: ReportRequest.Kind, file: String)] = [
    (.junit, "junit.xml"), (.text, "summary.txt"), (.html, "report.html"), (.jsonl, "run.jsonl"),
  ]

  /// Every report that is written besides what is printed.
  var requests: [ReportRequest] {
    let standard = folder.map { folder in
      Self.standardSet.map { ReportRequest($0.kind, path: "\(folder)/\($0.file)") }
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
    case jsonl
  }

  let kind: Kind
  let path: String

  init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), !parts[1].isEmpty else {
      return nil
    }
    self.init(kind, path: String(parts[1]))
  }
}
