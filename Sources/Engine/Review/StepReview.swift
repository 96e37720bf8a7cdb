/// Looks at what became of each step with something that the contract does not say: a list of known
/// failures, an earlier run.
///
/// It is asked before anything follows from the outcome, so that `--fail-fast`, counts and reports all
/// go by what it makes of it. A scenario goes on after what a review alone calls a failure: its later
/// steps have all that they need.
package protocol StepReview: AnyObject, Sendable {
  /// Changes what is to be changed of a step that has its outcome.
  func review(_ record: inout StepRecord)

  /// Changes what is to be changed of what a probe came to on a target.
  ///
  /// - Parameter rules: The rules of all targets.
  func review(_ rules: inout [RuleAccount], of target: inout ProbedTarget)
}

extension StepReview {
  /// Leaves it as it is.
  package func review(_ rules: inout [RuleAccount], of target: inout ProbedTarget) {}
}
