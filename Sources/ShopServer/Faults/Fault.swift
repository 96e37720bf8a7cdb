import HTTPTypes
import Hummingbird

/// A promise that the shop can be told to break, so that one can see whether a contract notices.
///
/// The API itself knows nothing of faults. A fault stands between the client and the correct API and
/// changes what passes, at one place: what you read in `Routes` is always the truth.
struct Fault: Sendable {
  /// The name for `--fault`.
  let name: String
  /// What is wrong while the fault is on, in one sentence.
  let sentence: String
  let place: Place
  let behaviour: Behaviour

  /// Answers in place of the API, which `Visit.forward` reaches.
  typealias Behaviour = @Sendable (Visit) async throws -> Response

  init(_ name: String, _ sentence: String, at place: Place, _ behaviour: @escaping Behaviour) {
    self.name = name
    self.sentence = sentence
    self.place = place
    self.behaviour = behaviour
  }
}

extension Fault {
  /// All of them, by subject.
  static let all =
    statusFaults + fieldFaults + validatorFaults + bodyFaults + listFaults + productFaults
    + stateFaults + accessFaults + negotiationFaults + connectionFaults

  static func named(_ name: String) -> Fault? { all.first { $0.name == name } }
}
