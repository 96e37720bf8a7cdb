internal import AccordConformance
internal import AccordContract
package import AccordEngine

/// Annotations on the contract's lines, for GitHub Actions: commands that its runner reads from what a
/// step prints (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
///
/// The runner keeps ten errors, ten warnings and ten notices of a step, so what matters most comes
/// first, steps of one line are one annotation, and a last one says how many there are besides.
///
/// A class, since it is changed with every event by the one queue that owns it.
package final class GitHubReport: Report {
  package let kind = "github"
  package let destination: ReportDestination
  package var stream: StreamWriter? { output.stream }
  private let workspace: String?
  private var account: StepAccount
  private let output: ReportOutput
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
    self.destination = destination
    self.workspace = workspace
    account = StepAccount(wording: Wording(redactor: redactor), sources: SourceFiles(sources))
    output = ReportOutput(destination)
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

  package func finish(_ written: WrittenReports) throws(ReportFailure) {
    for level in GitHubCommand.Level.allCases {
      let first = ofTheRun(level)
      let shelf = shelves[level] ?? AnnotationShelf()
      for command in first + shelf.commands(level, before: first.count) {
        output.write(command.text(account.wording.redactor) + "\n")
      }
    }
    do throws(POSIX.Failure) {
      try output.close()
    } catch {
      throw failure(error)
    }
  }

  private func annotate(_ record: StepRecord) {
    switch record.outcome {
    case .failed: add(.error, record, severity: 0, details(record))
    case .errored(.unreachable): unreachableCount += 1
    case .errored: add(.error, record, severity: 1, details(record))
    case .passed, .observed:
      let remarks = StepRemark.all(of: record, account.wording)
      guard !remarks.isEmpty else { return }
      let isFixed = remarks.contains { $0.kind == .fixed }
      add(
        record.isFlaky ? .warning : .notice, record, severity: isFixed ? 0 : 1,
        remarks.map(\.sentence))
    case .skipped, .known: break
    }
  }

  /// The rules of HTTP and REST that were broken, each where its first step stands.
  private func annotate(_ conformance: ConformanceAccount) {
    for rule in conformance.broken {
      guard let first = rule.first else { continue }
      let (level, word) = GitHubCommand.Level.of(rule, in: conformance)
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

  private func details(_ record: StepRecord) -> [String] {
    account.messages(record) + account.exchangeLines(record) + account.reproduction(record)
  }

  private func add(
    _ level: GitHubCommand.Level, _ record: StepRecord, severity: Int, _ lines: [String]
  ) {
    let location = record.findings.first?.location ?? record.location
    var command = GitHubCommand(level: level, title: StepAccount.title(record), lines: lines)
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
      guard let error = footer?.unreachable else { return [] }
      let url = account.wording.shownURL(header.baseURL)
      return [
        GitHubCommand(
          level: level, title: "\(url) cannot be reached",
          lines: [
            account.wording.message(error),
            "\(Wording.count(unreachableCount, "step")) could not run",
          ])
      ]
    case .warning:
      return header.warnings.prefix(AnnotationShelf.limit - 1).map {
        GitHubCommand(level: level, title: header.contract, lines: [account.wording.message($0)])
      }
    case .notice: return []
    }
  }
}
