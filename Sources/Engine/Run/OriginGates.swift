internal import AccordHTTP

/// Holds back what is sent to an origin that asked for it, or that has as many connections as it may
/// have; other origins go on meanwhile.
///
/// What is held back is held here and not by curl, whose limits of time would run on.
struct OriginGates {
  private struct Gate {
    /// Until when the origin asked to be left alone.
    var heldUntil: ContinuousClock.Instant?
    /// How many exchanges are in flight.
    var inFlight = 0
    /// Whether the exchanges share a connection (RFC 9113 section 5), so that they are no connections.
    var isMultiplexed = false
    var waiting = Queue<Int>()
  }

  /// Until when those wait that wait in their step's time.
  private var deadlines: [Int: ContinuousClock.Instant] = [:]

  private var gates: [Origin: Gate] = [:]
  /// How many connections an origin may have; nil where there can be no more anyway.
  private let limit: Int?
  private var waitingCount = 0

  /// Gates for a run.
  ///
  /// - Parameters:
  ///   - limit: How many connections an origin may have.
  ///   - jobs: How many exchanges there are at most, so that a higher limit need not be looked after.
  init(limit: Int, jobs: Int) { self.limit = limit < jobs ? limit : nil }

  /// Whether nothing is ever held back, so that nobody need know which origin is meant.
  var areOpen: Bool { limit == nil && gates.isEmpty }

  /// The nearest moment at which something that waits may go on.
  var nearest: ContinuousClock.Instant? {
    guard waitingCount > 0 else { return nil }
    let opening = gates.values.lazy.filter { !$0.waiting.isEmpty }.compactMap(\.heldUntil).min()
    return [opening, deadlines.values.min()].compactMap { $0 }.min()
  }

  /// Until when an origin is held back; nil where it is not.
  func heldUntil(_ origin: Origin, at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    gates[origin]?.heldUntil.flatMap { $0 > now ? $0 : nil }
  }

  /// Whether another exchange with an origin may begin, as far as connections go.
  func hasRoom(for origin: Origin) -> Bool {
    guard let limit, let gate = gates[origin] else { return true }
    return gate.isMultiplexed || gate.inFlight < limit
  }

  /// Leaves an origin alone for a time; one that was asked for before stays if it is longer.
  mutating func hold(_ origin: Origin, until moment: ContinuousClock.Instant) {
    gates[origin, default: Gate()].heldUntil = max(gates[origin]?.heldUntil ?? moment, moment)
  }

  /// Keeps a unit until its origin's gate opens, or its step's time is over.
  mutating func keep(
    _ slot: Int, for origin: Origin, until deadline: ContinuousClock.Instant? = nil
  ) {
    gates[origin, default: Gate()].waiting.append(slot)
    deadlines[slot] = deadline
    waitingCount += 1
  }

  /// Notes that an exchange begins.
  mutating func begin(_ origin: Origin) {
    if limit != nil { gates[origin, default: Gate()].inFlight += 1 }
  }

  /// Notes that an exchange has ended.
  ///
  /// - Parameter facts: The connection; nil where the exchange was abandoned.
  mutating func end(_ origin: Origin, over facts: ConnectionFacts?) {
    guard limit != nil else { return }
    gates[origin, default: Gate()].inFlight -= 1
    guard let facts, let version = facts.version else { return }
    // One that opens a connection for each request shares none, whatever its version.
    gates[origin]?.isMultiplexed = version == .http2 && !facts.isNew
  }

  /// Takes out the units whose gates are open now.
  mutating func popOpen(at now: ContinuousClock.Instant) -> [Int] {
    guard waitingCount > 0 else { return [] }
    var slots = takeLate(at: now)
    let lateCount = slots.count
    for (origin, gate) in gates
    where !gate.waiting.isEmpty && gate.heldUntil.map({ $0 <= now }) != false {
      var room =
        limit.map { gate.isMultiplexed ? Int.max : max(0, $0 - gate.inFlight) } ?? Int.max
      while room > 0, let slot = gates[origin]?.waiting.popFirst() {
        slots.append(slot)
        room -= 1
      }
    }
    for slot in slots[lateCount...] { deadlines[slot] = nil }
    waitingCount -= slots.count - lateCount
    return slots
  }

  /// Takes out the units whose step's time is over.
  private mutating func takeLate(at now: ContinuousClock.Instant) -> [Int] {
    let late = Set(deadlines.lazy.filter { $0.value <= now }.map(\.key))
    guard !late.isEmpty else { return [] }
    for origin in gates.keys {
      for slot in gates[origin]?.waiting.popAll() ?? [] where !late.contains(slot) {
        gates[origin]?.waiting.append(slot)
      }
    }
    for slot in late { deadlines[slot] = nil }
    waitingCount -= late.count
    return late.sorted()
  }

  /// Takes out all units, whether their gates are open or not.
  mutating func popAll() -> [Int] {
    guard waitingCount > 0 else { return [] }
    waitingCount = 0
    deadlines = [:]
    // In the order of their numbers, since dictionaries have none.
    return gates.keys.flatMap { gates[$0]?.waiting.popAll() ?? [] }.sorted()
  }
}
