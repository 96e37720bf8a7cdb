/// How much work selecting may do.
///
/// A path such as `$..*..*` gives more nodes than a document has, and a filter may compare each
/// element of an array with a large value elsewhere.
package struct JSONPathLimits: Sendable, Hashable {
  /// The number of values and members that all parts of a path together may look at.
  package var maximumSteps: Int
  /// The number of nodes that each part of a path may give.
  package var maximumNodes: Int
  /// What each regular expression may do on each text.
  package var patterns: PatternLimits

  /// A hundred million steps, some seconds at most, and five million nodes.
  package static let standard = JSONPathLimits()

  /// What is not said is as in ``standard``.
  package init(
    maximumSteps: Int = 100_000_000, maximumNodes: Int = 5_000_000,
    patterns: PatternLimits = .standard
  ) {
    self.maximumSteps = maximumSteps
    self.maximumNodes = maximumNodes
    self.patterns = patterns
  }
}

/// Why a path has no answer for a document.
package enum JSONPathEvaluationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// More values would have to be looked at than allowed.
  case tooManySteps(limit: Int)
  /// A part of the path gives more nodes than allowed.
  case tooManyNodes(limit: Int)
  /// A regular expression gave no verdict within its limits.
  case pattern(PatternLimitError)

  /// One sentence.
  package var description: String {
    switch self {
    case .tooManySteps(let limit): "the path takes more than \(limit) steps through the document"
    case .tooManyNodes(let limit): "a part of the path gives more than \(limit) nodes"
    case .pattern(let error): "a regular expression of the path has no verdict: \(error)"
    }
  }
}
