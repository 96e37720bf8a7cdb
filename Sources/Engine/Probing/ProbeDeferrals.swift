internal import AccordHTTP

/// What a busy server has put off, of one target.
struct ProbeDeferrals {
  /// For how long its word to come back later is still followed, over all requests.
  var patience: Duration
  /// What it answered, in place of what was asked for.
  var exchanges: [Exchange] = []

  /// Waits for as long as an answer asks, if there is enough patience left.
  mutating func spend(_ wait: Duration) -> Bool {
    guard wait <= patience else { return false }
    patience -= wait
    return true
  }
}
