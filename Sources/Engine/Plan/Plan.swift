package import AccordContract
package import AccordDocuments

/// What a run would do, in order: the units of a contract that were selected, without a network.
package struct Plan: Sendable {
  /// The contract's name.
  package let name: String
  /// The base URL that the contract itself states.
  package let baseURL: String?
  /// How TLS is spoken, as far as the contract itself says.
  package let tls: TLSTrait?
  /// Through which proxy requests go, as far as the contract itself says.
  package let proxy: ProxyTrait?
  /// How the server is reached, as far as the contract itself says.
  package let transport: TransportTrait?
  /// To which rules exchanges are held besides, as far as the contract itself says.
  package let conformance: ConformanceTrait?
  /// The steps of all units, one unit after another.
  package var steps: [PlannedStep]
  package var units: [Unit]
  /// What holds for the steps; steps refer to it by number.
  package let scopes: [Scope]
  /// The endpoints that resources declare, and those of steps outside of any; by number.
  package let endpoints: [Endpoint]
  /// The expressions, schemas and files of all steps.
  package let compilation: Compilation
  /// The variables that stand anywhere in the contract, by name.
  package let variables: [String: Variable]
  /// How many steps the contract has, selected or not.
  package let stepCountOfContract: Int
  /// What is held to rules by requests of its own, in the order of the contract.
  package var probes: [PlannedProbe] = []
  /// How many targets the contract has, selected or not.
  package var targetCountOfContract = 0
  /// The ids of all steps of the contract, selected or not, where the selection asked for them.
  package var idsOfContract: Set<ExactText> = []
  /// Which part of a run this is, where several machines share it.
  package var shard: PlanShard?

  /// Steps that keep their order, their variables and, if asked, their cookies: a scenario, or one
  /// step that depends on nothing.
  package struct Unit: Sendable {
    /// Its steps, clean-ups last.
    package var steps: Range<Int>
    package var scope: Int
    package var isScenario: Bool
    /// Which component of the contract's outermost level it belongs to.
    package var section: Int
    /// Its place in the whole, where the plan is a part.
    package var whole: WholePlace?
  }
}

/// A step with its place in the plan.
package struct PlannedStep: Sendable {
  /// What a step is for.
  package enum Role: Sendable, Equatable {
    case step
    case cleanup
    /// A method that `.allows` does or does not declare.
    case probe
  }

  /// What distinguishes ids that would else be equal.
  package enum Distinction: Sendable, Equatable {
    case none
    case status
    case statusAndOrdinal(Int)
  }

  package var step: Step
  package var scope: Int
  package var endpoint: Int
  package var role: Role
  /// The step's number in its scenario or clean-up, from 1; 0 outside of one.
  package var ordinal: Int
  package var distinction = Distinction.none
  /// Whether a variable stands anywhere in the step or in the traits above it.
  package var usesVariables = false
  /// Whether judging an answer may take so long that others must not wait for it.
  package var isJudgedApart = false
  /// Why the step is not to run, known before anything has run.
  package var skipReason: SkipReason?
}

extension Plan {
  /// Whether anything is held to rules by requests of its own.
  package var hasProbes: Bool { !probes.isEmpty }

  /// Whether nothing is to be done at all.
  package var isEmpty: Bool { steps.isEmpty && probes.isEmpty }

  /// What the step calls itself: its name or its request line, `PUT /cart/{cart}`.
  package func title(of planned: PlannedStep) -> String {
    planned.step.name ?? planned.step.writtenRequest
  }

  /// The title with what tells the step apart from others of the same title; in a scenario its
  /// number does.
  package func distinctTitle(of planned: PlannedStep) -> String {
    planned.ordinal > 0 ? title(of: planned) : title(of: planned) + suffix(of: planned)
  }

  private func suffix(of planned: PlannedStep) -> String {
    switch planned.distinction {
    case .none: ""
    case .status: Self.statusSuffix(planned.step)
    case .statusAndOrdinal(let ordinal): Self.statusSuffix(planned.step) + " (\(ordinal))"
    }
  }

  /// The step's id, which depends on neither order nor what is bound at run time.
  package func id(of planned: PlannedStep) -> String {
    identityWithoutDistinction(of: planned) + suffix(of: planned)
  }

  func identityWithoutDistinction(of planned: PlannedStep) -> String {
    var id = ""
    for name in scopes[planned.scope].path { id += name + " › " }
    switch planned.role {
    case .step: break
    case .cleanup: id += "cleanup › "
    case .probe: id += "allows › "
    }
    return id + title(of: planned)
  }

  static func statusSuffix(_ step: Step) -> String {
    step.expectation.map { " → \($0.status)" } ?? ""
  }

  /// All tags of a step, its own and those above it.
  package func tags(of planned: PlannedStep) -> [Tag] {
    scopes[planned.scope].tags + planned.step.tags
  }
}
