package import AccordContract
internal import AccordDocuments

/// Turns a contract into a plan and finds everything in it that cannot be run.
package struct Planner {
  private let contract: Contract
  private let probesUnsafe: Bool
  private(set) var scopes: [Scope] = []
  private var steps: [PlannedStep] = []
  private var units: [Plan.Unit] = []
  private var endpoints = EndpointTable()
  var validator: StepValidator
  var probes: [PlannedProbe] = []
  private var baseURL: String?
  private var tls: TLSTrait?
  private var proxy: ProxyTrait?
  private var transport: TransportTrait?
  private(set) var conformance: ConformanceTrait?
  private var serialQueues = 0
  private(set) var section = 0
  private var hasUnusableResource = false

  /// A planner for a contract.
  ///
  /// - Parameters:
  ///   - probesUnsafe: `--probe-unsafe`: `.allows` sends the unsafe methods that it excludes.
  ///   - files: Where the contract's files are looked for.
  package init(_ contract: Contract, probesUnsafe: Bool, files: ContractFiles) {
    self.contract = contract
    self.probesUnsafe = probesUnsafe
    validator = StepValidator(files: files)
  }

  /// Plans the steps of the contract that are selected.
  ///
  /// - Throws: `ContractProblems`, all there are, where the contract cannot be run.
  package mutating func plan(selecting selection: Selection) throws(ContractProblems) -> Plan {
    declareEndpoints(contract.components)
    let root = add(traits: contract.traits, to: Scope(), on: .contract, at: .unknown)
    for component in contract.components {
      plan(component, in: root)
      section += 1
    }
    // A resource whose probes cannot be made has been complained of.
    if steps.isEmpty, probes.isEmpty, !hasUnusableResource {
      validator.report(.noSteps(contract: contract.name), at: .unknown)
    }
    for planned in steps { validator.validate(planned.step) }

    var plan = Plan(
      name: contract.name, baseURL: baseURL, tls: tls, proxy: proxy, transport: transport,
      conformance: conformance, steps: steps, units: units,
      scopes: scopes,
      endpoints: endpoints.endpoints, compilation: validator.compilation,
      variables: validator.variables,
      stepCountOfContract: steps.count)
    plan.probes = probes
    plan.targetCountOfContract = probes.reduce(0) { $0 + $1.targets.count }
    // The plan's alone from here on, or the next change would copy them all.
    steps = []
    // Where there is no variable at all, there is nothing to look for in each step.
    for index in plan.steps.indices where !plan.variables.isEmpty {
      plan.steps[index].usesVariables = !plan.neededVariables(of: plan.steps[index]).isEmpty
    }
    for problem in plan.distinguishIDs() { validator.report(problem.kind, at: problem.location) }
    reportRepeatedTargets()
    guard validator.problems.isEmpty else {
      throw ContractProblems(
        problems: validator.problems, secrets: validator.literalSecrets)
    }
    if selection.needsAllIDs {
      plan.idsOfContract = Set(plan.steps.map { ExactText(plan.id(of: $0)) })
      plan.idsOfContract.formUnion(plan.probes.flatMap(\.targets).map { ExactText($0.id) })
    }
    plan.select(selection)
    return plan
  }

  private mutating func declareEndpoints(_ components: [Component]) {
    for component in components {
      switch component {
      case .resource(let resource):
        var methods: [Method]?
        for case .allows(let allowed, _, _) in resource.traits.map(\.kind) { methods = allowed }
        endpoints.declare(resource.path, methods: methods)
        declareEndpoints(resource.components)
      case .group(let group): declareEndpoints(group.components)
      case .scenario, .step, .conformance: break
      }
    }
  }

  private mutating func plan(_ component: Component, in scope: Int) {
    switch component {
    case .step(let step): addUnit(step, role: .step, scope: scope)
    case .group(let group):
      if group.components.isEmpty {
        validator.report(.emptyComponent(kind: "group", name: group.name), at: group.location)
      }
      let inner = add(
        name: group.name, traits: group.traits, to: scopes[scope], on: .group, at: group.location)
      for component in group.components { plan(component, in: inner) }
    case .resource(let resource): plan(resource, in: scope)
    case .scenario(let scenario): plan(scenario, in: scope)
    case .conformance(let conformance): plan(conformance, in: scope)
    }
  }

  private mutating func plan(_ resource: Resource, in scope: Int) {
    let inner = add(
      name: resource.path, traits: resource.traits, to: scopes[scope], on: .resource,
      at: resource.location)
    for component in resource.components { plan(component, in: inner) }
    if let problem = MethodProbes.problem(of: resource) {
      validator.report(problem.kind, at: problem.location)
      hasUnusableResource = true
    }
    let probes = MethodProbes(resource: resource, probesUnsafe: probesUnsafe)
    if resource.components.isEmpty, !probes.areDeclared {
      validator.report(
        .emptyComponent(kind: "resource", name: resource.path), at: resource.location)
    }
    for problem in probes.problems {
      validator.report(problem.kind, at: problem.location)
      hasUnusableResource = true
    }
    for step in probes.steps { addUnit(step, role: .probe, scope: inner) }
  }

  private mutating func plan(_ scenario: Scenario, in scope: Int) {
    let inner = add(
      name: scenario.name, traits: scenario.traits, to: scopes[scope], on: .scenario,
      at: scenario.location)
    let first = steps.count
    var ordinal = 0
    var cleanups: [[Step]] = []
    for element in scenario.elements {
      switch element {
      case .step(let step):
        ordinal += 1
        append(step, role: .step, ordinal: ordinal, scope: inner)
      case .cleanup(let cleanup): cleanups.append(cleanup.steps)
      }
    }
    if ordinal == 0 {
      validator.report(
        .emptyComponent(kind: "scenario", name: scenario.name), at: scenario.location)
    }
    // What was made last is removed first.
    var cleanupOrdinal = 0
    for step in cleanups.reversed().joined() {
      cleanupOrdinal += 1
      append(step, role: .cleanup, ordinal: cleanupOrdinal, scope: inner)
    }
    units.append(
      Plan.Unit(
        steps: first..<steps.count, scope: inner, isScenario: true, section: section))
  }

  private mutating func addUnit(_ step: Step, role: PlannedStep.Role, scope: Int) {
    append(step, role: role, ordinal: 0, scope: scope)
    units.append(
      Plan.Unit(
        steps: steps.count - 1..<steps.count, scope: scope, isScenario: false, section: section))
  }

  private mutating func append(
    _ step: Step, role: PlannedStep.Role, ordinal: Int, scope: Int
  ) {
    var skipReason: SkipReason?
    if let reason = step.disabledReason ?? scopes[scope].disabledReason {
      skipReason = .disabled(reason)
    }
    let endpoint =
      switch step.target {
      case .path(let path): endpoints.number(of: path.description)
      case .link(let variable): endpoints.number(ofLink: variable)
      case .template(let path): endpoints.number(of: path.written)
      }
    steps.append(
      PlannedStep(
        step: step, scope: scope, endpoint: endpoint, role: role,
        ordinal: ordinal, isJudgedApart: step.expectation?.mayTakeLong ?? false,
        skipReason: skipReason))
  }

  mutating func add(
    name: String? = nil, traits: [Trait], to outer: Scope, on element: TraitBearer,
    at location: SourceLocation
  ) -> Int {
    var scope = outer
    if let name { scope.path.append(name) }
    for trait in traits {
      if !element.accepts(trait) {
        validator.report(.misplacedTrait(trait.word, on: element.rawValue), at: location)
      }
      validator.validate(trait, at: location)
      scope.apply(trait)
      switch trait.kind {
      case .baseURL(let url): baseURL = url
      case .tls(let value): tls = value
      case .proxy(let value): proxy = value
      case .transport(let value): transport = value
      case .conformance(let value): conformance = value
      case .serialized:
        scope.serialQueue = serialQueues
        serialQueues += 1
      default: break
      }
    }
    scopes.append(scope)
    return scopes.count - 1
  }
}
