extension SchemaJudge {
  mutating func judgeArray(_ rule: SchemaArrayRule, _ instance: Int, marks: Int) -> Bool {
    let entry = tape[instance]
    var holds = true
    if Int(entry.count) < rule.fewest { holds = fail(.fewestElements(rule.fewest), at: instance) }
    if Int(entry.count) > rule.most { holds = fail(.mostElements(rule.most), at: instance) }
    guard holds || isCollecting else { return false }
    if !rule.prefix.isEmpty || rule.rest >= 0 || rule.contained >= 0 {
      holds = judgeElements(rule, instance, marks: marks) && holds
    }
    guard holds || isCollecting else { return false }
    if rule.isUnique, let (first, second) = sameElements(of: instance) {
      holds = fail(.unique(first: first, second: second), at: instance)
    }
    return holds
  }

  private mutating func judgeElements(
    _ rule: SchemaArrayRule, _ instance: Int, marks: Int
  ) -> Bool {
    var holds = true
    var contained = 0
    // Without an upper limit, and without marks, it is enough to have found enough.
    let enough = rule.mostContained < Int.max || marks >= 0 ? Int.max : rule.fewestContained
    var element = instance + 1
    let end = Int(tape[instance].next)
    var position = 0
    while element < end {
      if position < Int(rule.prefix.count) {
        let link = rule.prefix.first + Int32(position)
        holds = judge(link: link, element, position: Int32(position)) && holds
        if marks >= 0 { mark(position, in: marks) }
      } else if rule.rest >= 0 {
        holds =
          judge(link: rule.rest, element, position: Int32(truncatingIfNeeded: position)) && holds
        if marks >= 0 { mark(position, in: marks) }
      }
      guard holds || isCollecting else { return false }
      if rule.contained >= 0, contained < enough, holdsQuietly(rule.contained, element) {
        contained += 1
        if marks >= 0, rule.containedIsEvaluated { mark(position, in: marks) }
      }
      element = Int(tape[element].next)
      position += 1
    }
    if rule.contained >= 0, contained < rule.fewestContained || contained > rule.mostContained {
      holds = fail(
        .contained(
          found: contained, fewest: rule.fewestContained, most: rule.mostContained),
        at: instance)
    }
    return holds
  }
}
