/// Units that wait for a moment, the nearest first.
struct TimerQueue {
  private struct Timer {
    let due: ContinuousClock.Instant
    let number: Int
    let slot: Int
  }

  private var heap: [Timer] = []
  private var count = 0

  /// The nearest moment.
  var nearest: ContinuousClock.Instant? { heap.first?.due }

  mutating func add(_ slot: Int, due: ContinuousClock.Instant) {
    count += 1
    heap.append(Timer(due: due, number: count, slot: slot))
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out a unit whose moment has come.
  mutating func popDue(at now: ContinuousClock.Instant) -> Int? {
    guard let first = heap.first, first.due <= now else { return nil }
    return pop(first)
  }

  /// Takes out all units, their moments come or not.
  mutating func popAll() -> [Int] {
    defer { heap.removeAll() }
    return heap.map(\.slot)
  }

  private mutating func pop(_ first: Timer) -> Int {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(child, least) {
        least = child
      }
      guard least != parent else { return first.slot }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  private func precedes(_ first: Int, _ second: Int) -> Bool {
    (heap[first].due, heap[first].number) < (heap[second].due, heap[second].number)
  }
}
