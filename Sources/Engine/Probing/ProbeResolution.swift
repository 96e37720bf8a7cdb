internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// Puts the values of variables into the targets of a probe.
struct ProbeResolution {
  private let plan: Plan
  private let options: RunOptions
  private let probe: PlannedProbe
  private let bindings: Bindings
  /// To which rules the targets are held.
  let terms: ProbeTerms
  /// Generated secrets, which no output may show.
  let secrets: [(name: String, value: String)]

  /// - Parameters:
  ///   - repetition: Which time the plan is run, from 1: each has generated values of its own.
  ///   - timestamp: When the probe begins, in seconds since 1970.
  init(
    _ probe: PlannedProbe, of plan: Plan, _ options: RunOptions, repetition: Int = 1,
    timestamp: Int64
  ) {
    self.plan = plan
    self.options = options
    self.probe = probe
    terms = ProbeTerms(probe.settings, options.probing)
    var bindings = Bindings(options.bindings)
    let needed = probe.targets.flatMap { plan.neededVariables(of: $0, in: probe) }
    // Behind those of all units, so that neither moves when a probe is added.
    let units = (plan.shard?.unitCount ?? plan.units.count) * options.repetitions
    secrets = GeneratedValues(plan: plan, given: options.bindings, seed: options.seed).bind(
      Set(needed.map(\.name)), in: &bindings,
      number: units + probe.number * options.repetitions + repetition - 1, timestamp: timestamp)
    self.bindings = bindings
  }

  /// Every target, or what prevents that it is probed.
  func targets() -> [(planned: PlannedTarget, outcome: Result<ResolvedTarget, StepProblem>)] {
    probe.targets.map { planned in
      (planned, Result { () throws(StepProblem) in try resolve(planned) })
    }
  }

  /// A target with the values of its variables.
  ///
  /// - Throws: `StepProblem`, as a step with such a path, such credentials and such content would.
  func resolve(_ planned: PlannedTarget) throws(StepProblem) -> ResolvedTarget {
    let target = planned.target
    let scope = plan.scopes[probe.scope]
    let builder = RequestBuilder(options: options)
    var step = Step(method: .get, target: .path(target.path))
    step.location = target.location
    let asNobody = try builder.request(
      for: step.auth(.none), in: scope, bindings: bindings, cookies: nil
    ).request
    if let authorization = target.authorization { step = step.auth(authorization) }
    let (asSomebody, credential) = try builder.request(
      for: step, in: scope, bindings: bindings, cookies: nil)
    let known = credential ?? Self.writtenCredential(of: asSomebody)
    var probed = ProbeTarget(
      name: target.title, url: asNobody.url, kind: try kind(of: target, in: scope))
    probed.allowedOrigin = target.allowedOrigin
    probed.hasCredentials = known != nil || asNobody.fields.contains(where: \.tellsWhoAsks)
    return ResolvedTarget(
      planned: planned, target: probed, credential: known,
      fields: asNobody.fields, limits: asNobody.limits,
      allowed: terms.allowed(on: target, isReadOnly: options.isReadOnly))
  }

  /// Credentials that a trait writes as a field: they are left out where nobody asks.
  private static func writtenCredential(of request: HTTPRequest) -> Credential? {
    for field in request.fields where FieldName(field.name) == .authorization {
      guard let value = field.value else { continue }
      return Credential(
        form: .field(name: field.name, value: value), secrets: field.isSensitive ? [value] : [])
    }
    return nil
  }

  private func kind(
    of target: ConformanceTarget, in scope: Scope
  ) throws(StepProblem) -> ProbeTarget.Kind {
    switch target.kind {
    case .document: return .document
    case .protected: return .protected
    case .server: return .server
    case .collection(let written):
      var collection = ProbedCollection()
      if let item = written.item {
        let urls = TargetBuilder(
          baseURL: options.baseURL, bindings: bindings, linkOrigins: scope.linkOrigins)
        collection.item = try urls.url(of: Step(method: .get, target: .path(item)))
      }
      collection.samples = try contents(written.samples, at: target.location)
      collection.replacement = try contents(written.replacements, at: target.location).first
      collection.rejected = try contents(written.rejected, at: target.location)
      collection.patchTypes = written.patchFormats.map(\.type)
      collection.patchedMember = written.patchedMember
      collection.idempotencyKeyField = written.idempotencyKeyField?.text
      collection.createsByPut = written.createsByPut
      collection.needsPrecondition = written.needsPrecondition
      collection.paging = written.paging.map { paging in
        switch paging.kind {
        case .number(let first): ProbedPaging(parameter: paging.name, count: .pages(first: first))
        case .offset: ProbedPaging(parameter: paging.name, count: .items)
        }
      }
      return .collection(collection)
    }
  }

  private func contents(
    _ written: [TargetContent], at location: SourceLocation
  ) throws(StepProblem) -> [ProbeContent] {
    let builder = ContentBuilder(bindings: bindings, files: options.files, location: location)
    var contents: [ProbeContent] = []
    for content in written {
      switch try builder.build(content.content).0 {
      case .bytes(let octets): contents.append(ProbeContent(type: content.type, octets: octets))
      case .file(let path):
        guard let octets = options.files.read(path, from: location) else {
          throw .unreadableFile(path)
        }
        contents.append(ProbeContent(type: content.type, octets: octets))
      case .none, .multipart: break
      }
    }
    return contents
  }
}
