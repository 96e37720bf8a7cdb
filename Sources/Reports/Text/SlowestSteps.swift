internal import AccordEngine

/// The steps that took longest.
struct SlowestSteps {
  private static let limit = 5
  private(set) var steps: [(title: String, duration: Duration)] = []

  mutating func add(_ record: StepRecord) {
    guard record.tries > 0 else { return }
    if case .errored(.unreachable) = record.outcome { return }
    if steps.count == Self.limit, let last = steps.last, record.duration <= last.duration { return }
    let place = steps.firstIndex { $0.duration < record.duration } ?? steps.count
    steps.insert((StepAccount.title(record), record.duration), at: place)
    if steps.count > Self.limit { steps.removeLast() }
  }
}
