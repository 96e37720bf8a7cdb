/// The annotations of one level that are most worth being seen: at most ten, one for each line of the
/// contract, the earliest and worst first.
struct AnnotationShelf {
  /// An annotation and its place among the others.
  struct Entry {
    var rank: Rank
    var command: GitHubCommand
  }

  /// What comes first: failures before errors, then the contract's order.
  struct Rank: Comparable {
    var severity: Int
    var index: Int

    static func < (first: Rank, second: Rank) -> Bool {
      (first.severity, first.index) < (second.severity, second.index)
    }
  }

  /// So many annotations of a kind the runner keeps for a step.
  static let limit = 10

  private var entries: [Entry] = []
  /// How many steps there are, shown or not.
  private var count = 0
  /// How many there are at a line of the contract: no more lines than it has.
  private var countsByLine: [String: Int] = [:]

  mutating func add(_ command: GitHubCommand, rank: Rank) {
    count += 1
    countsByLine[command.line, default: 0] += 1
    if let same = entries.firstIndex(where: { $0.command.line == command.line }) {
      guard rank < entries[same].rank else { return }
      entries.remove(at: same)
    }
    let position = entries.firstIndex { rank < $0.rank } ?? entries.count
    entries.insert(Entry(rank: rank, command: command), at: position)
    if entries.count > Self.limit { entries.removeLast() }
  }

  /// The commands to print, where `before` others of the level are printed first: all, or with a last
  /// one that says how many steps there are besides.
  func commands(_ level: GitHubCommand.Level, before: Int = 0) -> [GitHubCommand] {
    let all = entries.prefix(Self.limit - before)
    if all.reduce(0, { $0 + count(at: $1) }) == count { return all.map(whole) }
    let shown = all.prefix(Self.limit - before - 1)
    let rest = count - shown.reduce(0) { $0 + count(at: $1) }
    let note = GitHubCommand(
      level: level, title: "\(Wording.count(rest, "more step")) \(level.ofTheRest)",
      lines: [
        "GitHub shows \(Self.limit) annotations of a kind. The log of this job's step names every one, and "
          + "so does the job's summary."
      ])
    return shown.map(whole) + [note]
  }

  private func count(at entry: Entry) -> Int { countsByLine[entry.command.line] ?? 1 }

  /// The command with a note of the steps that it stands for besides its own.
  private func whole(_ entry: Entry) -> GitHubCommand {
    var command = entry.command
    let others = count(at: entry) - 1
    if others > 0 {
      command.lines.append("and \(Wording.count(others, "more step")) at this line: see the log")
    }
    return command
  }
}

extension GitHubCommand.Level {
  /// What became of the steps of this level that are not shown.
  fileprivate var ofTheRest: String {
    switch self {
    case .error: "without success"
    case .warning: "passed only when sent again"
    case .notice: "with a remark"
    }
  }
}

extension GitHubCommand {
  /// What annotations of one line have in common.
  fileprivate var line: String { place.map { "\($0.line) \($0.file)" } ?? title }
}
