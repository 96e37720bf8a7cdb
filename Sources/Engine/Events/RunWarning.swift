/// What a reader of a report has to know before believing it.
package enum RunWarning: Sendable, Hashable {
  /// The certificates of servers were not verified.
  case certificatesNotVerified
  /// The certificates of proxies were not verified.
  case proxyNotVerified
  /// The baseline lists steps that the contract does not have.
  case unknownStepsInBaseline(file: String, ids: [String])
  /// Steps that the run does not have with which this one is compared.
  case addedSteps(file: String, ids: [String])
  /// Steps of that run that the contract does not have any more.
  case removedSteps(file: String, ids: [String])
  /// The run with which this one is compared had a part of its contract only.
  case comparedWithPart(file: String, count: Int, of: Int)
  /// The run with which this one is compared was stopped before so many steps of the contract.
  case comparedWithStopped(file: String, count: Int)
  /// `--rerun-failed` runs what that run was stopped before; the signal that did it, else `--fail-fast`.
  case stoppedRunAgain(file: String, count: Int, signal: Int32?)
  /// What `--rerun-failed` was to run again and the contract does not have any more.
  case failedStepsGone(file: String, ids: [String])
  /// The run whose failures are run again failed for so many entries of a baseline besides.
  case failedForBaseline(file: String, count: Int)
  /// What an earlier run said.
  case recorded(String)
  /// Nothing was sent: what was recorded in a file of this name was judged again.
  case judgedAgain(file: String)
  /// The recorded run was stopped before so many steps; the signal that did it, else `--fail-fast`.
  case recordingOfStopped(file: String, count: Int, signal: Int32?)
  /// The recording is of another contract.
  case recordingOfContract(String, file: String, contract: String)
  /// Targets of these names were not probed, since nothing is sent.
  case probesNotJudged(names: [String])
  /// A URL was given for a recording that says itself which step an exchange belongs to.
  case urlOfOwnRecording(file: String)
}

extension RunWarning {
  /// Whether a baseline makes it.
  package var isOfBaseline: Bool {
    if case .unknownStepsInBaseline = self { true } else { false }
  }

  /// Whether the comparison with an earlier run makes it.
  package var isOfComparison: Bool {
    switch self {
    case .addedSteps, .removedSteps, .comparedWithPart, .comparedWithStopped: true
    case .certificatesNotVerified, .proxyNotVerified, .unknownStepsInBaseline, .failedStepsGone,
      .stoppedRunAgain, .failedForBaseline, .recorded, .judgedAgain, .recordingOfStopped,
      .recordingOfContract, .urlOfOwnRecording, .probesNotJudged:
      false
    }
  }
}
