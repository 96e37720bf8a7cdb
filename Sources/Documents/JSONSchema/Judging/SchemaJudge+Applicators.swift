extension SchemaJudge {
  /// How many `anyOf` and `oneOf` inside of each other say what their branches found.
  private static let deepestBranch = 16

  mutating func apply(_ applicator: SchemaApplicator, _ instance: Int, marks: Int) -> Bool {
    switch applicator {
    case .reference(let link):
      return judge(link: link, instance, position: 0, marks: marks)
    case .dynamicReference(let name, let link):
      return judgeDynamically(name, link, instance, marks: marks)
    case .all(let range):
      var holds = true
      for link in range.indices {
        holds = judge(link: Int32(link), instance, position: 0, marks: marks) && holds
        guard holds || isCollecting else { return false }
      }
      return holds
    case .any(let range):
      return judgeAny(range, instance, marks: marks)
    case .one(let range):
      return judgeOne(range, instance, marks: marks)
    case .not(let link):
      return !holdsQuietly(link, instance) || fail(.not, at: instance)
    case .conditional(let test, let then, let otherwise):
      return judgeConditionally(test, then, otherwise, instance, marks: marks)
    }
  }

  /// Goes to the outermost schema on the way here that has the name (2020-12, section 8.2.3.2).
  private mutating func judgeDynamically(
    _ name: Int32, _ link: Int32, _ instance: Int, marks: Int
  ) -> Bool {
    let targets = program.dynamicTargets[Int(name)]
    for resource in scope {
      guard let found = targets.first(where: { $0.resource == resource }) else { continue }
      return judge(link: link, to: found.node, instance, marks: marks)
    }
    return judge(link: link, instance, position: 0, marks: marks)
  }

  private mutating func judgeConditionally(
    _ test: Int32, _ then: Int32, _ otherwise: Int32, _ instance: Int, marks: Int
  ) -> Bool {
    // Without branches, the test matters for what it evaluates only.
    guard marks >= 0 || then >= 0 || otherwise >= 0 else { return true }
    let own = marks >= 0 ? beginMarks(for: instance) : -1
    let holds = holdsQuietly(test, instance, marks: own)
    if own >= 0 { endMarks(own, mergingInto: holds ? marks : -1) }
    let branch = holds ? then : otherwise
    return branch < 0 || judge(link: branch, instance, position: 0, marks: marks)
  }

  /// `anyOf`: with marks all branches are looked at, since each one that holds may evaluate more.
  private mutating func judgeAny(_ range: SchemaRange, _ instance: Int, marks: Int) -> Bool {
    var branches: [SchemaBranchFindings] = []
    let earlier = kept
    var holds = false
    for link in range.indices {
      if judgeBranch(Int32(link), instance, marks: marks, &branches) {
        holds = true
        kept = earlier
        if marks < 0 { return true }
      }
    }
    return holds || fail(.any, branches, at: instance)
  }

  private mutating func judgeOne(_ range: SchemaRange, _ instance: Int, marks: Int) -> Bool {
    var branches: [SchemaBranchFindings] = []
    let earlier = kept
    var holding: [Int] = []
    var count = 0
    for (number, link) in range.indices.enumerated() {
      guard judgeBranch(Int32(link), instance, marks: marks, &branches) else { continue }
      count += 1
      if isCollecting { holding.append(number) } else if count > 1 { return false }
    }
    if count > 0 { kept = earlier }
    if count == 1 { return true }
    return fail(.one(matching: holding), count == 0 ? branches : [], at: instance)
  }

  /// Judges by one of several schemas: what it finds and evaluates counts only as part of it.
  private mutating func judgeBranch(
    _ link: Int32, _ instance: Int, marks: Int, _ branches: inout [SchemaBranchFindings]
  ) -> Bool {
    let own = marks >= 0 ? beginMarks(for: instance) : -1
    let earlier = findings.count
    branchDepth += 1
    let holds = judge(link: link, instance, position: 0, marks: own)
    branchDepth -= 1
    if own >= 0 { endMarks(own, mergingInto: holds ? marks : -1) }
    if isCollecting {
      let kept = branchDepth < Self.deepestBranch ? Array(findings[earlier...]) : []
      branches.append(SchemaBranchFindings(findings: kept))
      findings.removeLast(findings.count - earlier)
    }
    return holds
  }

  private mutating func fail(
    _ demand: SchemaDemand, _ branches: [SchemaBranchFindings], at instance: Int
  ) -> Bool {
    if isCollecting {
      findings.append(
        SchemaFinding(
          demand: demand, trail: place, instance: UInt32(instance), branches: branches))
    }
    return false
  }

  /// As the other way to judge by a link, with the schema that it leads to this time.
  private mutating func judge(
    link: Int32, to target: Int32, _ instance: Int, marks: Int
  ) -> Bool {
    guard isCollecting else { return judge(target, instance, marks: marks) }
    let parent = place
    let length = trail.count
    trail.append(
      SchemaTrailStep(
        parent: parent, link: link, instance: UInt32(instance), position: 0, target: target))
    place = Int32(length)
    let holds = judge(target, instance, marks: marks)
    place = parent
    if holds { dropTrail(to: length) }
    return holds
  }
}
