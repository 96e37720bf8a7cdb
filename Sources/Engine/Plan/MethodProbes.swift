internal import AccordContract

/// The steps that hold a resource to its `.allows`.
struct MethodProbes {
  private(set) var steps: [Step] = []
  private(set) var problems: [ContractProblem] = []
  /// Whether the resource says `.allows` at all.
  let areDeclared: Bool

  init(resource: Resource, probesUnsafe: Bool) {
    var examples: [String: Template] = [:]
    var declaration: (methods: [Method], probing: Probing, location: SourceLocation)?
    for trait in resource.traits {
      switch trait.kind {
      case .example(let name, let value): examples[name] = value
      case .allows(let methods, let probing, let location):
        declaration = (methods, probing, location)
      default: break
      }
    }
    areDeclared = declaration != nil
    guard let declaration else { return }

    let path = expand(resource.path, examples, at: declaration.location)
    let includesUnsafe = probesUnsafe || declaration.probing == .unsafe
    for method in Method.probed where !declaration.methods.contains(method) {
      guard method.isSafe || includesUnsafe else { continue }
      var step = Step(method: method, target: .path(path))
      if !method.isSafe {
        // A condition that cannot hold: a server that serves the method after all must refuse it
        // with 412 and change nothing (RFC 9110 section 13.1.1).
        step = step.header(.ifMatch, "\"accord-probe-cannot-match\"")
      }
      step.location = declaration.location
      var statement = Expectation(.methodSet(declared: declaration.methods, probed: method))
      statement.location = declaration.location
      step.expectation = ExpectedResponse(
        status: .any, statements: [statement], location: declaration.location)
      steps.append(step)
    }
  }

  /// The resource's path with an example in place of each variable segment.
  private mutating func expand(
    _ path: String, _ examples: [String: Template], at location: SourceLocation
  ) -> Template {
    var parts: [Template.Part] = []
    var rest = path[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      parts.append(.literal(String(rest[..<open])))
      let name = String(rest[rest.index(after: open)..<close])
      if let example = examples[name] {
        parts += example.parts
      } else {
        problems.append(
          ContractProblem(.missingExample(name, resource: path), at: location))
      }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { parts.append(.literal(String(rest))) }
    return Template(parts: parts)
  }
}
