/// Why a step was not run, or gave no verdict although it was.
package enum SkipReason: Sendable, Equatable {
  /// `.disabled`, with the author's reason.
  case disabled(String)
  /// `--skip-tag`, for a step of a scenario whose other steps run.
  case skippedTag(String)
  /// `--read-only`, for a method that is not safe (RFC 9110 section 9.2.1).
  case readOnly(method: String)
  /// An earlier step of the scenario failed or gave no verdict.
  case earlierStep(id: String)
  /// The step needs a variable that nothing has bound.
  case unbound(variable: String)
  /// A clean-up whose variable nothing has bound: there is nothing to remove.
  case nothingToCleanUp(variable: String)
  /// A probe was answered 401 or 403.
  case authorizationBeforeMethodCheck(status: Int)
  /// `--fail-fast`, after the first failure.
  case failFast
  /// SIGINT or SIGTERM.
  case interrupted
  /// What an earlier run said: the word for programs and the message.
  case recorded(kind: String, message: String)
  /// A recording is judged that has no exchange of the step.
  case notRecorded
}
