internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
package import AccordEngine
internal import AccordRuns

/// Annotations on the contract's lines, for GitHub Actions: commands that its runner reads from what a
/// step prints (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
///
/// The runner keeps ten errors, ten warnings and ten notices of a step, so what matters most comes
/// first, steps of one line are one annotation, and a last one says how many there are besides.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class GitHubReport: Report {
  package let kind = "github"
  package let output: ReportOutput
  private let workspace: String?
  private var account: StepAccount
  private var shelves: [GitHubCommand.Level: AnnotationShelf] = [:]
  private var header: RunHeader?
  private var footer: RunFooter?
  private var unreachableCount = 0

  /// A report in the form of annotations.
  ///
  /// - Parameters:
  ///   - destination: Where it goes: standard output, for a runner to see it.
  ///   - workspace: Where the repository was checked out: `GITHUB_WORKSPACE`.
  ///   - sources: How the contract's files are called.
  ///   - redactor: What the reports of the run share.
  package init(
    _ destination: ReportDestination, workspace: String?, sources: SourceOptions,
    redactor: Redactor
  ) {
    self.workspace = workspace
    output = ReportOutput(destination)
    account = StepAccount(sources, redactor)
  }

  package func receive(_ event: Event) {
    switch event {
    case .secret: break
    case .started(let header):
      self.header = header
      account.curlOptions = header.curlOptions
    case .ended(let footer):
      self.footer = footer
      if let conformance = footer.conformance { annotate(conformance) }
    case .finished(let record): annotate(record)
    }
  }

  package func finish(_ written: WrittenReports) {
    for (place, entry) in (header?.heldTo.staleEntries ?? []).enumerated() {
      let command = GitHubCommand(
        level: .error, place: (entry.file, entry.line, 0),
        title: "Failed: baseline: \(account.wording.title(entry))",
        lines: [account.wording.message(entry)])
      shelves[.error, default: AnnotationShelf()].add(
        command, rank: .init(severity: 0, index: (header?.stepCount ?? 0) + place))
    }
    for level in GitHubCommand.Level.allCases {
      let first = ofTheRun(level)
      let shelf = shelves[level] ?? AnnotationShelf()
      for command in first + shelf.commands(level, before: first.count) {
        output.write(command.text(account.wording.redactor) + "\n")
      }
    }
  }

  private func annotate(_ record: StepRecord) {
    switch record.outcome {
    case .failed: add(.error, record, severity: 0, "Failed", details(record))
    case .errored(.unreachable): unreachableCount += 1
    case .errored: add(.error, record, severity: 1, "No verdict", details(record))
    case .passed, .observed, .skipped, .known:
      let remarks = StepRemark.all(of: record, account.wording)
      guard let first = remarks.first else { return }
      // The title says what the first is about.
      let lines = remarks.map { $0.kind == first.kind ? $0.text : $0.sentence }
      add(
        record.isFlaky ? .warning : .notice, record, severity: first.kind == .fixed ? 0 : 1,
        first.kind.title, lines)
    }
  }

  /// The rules of HTTP and REST that were broken, each where its first step stands.
  private func annotate(_ conformance: ConformanceAccount) {
    for target in conformance.targets { annotate(target) }
    for rule in conformance.passive.broken {
      guard let first = rule.first else { continue }
      let (level, word) = GitHubCommand.Level.of(rule)
      var command = GitHubCommand(
        level: level, title: "\(word) \(rule.rule.id)",
        lines: [account.wording.conformance(rule), rule.rule.statement, rule.rule.remedy])
      if first.location != .unknown {
        let file = account.sources.repositoryPath(of: first.location, workspace: workspace)
        command.place = (file, first.location.line, first.location.column)
      }
      // Behind what the steps have to say.
      shelves[level, default: AnnotationShelf()].add(
        command, rank: .init(severity: 2, index: first.index))
    }
  }

  /// What came of probing a target, where it stands: an annotation of each level, since several of one
  /// line are one.
  private func annotate(_ target: TargetAccount) {
    let findings = GitHubTarget(target: target, account: account)
    for level in GitHubCommand.Level.allCases {
      guard var command = findings.command(level) else { continue }
      if let location = findings.location {
        let file = account.sources.repositoryPath(of: location, workspace: workspace)
        command.place = (file, location.line, location.column)
      }
      // Behind what the steps have to say, and what their exchanges told of rules.
      shelves[level, default: AnnotationShelf()].add(
        command, rank: .init(severity: 3, index: target.target.index))
    }
  }

  private func details(_ record: StepRecord) -> [String] {
    account.messages(record) + account.exchangeLines(record) + account.answer(record)
      + account.reproduction(record)
  }

  /// - Parameter word: What became of the step, which the level alone does not tell.
  private func add(
    _ level: GitHubCommand.Level, _ record: StepRecord, severity: Int, _ word: String,
    _ lines: [String]
  ) {
    let location = record.findings.first?.location ?? record.location
    var command = GitHubCommand(
      level: level, title: "\(word): \(StepAccount.title(record))", lines: lines)
    if location != .unknown {
      let file = account.sources.repositoryPath(of: location, workspace: workspace)
      command.place = (file, location.line, location.column)
    }
    shelves[level, default: AnnotationShelf()].add(
      command, rank: .init(severity: severity, index: record.index))
  }

  /// What is said of the run as a whole.
  private func ofTheRun(_ level: GitHubCommand.Level) -> [GitHubCommand] {
    guard let header else { return [] }
    switch level {
    case .error:
      var commands: [GitHubCommand] = []
      if let error = footer?.unreachable {
        commands.append(
          GitHubCommand(
            level: level,
            title: "\(account.wording.shownURL(header.baseURL)) cannot be reached",
            lines: [
              account.wording.message(error),
              "\(Wording.count(unreachableCount, "step")) could not run",
            ]))
      }
      if let footer, let signal = footer.signal {
        let steps = Wording.count(header.stepCount, "step")
        commands.append(
          GitHubCommand(
            level: level, title: "Stopped by \(Wording.name(ofSignal: signal))",
            lines: [
              "the run did not come to its end: \(VisibleText.grouped(footer.totals.skipped)) of "
                + "its \(steps) were not run"
            ]))
      }
      return commands
    case .warning:
      return header.warnings.prefix(AnnotationShelf.limit - 1).map {
        GitHubCommand(level: level, title: header.contract, lines: [account.wording.message($0)])
      }
    case .notice: return []
    }
  }
}
