extension Wording {
  /// A duration for reading: `0.4 ms`, `12 ms`, `1.24 s`, `2 min 5 s`.
  package static func duration(_ duration: Duration) -> String {
    let microseconds = max(0, duration.microseconds)
    if microseconds < 950 { return tenths(microseconds / 100, "ms") }
    let milliseconds = (microseconds + 500) / 1_000
    if milliseconds < 1_000 { return "\(milliseconds) ms" }
    if milliseconds < 10_000 {
      let hundredths = milliseconds / 10
      return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
    }
    let seconds = milliseconds / 1_000
    if seconds < 60 { return tenths(milliseconds / 100, "s") }
    if seconds < 3_600 { return "\(seconds / 60) min \(seconds % 60) s" }
    return "\(seconds / 3_600) h \(seconds % 3_600 / 60) min"
  }

  /// A limit as its author would write it: `300 ms`, `30 s`, without figures that say nothing.
  static func limit(_ limit: Duration) -> String {
    let microseconds = limit.microseconds
    if microseconds % 1_000_000 == 0 { return "\(microseconds / 1_000_000) s" }
    if microseconds % 1_000 == 0 { return "\(microseconds / 1_000) ms" }
    return "\(microseconds) µs"
  }

  /// A size as its author would write it: `64 MiB`, `1,000 octets`.
  static func size(_ octets: Int) -> String {
    if octets > 0, octets % (1 << 20) == 0 { return "\(octets >> 20) MiB" }
    if octets > 0, octets % (1 << 10) == 0 { return "\(octets >> 10) KiB" }
    return count(octets, "octet")
  }

  private static func tenths(_ value: Int64, _ unit: String) -> String {
    value % 10 == 0 && value != 0 || value == 0
      ? "\(value / 10) \(unit)" : "\(value / 10).\(value % 10) \(unit)"
  }
}

extension Duration {
  /// The duration in microseconds, cut.
  var microseconds: Int64 {
    let (seconds, attoseconds) = components
    let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    return overflow ? (seconds < 0 ? .min : .max) : product &+ attoseconds / 1_000_000_000_000
  }
}
