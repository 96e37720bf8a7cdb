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
  /// What `--rerun-failed` was to run again and the contract does not have any more.
  case failedStepsGone(file: String, ids: [String])
  /// The run whose failures are run again failed for so many entries of a baseline besides.
  case failedForBaseline(file: String, count: Int)
  /// What an earlier run said.
  case recorded(String)
  /// Nothing was sent: what was recorded in a file of this name was judged again.
  case judgedAgain(file: String)
}

extension RunWarning {
  /// Whether a baseline makes it.
  package var isOfBaseline: Bool {
    if case .unknownStepsInBaseline = self { true } else { false }
  }

  /// Whether the comparison with an earlier run makes it.
  package var isOfComparison: Bool {
    switch self {
    case .addedSteps, .removedSteps, .comparedWithPart: true
    case .certificatesNotVerified, .proxyNotVerified, .unknownStepsInBaseline, .failedStepsGone,
      .failedForBaseline, .recorded, .judgedAgain:
      false
    }
  }
}
