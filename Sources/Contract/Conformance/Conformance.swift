/// Targets that are held, by requests of their own, to the rules that standards lay down for every
/// HTTP API.
///
///     let rules = Conformance("Shop API", .profile(.rest)) {
///       CollectionTarget("/cart", item: "/cart/{id}")
///         .creates(["product": 7, "quantity": 2]).replaces(["product": 7, "quantity": 3])
///         .rejects(["product": "x"])
///       DocumentTarget("/products/1")
///       ProtectedTarget("/account", .bearer(token))
///     }
///
/// It is a component of a contract, or stands alone: `Accord.run(rules)`. Only safe methods are sent
/// (RFC 9110 section 9.2.1), but for collections whose `.creates` says what may be made: what the
/// probe made itself is changed, and removed at the end. More is done only where `.allowing` or
/// `--allow` names it. What the API lacks makes rules not applicable, never broken. A MUST that is
/// broken fails the run, with `.strict` a SHOULD too.
///
/// What holds around it holds for its requests: credentials, fields, limits of time. It may carry
/// `.profile`, `.strict`, `.only`, `.skipping`, `.allowing`, `.tags`, `.disabled`, `.knownIssue`,
/// `.timeout`, `.connectTimeout`, `.auth`, `.header` and `.userAgent`. With `.knownIssue`, on it or around
/// it, whatever its targets break is known and fails nothing; a baseline does so for single rules. One without a target makes the contract
/// unusable (exit code 64).
public struct Conformance: Sendable {
  package var name: String
  package var traits: [Trait]
  package var targets: [ConformanceTarget]
  package var location = SourceLocation.unknown

  /// Targets that are held to rules.
  ///
  /// The name becomes part of the ids of the targets: `Shop API › /cart`.
  public init(
    _ name: String, _ traits: Trait..., @ConformanceBuilder targets: () -> [ConformanceTarget]
  ) {
    self.name = name
    self.traits = traits
    self.targets = targets()
  }

  /// The same of values that were made elsewhere.
  package init(_ name: String, traits: [Trait], targets: [ConformanceTarget]) {
    self.name = name
    self.traits = traits
    self.targets = targets
  }
}

extension Contract {
  /// A contract of one component that stands alone: what only a contract may say is the contract's.
  package init(_ conformance: Conformance) {
    var conformance = conformance
    name = conformance.name
    traits = conformance.traits.filter(\.isOfContractOnly)
    conformance.traits.removeAll(where: \.isOfContractOnly)
    components = [.conformance(conformance)]
  }
}

extension Trait {
  /// Whether it says how the server is reached, which is the same for all of a contract.
  fileprivate var isOfContractOnly: Bool {
    switch kind {
    case .baseURL, .tls, .proxy, .transport: true
    default: false
    }
  }
}
