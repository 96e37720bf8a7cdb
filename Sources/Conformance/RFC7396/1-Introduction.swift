internal import AccordHTTP

extension RuleSection {
  /// RFC 7396 section 1: what a merge patch means.
  static let mergePatch = RuleSection(
    .rfc7396, "1",
    [
      Rule(
        "patch.merge.null-removes", .must, .methods,
        "In a merge patch null removes, what is absent stays, and an array replaces the old one.",
        remedy: "Follow the algorithm of RFC 7396 section 2, member by member.",
        also: [Citation(.rfc7396, "2")],
        active: .of(MergePatching.self) { study throws(Obstacle) in
          if study.isKept, let step = study.removals.last {
            return step.finding(
              .member(study.pointer), "is as it was after a merge patch with null for it", nil)
          }
          let changes = [study.change].compactMap { $0 } + zip(study.removals, study.losses)
          for (step, loss) in changes {
            guard let loss else { continue }
            return step.finding(
              loss.part, "is another after a merge patch that does not name it", loss.quote)
          }
          if let array = study.array, array.new > 1 {
            return array.step.finding(
              .member(array.pointer), "has more than the elements that the merge patch set",
              "\(array.new) instead of 1")
          }
          return .conforms
        })
    ])
}

extension MergePatching.Step {
  fileprivate func finding(
    _ part: Evidence.Part, _ problem: String, _ quote: String?
  ) -> Verdict {
    .violation(
      Evidence(
        part: part, problem: problem, quote: quote,
        exhibits: [
          Exhibit("before the PATCH", before.exchange, part),
          Exhibit("the PATCH", patch.exchange),
          Exhibit("after the PATCH", after.exchange, part),
        ]))
  }
}
