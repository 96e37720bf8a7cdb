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
    addMemory("one after another", run.peakMemory)
    addMemory("all together, \(HostileRun.jobs) in flight", run.peakMemoryTogether)
  }

  private mutating func addMemory(_ what: String, _ octets: Int) {
    let megabytes = Double(octets) / 1_000_000
    let isKept = megabytes < Self.memoryLimit
    if !isKept { complaints.append("memory, \(what): \(Self.shown(megabytes)) MB") }
    row(
      "peak memory, \(what)", "< \(Int(Self.memoryLimit)) MB", "\(Self.shown(megabytes)) MB", "",
      isKept)
  }

  private mutating func add(_ kind: HostileKind, _ run: HostileRun) {
    let given = run.given(kind)
    let together = run.givenTogether(kind)
    var problems = kind.problems(given, after: run.givenAfter(kind), together: together)
    let seconds = max(given?.seconds ?? 0, together?.seconds ?? 0)
    if seconds > kind.limit * 1.1 {
      problems.append("took \(Self.shown(seconds)) s")
    }
    complaints += problems.map { "\(kind.title): \($0)" }
    row(
      kind.title, kind.verdict.rawValue, given?.outcome ?? "nothing", Self.shown(seconds),
      problems.isEmpty)
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
  ///
  /// - Parameter together: What came of the kind's step where many were in flight.
  package func problems(
    _ given: HostileRun.Given?, after: HostileRun.Given?, together: HostileRun.Given?
  ) -> [String] {
    guard let given else { return ["its step was not run"] }
    var problems: [String] = []
    if isRunTogether, together?.outcome != verdict.rawValue {
      problems.append(
        "with others in flight it \(together?.outcome ?? "was not run"): \(together?.message ?? "")"
      )
    }
    if isSentAgainAfter, after?.sendCount != 2 {
      problems.append("the step after it does not say that it was sent again")
    }
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
}
