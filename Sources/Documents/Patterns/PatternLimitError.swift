/// A match that was given up: the pattern neither matched nor failed within its limits.
package enum PatternLimitError: Error, Hashable, Sendable {
  /// More steps would have been needed; the payload is the number that was allowed.
  case steps(Int)
  /// More choices were open at once than allowed; the payload is that number.
  case openChoices(Int)
  /// The text has more bytes than a match can address; the payload is the greatest length.
  case textLength(Int)
}

extension PatternLimitError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .steps(let limit):
      "no verdict within \(limit) steps: the pattern backtracks too much on this text"
    case .openChoices(let limit):
      "no verdict with \(limit) open choices: the pattern keeps too many on this text"
    case .textLength(let limit):
      "no verdict: the text is longer than \(limit) bytes"
    }
  }
}
