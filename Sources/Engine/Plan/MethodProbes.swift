internal import AccordContract
internal import AccordDocuments

/// The steps that hold a resource to its `.allows`.
struct MethodProbes {
  private(set) var steps: [Step] = []
  private(set) var problems: [ContractProblem] = []
  /// Whether the resource says `.allows` at all.
  let areDeclared: Bool

  init(resource: Resource, probesUnsafe: Bool) {
    var examples: [String: TemplateValue] = [:]
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

    guard let target = target(of: resource.path, examples, at: declaration.location) else { return }
    let includesUnsafe = probesUnsafe || declaration.probing == .unsafe
    for method in Method.probed where !declaration.methods.contains(method) {
      guard method.isSafe || includesUnsafe else { continue }
      var step = Step(method: method, target: target)
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

  /// The resource's path with an example for each variable; nil where one is missing or unusable.
  private mutating func target(
    of path: String, _ examples: [String: TemplateValue], at location: SourceLocation
  ) -> Step.Target? {
    // What is wrong with the path itself is told where the resource stands.
    guard let template = try? URITemplate(path), !template.hasFragment else { return nil }
    for name in template.variablesOfPath(neededOnly: false) where examples[name] == nil {
      problems.append(ContractProblem(.missingExample(name, resource: path), at: location))
    }
    for name in examples.keys.sorted() where !template.variables.contains(name) {
      problems.append(ContractProblem(.unknownExample(name, resource: path), at: location))
    }
    guard problems.isEmpty else { return nil }
    let values = template.variables.compactMap { name in examples[name].map { (name, $0) } }
    let target = Step.Target(Template(path), values)
    guard case .template(let templated) = target, !templated.problems.isEmpty else {
      return target
    }
    problems += templated.problems.map { ContractProblem(.template(path, $0), at: location) }
    return nil
  }

  /// Why a resource's path is no template of paths.
  static func problem(of resource: Resource) -> ContractProblem? {
    do throws(URITemplateSyntaxError) {
      let template = try URITemplate(resource.path)
      guard template.hasFragment else { return nil }
      return ContractProblem(.template(resource.path, .fragment), at: resource.location)
    } catch {
      return ContractProblem(.template(resource.path, .syntax(error)), at: resource.location)
    }
  }
}
