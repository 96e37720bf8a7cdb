/// What came of a run beside what is due, in the form of the benchmark's table.
package struct HostileTable {
  /// The table, in Markdown.
  package private(set) var markdown = "| | due | given | s | |\n|---|---|---|---|---|\n"
  /// What is wrong, a line each.
  package private(set) var complaints: [String] = []

  /// The most memory that all runs may hold.
  private static let memoryLimit = 128.0

  /// Judges a run.
  package init(of run: HostileRun) {
    for kind in HostileKind.all { add(kind, run) }
    let megabytes = Double(run.peakMemory) / 1_000_000
    let isKept = megabytes < Self.memoryLimit
    if !isKept { complaints.append("memory: \(Self.shown(megabytes)) MB") }
    row(
      "peak memory of all", "< \(Int(Self.memoryLimit)) MB", "\(Self.shown(megabytes)) MB", "",
      isKept)
  }

  private mutating func add(_ kind: HostileKind, _ run: HostileRun) {
    let given = run.given(kind)
    var problems = kind.problems(given, after: run.givenAfter(kind))
    if let given, given.seconds > HostileRun.timeout * 1.1, kind.keepsTheRunsTimeout {
      problems.append("took \(Self.shown(given.seconds)) s")
    }
    complaints += problems.map { "\(kind.title): \($0)" }
    row(
      kind.title, kind.verdict.rawValue, given?.outcome ?? "nothing",
      given.map { Self.shown($0.seconds) } ?? "", problems.isEmpty)
  }

  private mutating func row(
    _ what: String, _ due: String, _ given: String, _ seconds: String, _ isRight: Bool
  ) {
    markdown += "| \(what) | \(due) | \(given) | \(seconds) | \(isRight ? "ok" : "WRONG") |\n"
  }

  /// With two decimal places.
  private static func shown(_ number: Double) -> String {
    let hundredths = Int((number * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}

extension HostileKind {
  /// What is wrong with what came of the kind's step and of the one after it.
  package func problems(_ given: HostileRun.Given?, after: HostileRun.Given?) -> [String] {
    guard let given else { return ["its step was not run"] }
    var problems: [String] = []
    if given.outcome != verdict.rawValue {
      problems.append("\(verdict.rawValue) is due, and it \(given.outcome): \(given.message)")
    }
    for word in words where !given.message.contains(word) {
      problems.append("the message lacks '\(word)': \(given.message)")
    }
    if after?.outcome != "passed" {
      problems.append("the step after it: \(after?.outcome ?? "not run"): \(after?.message ?? "")")
    }
    return problems
  }

  /// Whether its step has no limit of time of its own.
  var keepsTheRunsTimeout: Bool { !name.hasPrefix("as-large-as-allowed") }
}
