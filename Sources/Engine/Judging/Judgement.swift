package import AccordContract

/// What judging a response came to.
package struct Judgement: Sendable {
  /// Everything that did not fit, in the contract's order.
  package var findings: [Finding] = []
  /// What the response bound, also where something else in it did not fit.
  package var captures: [(variable: Variable, value: BoundValue)] = []
  /// Values that no output may show: what a secret variable was bound to, or would have been.
  package var secrets: [(name: String, value: String)] = []
  /// Why there is no verdict, although there was an answer.
  package var problem: StepProblem?
  /// Why the answer says nothing about what was asked.
  package var skipReason: SkipReason?
  /// What the exchange told of rules, where it was held to them on the same thread.
  var observation: RuleObservation?
  /// Whether nothing was expected.
  var isObserved = false

  package init() {}
}
