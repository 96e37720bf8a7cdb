package import AccordContract

/// A target that was probed, and what it took.
package struct ProbedTarget: Sendable, Hashable {
  /// The target's id: the name of its component and its path as written, `Shop API › /cart`.
  package let id: String
  /// What was probed: its path as written, or `the server`.
  package let name: String
  /// Its place among the targets of the contract, selected or not.
  package let index: Int
  /// How many requests were sent for it.
  package var requestCount: Int
  /// What the probe made and could not remove: URLs, or what is known instead.
  package var leftovers: [String]
  /// Why the probe did not come to its end, if it did not.
  package var interruption: String?
  /// What is to be said of what was known.
  package var remarks: [ProbeRemark]
  /// Where it stands in the contract.
  package var location = SourceLocation.unknown

  package init(
    id: String, name: String, index: Int, requestCount: Int = 0, leftovers: [String] = [],
    interruption: String? = nil, remarks: [ProbeRemark] = []
  ) {
    self.id = id
    self.name = name
    self.index = index
    self.requestCount = requestCount
    self.leftovers = leftovers
    self.interruption = interruption
    self.remarks = remarks
  }
}

extension ProbedTarget {
  /// The targets that shards of a run probed, in the contract's order; what several of them probed is
  /// one target.
  static func joined(_ targets: [ProbedTarget]) -> [ProbedTarget] {
    var joined: [ProbedTarget] = []
    for target in targets {
      guard let place = joined.firstIndex(where: { $0.id == target.id }) else {
        joined.append(target)
        continue
      }
      joined[place].requestCount += target.requestCount
      joined[place].leftovers += target.leftovers
      joined[place].remarks += target.remarks.filter { !joined[place].remarks.contains($0) }
      joined[place].interruption = joined[place].interruption ?? target.interruption
    }
    return joined.sorted { $0.index < $1.index }
  }
}
