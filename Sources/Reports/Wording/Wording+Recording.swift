internal import AccordDocuments
internal import AccordEngine

/// What a recording does not tell.
extension Wording {
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
