/// Makes violations of findings.
struct SchemaReport {
  let judge: SchemaJudge
  /// The value that was judged.
  let start: JSONNode

  /// Where schemas are, found once for each of them.
  private var locations: [Int32: (uri: String, pointer: JSONPointer)] = [:]

  init(judge: SchemaJudge, start: JSONNode) {
    self.judge = judge
    self.start = start
  }

  private var program: SchemaProgram { judge.program }

  /// Nothing but the trail is walked for each of them, however large the document.
  mutating func violations(
    _ findings: [SchemaFinding], from base: JSONLocation
  ) -> [SchemaViolation] {
    var violations: [SchemaViolation] = []
    violations.reserveCapacity(findings.count)
    for finding in findings { violations.append(violation(finding, from: base)) }
    return violations
  }

  private mutating func violation(
    _ finding: SchemaFinding, from base: JSONLocation
  ) -> SchemaViolation {
    let steps = steps(to: finding.trail)
    var location = base
    var path: [String] = []
    for step in steps where step.link >= 0 {
      path += program.paths[Int(program.links[Int(step.link)].path)]
      if let step = self.step(step) { location.append(step) }
    }
    if case .obstacle = finding.demand {
      // It may have come up further in, where no trail is kept.
      location = judge.node(of: Int(finding.instance)).location
    }
    let keywords = keywords(of: finding.demand)
    return SchemaViolation(
      found: judge.node(of: Int(finding.instance)),
      instanceLocation: location,
      keyword: keywords.first ?? keyword(applying: steps.last),
      keywordLocation: JSONPointer(tokens: path + keywords),
      absoluteKeywordLocation: absoluteLocation(of: steps.last, keywords),
      expectation: expectation(finding, from: base))
  }

  /// The trail from its start to a position.
  private func steps(to position: Int32) -> [SchemaTrailStep] {
    var steps: [SchemaTrailStep] = []
    var position = position
    while position >= 0, Int(position) < judge.trail.count {
      let step = judge.trail[Int(position)]
      steps.append(step)
      position = step.parent
    }
    return steps.reversed()
  }

  /// The step into the value; nil if the schema is applied to the same one.
  private func step(_ step: SchemaTrailStep) -> JSONLocation.Step? {
    guard step.instance != judge.trail[Int(step.parent)].instance else { return nil }
    switch step.position {
    case SchemaTrailStep.memberValue: return .name(judge.text(of: Int(step.instance) - 1).string)
    case SchemaTrailStep.memberName: return .name(judge.text(of: Int(step.instance)).string)
    default: return .index(Int(step.position))
    }
  }

  private func keyword(applying step: SchemaTrailStep?) -> String {
    guard let step, step.link >= 0 else { return "" }
    return program.paths[Int(program.links[Int(step.link)].path)].first ?? ""
  }

  private mutating func absoluteLocation(
    of step: SchemaTrailStep?, _ keywords: [String]
  ) -> String {
    var node = program.root
    if let step, step.link >= 0 {
      node = step.target >= 0 ? step.target : program.links[Int(step.link)].target
    }
    let schema = locations[node] ?? location(of: node)
    locations[node] = schema
    let pointer = JSONPointer(tokens: schema.pointer.tokens + keywords)
    return "\(schema.uri)#\(pointer.uriFragment)"
  }

  private func location(of node: Int32) -> (uri: String, pointer: JSONPointer) {
    let place = program.places[Int(node)]
    let resource = program.resources[Int(program.nodes[Int(node)].resource)]
    let document = program.documents[place.document]
    let root = JSONNode(document: document, index: resource.root.index)
    let schema = JSONNode(document: document, index: place.index)
    return (resource.uri, schema.location(from: root).pointer)
  }

  private mutating func expectation(
    _ finding: SchemaFinding, from base: JSONLocation
  ) -> SchemaExpectation {
    switch finding.demand {
    case .nothing: return .nothing
    case .type(let types): return .type(types)
    case .values(let rule):
      let rule = program.valueRules[rule]
      let values = Array(program.values[rule.values.indices])
      return rule.isConstant && values.count == 1 ? .constant(values[0]) : .values(values)
    case .minimum(let limit): return .minimum(program.exactLimits[Int(limit)])
    case .exclusiveMinimum(let limit): return .exclusiveMinimum(program.exactLimits[Int(limit)])
    case .maximum(let limit): return .maximum(program.exactLimits[Int(limit)])
    case .exclusiveMaximum(let limit): return .exclusiveMaximum(program.exactLimits[Int(limit)])
    case .multipleOf(let limit): return .multipleOf(program.exactLimits[Int(limit)])
    case .shortest(let count): return .minimumLength(count)
    case .longest(let count): return .maximumLength(count)
    case .pattern(let pattern): return .pattern(program.patterns[Int(pattern)])
    case .format(let format): return .format(format)
    case .fewestElements(let count): return .minimumElements(count)
    case .mostElements(let count): return .maximumElements(count)
    case .unique(let first, let second): return .uniqueElements(first: first, second: second)
    case .contained(let found, let fewest, let most):
      return .contained(found: found, minimum: fewest, maximum: most == Int.max ? nil : most)
    case .fewestMembers(let count): return .minimumMembers(count)
    case .mostMembers(let count): return .maximumMembers(count)
    case .required(let name): return .required(program.names[name])
    case .dependent(let name, let trigger, _):
      return .dependent(program.names[name], trigger: program.names[trigger])
    case .any: return .anyOf(branches(finding, from: base))
    case .one(let matching):
      return matching.isEmpty
        ? .oneOf(branches(finding, from: base)) : .onlyOneOf(holding: matching)
    case .not: return .not
    case .obstacle(let obstacle): return .verdict(obstacle)
    }
  }

  private mutating func branches(
    _ finding: SchemaFinding, from base: JSONLocation
  ) -> [SchemaBranch] {
    var branches: [SchemaBranch] = []
    for (index, branch) in finding.branches.enumerated() {
      branches.append(
        SchemaBranch(
          index: index, violations: violations(branch.findings, from: base),
          distance: branch.findings.reduce(0) { $0 + $1.distance(from: finding.instance) }))
    }
    return branches
  }
}

extension SchemaFinding {
  /// See ``SchemaBranch/distance``.
  fileprivate func distance(from value: UInt32) -> Int {
    switch demand {
    case .type: instance == value ? 10_000 : 10
    case .values: instance == value ? 1_000 : 100
    case .nothing: instance == value ? 10_000 : 1
    default: 1
    }
  }
}
