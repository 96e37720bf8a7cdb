extension Probe {
  /// Looks until something can be seen that was written, for servers that need time.
  ///
  /// Each look waits at most 750 ms, and all of a target at most 2 s. The first decisive one in vain waits
  /// 2 s more: it tells a server that needs time from one that does not do what it says.
  ///
  /// - Parameters:
  ///   - look: Reads what should show it.
  ///   - isDecisive: Whether a finding rests on it.
  ///   - isSeen: Whether it does.
  /// - Returns: What was read last, whether it shows it or not.
  /// - Throws: ``Obstacle/prevents(_:)`` where it was not seen and the server is known to need time, and
  ///   what `look` throws.
  func settle<Value>(
    _ look: () throws(Obstacle) -> Value, isDecisive: Bool = false,
    until isSeen: (Value) -> Bool
  ) throws(Obstacle) -> Value {
    var value = try look()
    if isSeen(value) { return value }
    for wait in [50, 100, 200, 400].map({ Duration.milliseconds($0) }) {
      guard workshop.spend(wait) else { break }
      pause(wait)
      value = try look()
      if isSeen(value) {
        workshop.isSlow = true
        return value
      }
    }
    if isDecisive, !workshop.isSlow, !workshop.hasLookedLate {
      workshop.hasLookedLate = true
      pause(.seconds(2))
      value = try look()
      workshop.isSlow = isSeen(value)
    }
    if workshop.isSlow {
      throw .prevents("the server takes its time until what was written can be read")
    }
    return value
  }
}
