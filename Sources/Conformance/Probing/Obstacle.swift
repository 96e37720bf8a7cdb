/// Why nothing can be said of a rule.
package enum Obstacle: Error, Sendable, Hashable {
  /// The API has nothing that the rule speaks of: the rule is not applicable. What is missing, as a
  /// sentence without its full stop.
  case lacks(String)
  /// Something stands in the way of finding out: the rule is inconclusive. What it is, as a sentence
  /// without its full stop.
  case prevents(String)
}
