/// Which shard each unit of a plan belongs to.
///
/// A unit is a scenario or a single step, and never split. Units of one `.serialized` element stay
/// together too: two machines cannot take turns.
///
/// Without durations each part goes to the shard for which the hash of both is highest (rendezvous
/// hashing, Thaler and Ravishankar 1998): a unit that is added moves no other, and of N shards one
/// more takes about one unit in N + 1. With durations the longest part goes first, each into the shard
/// with the least so far; a part of which nothing is known counts as the mean of those known.
package struct ShardAssignment: Sendable {
  /// The shard of each unit, from 1, by the unit's number in the plan.
  package let shards: [Int]
  /// The shard of each probe, from 1, in the plan's order: always by hash, and never split.
  package let probes: [Int]
  /// Whether durations decided: they do not where they know none of the plan's steps.
  package let isByDurations: Bool

  /// Units that stay together.
  private struct Part {
    var identity: String
    var units: [Int]
  }

  /// Assigns the units of a plan.
  ///
  /// - Parameters:
  ///   - plan: All that was selected.
  ///   - total: How many shards there are, at least 1.
  ///   - durations: How long steps took in an earlier run, by id.
  package init(_ plan: Plan, total: Int, durations: [String: Duration] = [:]) {
    let parts = Self.parts(of: plan)
    let known = durations.isEmpty ? [] : parts.map { Self.duration(of: $0, in: plan, durations) }
    let places: [Int]
    if known.contains(where: { $0 != nil }) {
      isByDurations = true
      places = Self.balanced(parts, known, total: total)
    } else {
      isByDurations = false
      places = parts.map { Self.place(of: $0.identity, total: total) }
    }
    var shards = [Int](repeating: 1, count: plan.units.count)
    for (part, place) in zip(parts, places) {
      for unit in part.units { shards[unit] = place }
    }
    self.shards = shards
    probes = plan.probes.map { probe in
      Self.place(of: plan.scopes[probe.scope].path.joined(separator: " › "), total: total)
    }
  }

  // MARK: - Parts

  private static func parts(of plan: Plan) -> [Part] {
    var parts: [Part] = []
    var partOfQueue: [Int: Int] = [:]
    for (number, unit) in plan.units.enumerated() {
      guard let queue = plan.scopes[unit.scope].serialQueue else {
        parts.append(Part(identity: plan.identity(of: unit), units: [number]))
        continue
      }
      if let part = partOfQueue[queue] {
        parts[part].units.append(number)
      } else {
        partOfQueue[queue] = parts.count
        parts.append(Part(identity: plan.identity(ofQueue: queue), units: [number]))
      }
    }
    return parts
  }

  // MARK: - By hash

  private static func place(of identity: String, total: Int) -> Int {
    let own = StableHash(identity).value
    var (best, most) = (1, UInt64.min)
    for shard in 1...total {
      let weight = StableHash.mixed(own ^ StableHash.mixed(UInt64(shard)))
      if weight > most { (best, most) = (shard, weight) }
    }
    return best
  }

  // MARK: - By durations

  /// How long a part took; `nil` where nothing of it is known.
  private static func duration(
    of part: Part, in plan: Plan, _ durations: [String: Duration]
  ) -> Duration? {
    var sum: Duration?
    for unit in part.units {
      for step in plan.steps[plan.units[unit].steps] {
        if let duration = durations[plan.id(of: step)] { sum = (sum ?? .zero) + duration }
      }
    }
    return sum
  }

  private static func balanced(_ parts: [Part], _ known: [Duration?], total: Int) -> [Int] {
    let told = known.compactMap(\.self)
    let mean = told.reduce(.zero, +) / max(told.count, 1)
    let durations = known.map { $0 ?? mean }
    // By name where durations are equal: the order in the contract decides nothing.
    let order = parts.indices.sorted { first, second in
      (durations[second], parts[first].identity, first)
        < (durations[first], parts[second].identity, second)
    }
    var loads = [(duration: Duration, count: Int)](repeating: (.zero, 0), count: total)
    var places = [Int](repeating: 1, count: parts.count)
    for part in order {
      // What takes no time at all is spread by number.
      let lightest = loads.indices.min { loads[$0] < loads[$1] } ?? 0
      loads[lightest].duration += durations[part]
      loads[lightest].count += 1
      places[part] = lightest + 1
    }
    return places
  }
}

extension Plan {
  /// What names a unit whatever else the contract has: the names above a scenario, and of a single
  /// step these, its request and the status that it expects.
  ///
  /// Not its id, to which the status is added only where another step makes that necessary.
  func identity(of unit: Unit) -> String {
    let names = scopes[unit.scope].path
    guard !unit.isScenario, let step = steps[unit.steps].first else {
      return names.joined(separator: " › ")
    }
    return identityWithoutDistinction(of: step) + Self.statusSuffix(step.step)
  }

  /// The names above what is `.serialized`; scopes stand in the order from outside in.
  fileprivate func identity(ofQueue queue: Int) -> String {
    scopes.first { $0.serialQueue == queue }?.path.joined(separator: " › ") ?? ""
  }
}
