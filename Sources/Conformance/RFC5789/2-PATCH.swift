internal import AccordHTTP

extension RuleSection {
  /// RFC 5789 section 2: PATCH.
  static let patchMethod = RuleSection(
    .rfc5789, "2",
    [
      Rule(
        "http.patch.atomic", .must, .methods,
        "A patch is applied as a whole or not at all.",
        remedy: "Apply the patch to a copy, and keep the copy only if all of it is valid.",
        active: .of(PartialPatching.self) { study throws(Obstacle) in
          var isRefused = false
          for trial in study.impossible where trial.patch.isStatus(400...499) {
            isRefused = true
            if trial.isApplied { return trial.finding("of a patch that was refused") }
          }
          guard isRefused else {
            throw .lacks("no patch is known that can be applied in part only")
          }
          return .conforms
        })
    ])
}

extension PartialPatching.Trial {
  /// The first part was applied.
  func finding(_ words: String) -> Verdict {
    let part = Evidence.Part.member(pointer)
    return .violation(
      Evidence(
        part: part, problem: "has the value \(words) (\(patch.status))", quote: quote,
        exhibits: [
          Exhibit("before the PATCH", before.exchange, part),
          Exhibit("the PATCH, with \(self.words)", patch.exchange, .status),
          Exhibit("after the PATCH", after.exchange, part),
        ]))
  }
}
