/// Keeps `--rate`: no more than so many requests begin in any second.
///
/// Requests are spaced evenly, and time that was not used is not made up for, so that the limit
/// holds over every window and not only on average. The spacing is one percent wider than the rate
/// asks, since a request takes a moment from its start here to its arrival there.
struct Pacer {
  private let interval: Duration?
  /// When the next request may begin, which may be past; `nil` for at once.
  private(set) var next: ContinuousClock.Instant?

  init(rate: Double?) {
    interval = rate.map { .seconds(1.01 / $0) }
  }

  /// When the next request may begin; `nil` for at once.
  func delay(from now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    guard let next, next > now else { return nil }
    return next
  }

  /// Notes that a request begins.
  mutating func begin(at now: ContinuousClock.Instant) {
    if let interval { next = now + interval }
  }
}
