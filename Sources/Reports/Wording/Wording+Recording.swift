internal import AccordDocuments
internal import AccordEngine

/// What a recording does not tell.
extension Wording {
  /// What one has to know of a recording before believing what is judged by it.
  func recordingMessage(_ warning: RunWarning) -> String {
    switch warning {
    case .recordingOfStopped(let file, let count, let signal):
      "the run that \(written(Self.fileName(file))) recorded \(Self.stopped(by: signal)) before "
        + "\(Self.count(count, "step")), which \(count == 1 ? "has" : "have") no verdict"
    case .recordingOfContract(let name, let file, let contract):
      "\(written(Self.fileName(file))) was recorded with another contract, \(quoted(name)) and not "
        + "\(quoted(contract)): steps are found by their ids"
    case .urlOfOwnRecording(let file):
      "\(written(Self.fileName(file))) says itself which step an exchange belongs to: --url counts for "
        + "nothing"
    default: message(warning)
    }
  }

  func message(_ part: LostPart) -> String {
    switch part {
    case .secret:
      "a statement needs the value of a secret, for which the recording has ***; it can be judged "
        + "with the server only"
    case .value(let variable):
      "a statement needs the value of \(shown(variable)), which is a secret and not in the recording"
    case .restOfBody:
      "a statement needs the whole body, of which the recording has the beginning; --report har=PATH "
        + "records bodies whole"
    case .body: "a statement needs the body, which was not recorded"
    }
  }
}
