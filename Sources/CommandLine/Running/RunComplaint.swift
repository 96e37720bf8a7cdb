/// What is wrong with a run and stands in no report.
enum RunComplaint: Equatable {
  /// The server of `--start` ended before it accepted a connection.
  case serverEnded(ServerProcess.End)
  /// The server of `--start` ended while steps ran, so that another one may have answered.
  case serverEndedEarly(ServerProcess.End)
  /// Something listens where the server of `--start` is to listen.
  case addressTaken(String)
  /// No step was selected, of so many, and no target of so many.
  case nothingSelected(of: Int, targets: Int = 0)
  /// Components of these names are not carried out.
  case probesLeftOut(names: [String], reason: String)
  /// Steps were selected, and none gave a verdict.
  case noVerdict
  /// Nothing but targets was probed, and no rule has a verdict.
  case noVerdictOfRules
  /// `--rerun-failed` was given a run without a failure.
  case nothingToRerun(file: String)
  /// `--update-baseline` has written the list.
  case baselineWritten(file: String, count: Int, added: Int, removed: Int)
  /// `--update-baseline` has not written the list.
  case baselineNotWritten(file: String, reason: String)
  /// So many entries of the baseline are of no step, with `--strict-baseline`.
  case staleEntries(count: Int)
  /// So many steps have no verdict, since the recorded run was stopped before them.
  case stoppedInRecording(count: Int)
  /// A signal came when every step had its outcome.
  case stoppedAtTheEnd(signal: Int32)
  /// Standard output does not take what is printed, in the system's words.
  case unwritableOutput(reason: String)
}
