package import AccordConformance
package import AccordContract

/// Targets of a contract that are held to rules by requests of their own: a `Conformance` of it.
package struct PlannedProbe: Sendable {
  /// What the `Conformance` is called.
  package var name: String
  package var settings: ProbeSettings
  /// What was selected, in the order of the contract; the server as a whole last.
  package var targets: [PlannedTarget]
  /// What holds around it and on it, as a number in ``Plan/scopes``.
  package var scope: Int
  /// Which component of the contract's outermost level it belongs to.
  package var section: Int
  /// Its number among those of the whole contract, from 0, whatever was selected.
  package var number: Int
  package var location: SourceLocation
  /// Why nothing of it is to be sent, known before anything has run.
  package var skipReason: SkipReason?
}

/// A target with its place in the plan.
package struct PlannedTarget: Sendable {
  package var target: ConformanceTarget
  /// `Shop API › /cart`, which depends on neither order nor what is bound at run time.
  package var id: String
  /// The tags above it and its own.
  package var tags: [Tag]
}

/// To which rules a probe holds its targets, and what it may do to the server, as far as the contract
/// says.
package struct ProbeSettings: Sendable, Hashable {
  /// `nil` where the contract says none of it.
  package var profile: RuleProfile?
  /// Whether a SHOULD that is broken fails the run.
  package var isStrict = false
  /// Ids or beginnings of ids; where there are any, only these count.
  package var only: [String] = []
  /// Ids or beginnings of ids that do not count.
  package var without: [String] = []
  /// What may be done besides reading, and changing what the probe made.
  package var risks: Set<ProbeRisk> = []

  package init() {}

  /// What a contract's own `.conformance` and the traits of a `Conformance` say.
  init(_ traits: [Trait], of contract: ConformanceTrait?) {
    if let contract {
      profile = RuleProfile(rawValue: contract.profile.rawValue)
      without = contract.skipped
    }
    for case .conformanceSetting(let setting) in traits.map(\.kind) {
      switch setting {
      case .profile(let name): profile = RuleProfile(rawValue: name.rawValue)
      case .strict: isStrict = true
      case .only(let rules, _): only += rules
      case .skipping(let rules, _): without += rules
      case .allowing(let more): risks.formUnion(more)
      }
    }
  }
}

extension ConformanceTarget.Kind {
  /// A word for people and programs.
  package var word: String {
    switch self {
    case .collection: "collection"
    case .document: "document"
    case .protected: "protected"
    case .server: "server"
    }
  }
}
