internal import AccordEngine
internal import AccordReports

/// `accord merge`: the records of shards in, the reports and the exit code of the whole out.
///
/// The records are read twice: first to know whether they are one whole run, and of which of its steps a
/// baseline and an earlier run speak; only then something is printed or written.
struct Merge {
  private let command: MergeCommand

  init(_ command: MergeCommand) { self.command = command }

  /// Joins, reports, and returns the exit code.
  ///
  /// - Parameters:
  ///   - makeReporter: Called once it is known that there is something to report.
  ///   - complain: Told what stands in no report.
  /// - Throws: `UsageProblem` where an option cannot be carried out.
  func perform(
    _ makeReporter: () throws(UsageProblem) -> RunReporter, complain: (String) -> Void
  ) throws(UsageProblem) -> Int32 {
    let shards: ShardSet
    do throws(MergeProblems) { shards = try ShardSet(paths: command.paths) } catch {
      return refuse(error, complain)
    }
    let reviews = try RunReviews(
      command.baseline, command.comparing, repetitions: shards.repetitions)
    let survey: MergeSurvey
    do throws(MergeProblems) { survey = try MergeSurvey(shards, for: reviews) } catch {
      return refuse(error, complain)
    }
    try reviews.requireSomethingToCompare(survey)
    let archives = ShardArchives(
      of: shards, named: command.archives, areNeeded: command.needsExchanges)
    for remark in archives.remarks { complain("\(remark)") }
    let folders = NewFolders(for: command.reports.requests.map(\.path))
    let reporter = try makeReporter()
    let whole = WholeRun(
      shards, reviews, survey, hasAllExchanges: archives.areComplete,
      failsOnFlaky: command.failOnFlaky)
    let footer: RunFooter
    do throws(MergeProblems) { footer = try whole.join(into: reporter) } catch {
      // A line that is no step's, or a file that was changed in the meantime.
      reporter.discard()
      folders.remove()
      return refuse(error, complain)
    }
    for remark in whole.remarks { complain("\(remark)") }
    return finish(whole, footer, reporter, complain)
  }

  private func refuse(_ refusal: MergeProblems, _ complain: (String) -> Void) -> Int32 {
    for problem in refusal.problems { complain("error: \(problem)") }
    return ExitStatus.noVerdict
  }

  /// Ends the reports, writes the baseline, and says what the exit code means.
  private func finish(
    _ whole: WholeRun, _ footer: RunFooter, _ reporter: RunReporter, _ complain: (String) -> Void
  ) -> Int32 {
    let failures = reporter.finish()
    for failure in failures { complain("error: \(Wording().message(failure))") }
    let (isWritten, note) = whole.reviews.finish(footer, whole.survey, Redactor())
    if let note { complain(note) }
    let staleCount = whole.failingEntries.count
    if staleCount > 0 { complain("error: \(RunComplaint.staleEntries(count: staleCount))") }
    // A signal ended a shard, not this program.
    var judged = footer
    judged.signal = nil
    let status = ExitStatus.of(
      judged, failsOnFlaky: command.failOnFlaky, allowsEmpty: command.allowEmpty,
      countsObserved: whole.isCompared, hasOtherFailures: staleCount > 0,
      hasOtherErrors: !failures.isEmpty || footer.signal != nil || !isWritten)
    if status == ExitStatus.nothingRan { complain("error: \(RunComplaint.noVerdict)") }
    return status
  }
}

extension MergeCommand {
  /// Whether a report shows more of exchanges than the records of runs have.
  fileprivate var needsExchanges: Bool {
    output.verbose || reports.requests.contains { $0.kind == .html || $0.kind == .har }
  }
}
