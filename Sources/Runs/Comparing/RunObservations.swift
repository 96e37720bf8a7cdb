internal import AccordDocuments

/// A run as it is compared with another one: of each step what it came to.
///
/// What many steps have in common is held once, so that a run of 100,000 steps takes some tens of
/// megabytes.
package struct RunObservations: Sendable {
  package let header: RecordedHeader
  /// The steps' ids in the order of the run, each once.
  package private(set) var ids: [String] = []
  private var observations: [ExactText: [StepObservation]] = [:]

  /// Reads a run file.
  package init(path: String) throws(RunFileError) {
    var file = try RunFile(path: path)
    header = file.header
    var shared = SharedValues()
    var order: [(index: Int, id: String)] = []
    while let step = try file.next() {
      var observation = StepObservation(step)
      shared.share(&observation)
      let id = ExactText(step.id)
      if observations[id] == nil { order.append((step.index, step.id)) }
      observations[id, default: []].append(observation)
    }
    ids = order.sorted { $0.index < $1.index }.map(\.id)
  }

  /// What a step came to in each repetition; `nil` where the run has no such step.
  package func observations(of id: String) -> [StepObservation]? { observations[ExactText(id)] }

  /// Whether the run has a step and did not leave it out, so that there is something to compare.
  package func ran(_ id: String) -> Bool {
    observations(of: id)?.contains { !$0.wasLeftOut } == true
  }

  /// The steps that were not run in any repetition, since the run was stopped before them.
  package var stoppedIDs: [String] {
    ids.filter { observations(of: $0)?.allSatisfy(\.wasStopped) == true }
  }

  /// Whether the run had a part of the contract only, so that a step which it lacks may be no new one.
  package var isPartial: Bool { ids.count < header.stepCountOfContract }
}

/// Holds equal values once.
private struct SharedValues {
  private var texts: [ExactText: String] = [:]
  private var lists: [[String]: [String]] = [:]

  mutating func share(_ observation: inout StepObservation) {
    observation.mediaType = observation.mediaType.map { share($0) }
    observation.shape = observation.shape.map { share($0) }
    observation.expected = observation.expected.map { share($0) }
    if let known = lists[observation.fields] {
      observation.fields = known
    } else {
      lists[observation.fields] = observation.fields
    }
  }

  private mutating func share(_ text: String) -> String {
    let exact = ExactText(text)
    if let known = texts[exact] { return known }
    texts[exact] = text
    return text
  }
}
