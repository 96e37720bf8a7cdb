extension SchemaJudge {
  /// Judges an object.
  ///
  /// Members of the same name are judged each, and counted each.
  mutating func judgeObject(_ rule: SchemaObjectRule, _ instance: Int, marks: Int) -> Bool {
    let entry = tape[instance]
    var holds = true
    if Int(entry.count) < rule.fewest { holds = fail(.fewestMembers(rule.fewest), at: instance) }
    if Int(entry.count) > rule.most { holds = fail(.mostMembers(rule.most), at: instance) }
    guard holds || isCollecting else { return false }
    var present = NumberSet()
    var name = instance + 1
    let end = Int(entry.next)
    var ordinal = 0
    while name < end {
      holds = judgeMember(rule, name, ordinal, &present, marks: marks) && holds
      guard holds || isCollecting else { return false }
      name = Int(tape[name + 1].next)
      ordinal += 1
    }
    if !present.hasAll(below: rule.requiredCount) {
      for number in 0..<rule.requiredCount where !present.contains(number) {
        holds = fail(.required(Int(rule.firstName) + number), at: instance)
        guard isCollecting else { return false }
      }
    }
    if !rule.dependents.isEmpty {
      holds = judgeDependents(rule, present, instance, marks: marks) && holds
    }
    return holds
  }

  @inline(__always)
  private mutating func judgeMember(
    _ rule: SchemaObjectRule, _ name: Int, _ ordinal: Int, _ present: inout NumberSet, marks: Int
  ) -> Bool {
    var holds = true
    var isEvaluated = false
    let value = name + 1
    if let slot = slot(of: name, in: rule.table) {
      if slot.number >= 0 { present.insert(Int(slot.number)) }
      if slot.link >= 0 {
        isEvaluated = true
        holds = judge(link: slot.link, value, position: SchemaTrailStep.memberValue)
      }
    }
    for position in rule.patterns.indices {
      guard holds || isCollecting else { return false }
      let pattern = program.patternLinks[position]
      guard let matches = matches(pattern.pattern, name) else {
        holds = false
        continue
      }
      if matches {
        isEvaluated = true
        holds =
          judge(link: pattern.link, value, position: SchemaTrailStep.memberValue) && holds
      }
    }
    guard holds || isCollecting else { return false }
    if !isEvaluated, rule.additional >= 0 {
      isEvaluated = true
      holds = judge(link: rule.additional, value, position: SchemaTrailStep.memberValue) && holds
    }
    if isEvaluated, marks >= 0 { mark(ordinal, in: marks) }
    if rule.memberNames >= 0, holds || isCollecting {
      holds = judge(link: rule.memberNames, name, position: SchemaTrailStep.memberName) && holds
    }
    return holds
  }

  private mutating func judgeDependents(
    _ rule: SchemaObjectRule, _ present: NumberSet, _ instance: Int, marks: Int
  ) -> Bool {
    var holds = true
    for position in rule.dependents.indices {
      let dependent = program.dependents[position]
      guard present.contains(Int(dependent.trigger)) else { continue }
      switch dependent.demand {
      case .name(let number):
        if !present.contains(Int(number)) {
          holds = fail(
            .dependent(
              name: Int(rule.firstName + number), trigger: Int(rule.firstName + dependent.trigger),
              isHistoric: dependent.isHistoric),
            at: instance)
        }
      case .link(let link):
        holds = judge(link: link, instance, position: 0, marks: marks) && holds
      }
      guard holds || isCollecting else { return false }
    }
    return holds
  }
}

/// A set of small numbers, of which the first 64 need no memory.
struct NumberSet {
  private var low: UInt64 = 0
  private var high: [UInt64] = []

  @inline(__always)
  mutating func insert(_ number: Int) {
    if number < 64 { low |= 1 << UInt64(number) } else { insertHigh(number) }
  }

  @inline(__always)
  func contains(_ number: Int) -> Bool {
    if number < 64 { return low & 1 << UInt64(number) != 0 }
    let word = number / 64 - 1
    return word < high.count && high[word] & 1 << UInt64(number % 64) != 0
  }

  /// Whether all numbers from 0 up to a count are there.
  @inline(__always)
  func hasAll(below count: Int) -> Bool {
    if count < 64 {
      let needed: UInt64 = (1 << UInt64(count)) - 1
      return low & needed == needed
    }
    return (0..<count).allSatisfy(contains)
  }

  private mutating func insertHigh(_ number: Int) {
    let word = number / 64 - 1
    while high.count <= word { high.append(0) }
    high[word] |= 1 << UInt64(number % 64)
  }
}
