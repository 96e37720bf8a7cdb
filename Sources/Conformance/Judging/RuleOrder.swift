/// The order in which rules are judged: each after those that it depends on.
enum RuleOrder {
  /// Rules, and those that they depend on, each after those that it depends on.
  ///
  /// Whoever depends on itself, by whatever way, is there all the same.
  static func sorted(_ rules: [Rule], of catalogue: [Rule]) -> [Rule] {
    let known = Dictionary(catalogue.map { ($0.id, $0) }) { first, _ in first }
    var sorted: [Rule] = []
    var seen: Set<String> = []
    func add(_ rule: Rule) {
      guard seen.insert(rule.id).inserted else { return }
      for id in rule.dependencies { known[id].map(add) }
      sorted.append(rule)
    }
    for rule in rules { add(rule) }
    return sorted
  }
}
