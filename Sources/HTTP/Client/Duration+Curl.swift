extension Optional<Duration> {
  /// Whole milliseconds, rounded up, at least 1, at most what curl takes; 0 for nil.
  var milliseconds: Int {
    guard let self else { return 0 }
    let (seconds, attoseconds) = self.components
    guard seconds < 2_000_000 else { return 2_000_000_000 }
    let milliseconds =
      Int(seconds) * 1_000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    return Swift.max(1, milliseconds)
  }
}
