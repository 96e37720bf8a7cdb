internal import AccordConformance
internal import AccordContract

/// Targets that are held to rules.
extension Planner {
  /// Plans a `Conformance`: its targets, and the server by a path of one of them.
  mutating func plan(_ conformance: Conformance, in scope: Int) {
    let inner = add(
      name: conformance.name, traits: conformance.traits, to: scopes[scope], on: .conformance,
      at: conformance.location)
    if conformance.targets.isEmpty {
      validator.report(
        .emptyComponent(kind: "Conformance", name: conformance.name), at: conformance.location)
    }
    var targets = conformance.targets
    if let server = Self.server(of: targets) { targets.append(server) }
    for target in targets { validator.validate(target) }
    let names = scopes[inner].path
    probes.append(
      PlannedProbe(
        name: conformance.name,
        settings: ProbeSettings(conformance.traits, of: self.conformance),
        targets: targets.map { target in
          PlannedTarget(
            target: target, id: (names + [target.title]).joined(separator: " › "),
            tags: scopes[inner].tags + target.tags)
        },
        scope: inner, section: section, number: probes.count, location: conformance.location,
        skipReason: scopes[inner].disabledReason.map { .disabled($0) }))
  }

  /// The server, by the path that most likely answers whatever is done to the others.
  private static func server(of targets: [ConformanceTarget]) -> ConformanceTarget? {
    func first(_ kind: String) -> ConformanceTarget? { targets.first { $0.kind.word == kind } }
    guard var server = first("document") ?? first("collection") ?? first("protected") else {
      return nil
    }
    server.kind = .server
    server.name = "server"
    server.tags = []
    return server
  }

  /// Reports targets whose ids are one.
  mutating func reportRepeatedTargets() {
    var seen: [String: SourceLocation] = [:]
    for target in probes.flatMap(\.targets) {
      guard let first = seen.updateValue(target.target.location, forKey: target.id) else {
        continue
      }
      seen[target.id] = first
      validator.report(
        .conformanceTarget(.repeatedID(target.id, first: first)), at: target.target.location)
    }
  }
}
