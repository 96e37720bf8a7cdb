internal import AccordContract

/// The units that have not begun, in the plan's order, repetition after repetition.
///
/// Units of one `.serialized` element wait for one another here and hold nothing else up.
struct UnitQueue {
  struct Entry {
    /// The unit's number in the plan.
    var unit: Int
    /// Which repetition, from 1.
    var repetition: Int
    /// The unit's number in the run, repetitions counted.
    var number: Int
  }

  /// So many units may wait for their serial queue before no further ones are looked at.
  private static let mostWaiting = 4_096

  private let serialQueues: [Int?]
  private let unitCount: Int
  private let total: Int
  private var position = 0
  private var waiting: [Int: Queue<Int>] = [:]
  private var waitingCount = 0
  /// Serial queues of which a unit runs.
  private var busy: Set<Int> = []
  /// Serial queues that became free and have units waiting.
  private var freed = Queue<Int>()

  init(plan: Plan, repetitions: Int) {
    serialQueues = plan.units.map { plan.scopes[$0.scope].serialQueue }
    unitCount = plan.units.count
    total = unitCount * repetitions
  }

  /// Whether every unit has begun.
  var isEmpty: Bool { position == total && waitingCount == 0 }

  /// The next unit that may begin; `nil` where none may before another has ended.
  mutating func next() -> Entry? {
    while let serial = freed.popFirst() {
      guard let number = waiting[serial]?.popFirst() else { continue }
      waitingCount -= 1
      busy.insert(serial)
      return entry(number)
    }
    while position < total, waitingCount < Self.mostWaiting {
      let number = position
      position += 1
      guard let serial = serialQueues[number % unitCount] else { return entry(number) }
      if busy.insert(serial).inserted { return entry(number) }
      waiting[serial, default: Queue()].append(number)
      waitingCount += 1
    }
    return nil
  }

  /// Notes that a unit has ended, so that the next of its serial queue may begin.
  mutating func finished(_ unit: Plan.Unit, in plan: Plan) {
    guard let serial = plan.scopes[unit.scope].serialQueue else { return }
    busy.remove(serial)
    if waiting[serial]?.isEmpty == false { freed.append(serial) }
  }

  /// Any unit that has not begun, when none will any more.
  mutating func nextUnstarted() -> Entry? {
    while let serial = waiting.keys.min() {
      if let number = waiting[serial]?.popFirst() {
        waitingCount -= 1
        return entry(number)
      }
      waiting[serial] = nil
    }
    guard position < total else { return nil }
    position += 1
    return entry(position - 1)
  }

  private func entry(_ number: Int) -> Entry {
    Entry(unit: number % unitCount, repetition: number / unitCount + 1, number: number)
  }
}
