import HTTPTypes
import Hummingbird

/// A promise that the shop can be told to break, so that one can see who notices: its contract, or a
/// rule of HTTP that holds for every API.
///
/// The API itself knows nothing of faults. A fault stands between the client and the correct API and
/// changes what passes, at one place: what you read in `Routes` is always the truth.
struct Fault: Sendable {
  /// The name for `--fault`.
  let name: String
  /// What is wrong while the fault is on, in one sentence.
  let sentence: String
  /// Whether the shop's contract promises what the fault breaks, and so notices it.
  let isOfContract: Bool
  /// The id of the rule of conformance that the fault breaks; `nil` when it breaks none, or no single
  /// one.
  let rule: String?
  /// Further rules that cannot be kept while ``rule`` is broken like this.
  ///
  /// Whoever judges may tell of them too, or find that they cannot be judged any more.
  let companions: [String]
  let place: Place
  let behaviour: Behaviour
  /// What happens to the octets of requests before anyone reads them; `nil` for nothing.
  let distortion: RequestOctets.Distortion?

  /// Answers in place of the API, which `Visit.forward` reaches.
  typealias Behaviour = @Sendable (Visit) async throws -> Response

  /// A fault that the contract notices, and perhaps a rule as well.
  init(
    _ name: String, _ sentence: String, breaking rule: String? = nil,
    with companions: [String] = [],
    at place: Place, _ behaviour: @escaping Behaviour
  ) {
    self.name = name
    self.sentence = sentence
    isOfContract = true
    self.rule = rule
    self.companions = companions
    self.place = place
    self.behaviour = behaviour
    distortion = nil
  }

  /// A fault of one rule of conformance, which a contract need not notice.
  init(
    of rule: String, _ name: String, _ sentence: String, with companions: [String] = [],
    at place: Place, _ behaviour: @escaping Behaviour
  ) {
    self.name = name
    self.sentence = sentence
    isOfContract = false
    self.rule = rule
    self.companions = companions
    self.place = place
    self.behaviour = behaviour
    distortion = nil
  }

  /// A fault of one rule about messages, which acts before the shop reads a request.
  init(
    of rule: String, _ name: String, _ sentence: String, with companions: [String] = [],
    distorting distortion: @escaping RequestOctets.Distortion
  ) {
    self.name = name
    self.sentence = sentence
    isOfContract = false
    self.rule = rule
    self.companions = companions
    place = .nowhere
    behaviour = { try await $0.forward() }
    self.distortion = distortion
  }
}

extension Fault {
  /// All of them, by subject: first those of the contract, then those of rules alone.
  static let all =
    statusFaults + fieldFaults + validatorFaults + bodyFaults + listFaults + productFaults
    + stateFaults + accessFaults + negotiationFaults + connectionFaults
    + safetyFaults + headFaults + methodFaults + writeFaults + lifecycleFaults + conditionFaults
    + representationFaults + statelessFaults + linkFaults + originFaults
    + framingFaults + messageFaults + contentFaults

  static func named(_ name: String) -> Fault? { all.first { $0.name == name } }

  /// Who notices it, in one word: `contract`, the rule, and each companion behind a plus, with commas
  /// between them.
  var noticedBy: String {
    let parts = (isOfContract ? ["contract"] : []) + [rule].compactMap { $0 }
    return (parts + companions.map { "+\($0)" }).joined(separator: ",")
  }
}
