internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 13.1.1: If-Match.
  static let ifMatch = RuleSection(
    .rfc9110, "13.1.1",
    [
      Rule(
        "http.if-match.412", .must, .conditional,
        "A write whose If-Match does not match is not done, and answered 412.",
        remedy: "Compare If-Match with the current tag before anything is written.",
        also: [Citation(.rfc9110, "15.5.13")],
        active: .of(Conditions.self) { conditions throws(Obstacle) in
          guard !conditions.unmatched.isEmpty else {
            throw .lacks("items can neither be replaced, patched nor deleted")
          }
          var obstacle: Obstacle?
          var isKept = false
          for trial in conditions.unmatched {
            do throws(Obstacle) {
              let verdict = try trial.verdict(
                of: "the \(trial.write.method) with another tag in If-Match",
                conditions.hasTags
                  ? "although If-Match does not match"
                  : "although If-Match cannot match: the item has no ETag",
                // Who has no tags has nothing that a client could send.
                level: conditions.hasTags ? nil : .should)
              if case .violation = verdict { return verdict }
              isKept = true
            } catch {
              obstacle = error
            }
          }
          if !isKept, let obstacle { throw obstacle }
          return .conforms
        })
    ])
}

extension Conditions.Trial {
  /// Whether a write was done whose precondition does not hold.
  func verdict(
    of role: String, _ words: String, level: RuleLevel? = nil
  ) throws(Obstacle) -> Verdict {
    guard isApplied else {
      if write.status == 412 { return .conforms }
      throw .prevents(
        "\(write.requestLine) was answered \(write.status), and nothing was changed")
    }
    let problem =
      write.isSuccess
      ? "is \(write.status) to \(write.method) \(words)"
      : "is \(write.status), and the write is done nevertheless"
    let part: Evidence.Part = write.method == "DELETE" ? .status : .content
    return .violation(
      Evidence(
        part: .status, problem: problem, level: level,
        exhibits: [
          Exhibit("before", before.exchange, part),
          Exhibit(role, write.exchange, .status),
          Exhibit("after", after.exchange, part),
        ]))
  }
}
