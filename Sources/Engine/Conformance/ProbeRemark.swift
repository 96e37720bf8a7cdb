/// What a list of known failures, or the contract, says of a target besides its verdicts.
package enum ProbeRemark: Sendable, Hashable {
  /// A rule is kept that a baseline lists as broken; the rule is `nil` where any was meant.
  case fixed(rule: String?, file: String, line: Int, fails: Bool)
  /// A rule is broken, and the last day on which that was known has passed.
  case expired(rule: String, file: String, line: Int, day: String)
  /// No rule of the `Conformance` is broken that `.knownIssue` is said of.
  case issueGone(String)
  /// What an earlier run said.
  case recorded(String, fails: Bool)

  /// Whether the run fails for it: `--strict-baseline`.
  package var fails: Bool {
    switch self {
    case .fixed(_, _, _, let fails), .recorded(_, let fails): fails
    case .expired, .issueGone: false
    }
  }
}
