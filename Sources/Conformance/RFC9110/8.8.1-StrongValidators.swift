internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 8.8.1: what a strong validator promises.
  static let changingTags = RuleSection(
    .rfc9110, "8.8.1",
    [
      Rule(
        "http.etag.changes", .must, .conditional,
        "A strong ETag is another one when the content is another.",
        remedy: "Make the tag of the content, or of a version that each write changes.",
        dependsOn: ["http.etag.syntax"],
        active: .of(TagChanges.self) { changes throws(Obstacle) in
          var isStrong = false
          for change in changes.changes {
            guard let old = change.before.strongTag, let new = change.after.strongTag else {
              continue
            }
            isStrong = true
            guard old == new else { continue }
            return .violation(
              Evidence(
                part: .field("ETag"), problem: "is the same after a \(change.write.method)",
                quote: "\(old), and \(change.words)",
                exhibits: [
                  Exhibit("before", change.before.exchange, .field("ETag"), change.part),
                  Exhibit("the \(change.write.method)", change.write.exchange),
                  Exhibit("after", change.after.exchange, .field("ETag"), change.part),
                ]))
          }
          if isStrong { return .conforms }
          throw .lacks(
            changes.changes.isEmpty
              ? "no write changed what is read" : "items have no strong ETag")
        })
    ])
}

/// Items before and after writes that changed them, in other studies.
struct TagChanges: Study {
  static let safety = SafetyClass.throwaway
  static let roles: Set<Subject.Role> = [.collection]

  /// A write, and what it changed.
  struct Change {
    let before: ObservedExchange
    let write: ObservedExchange
    let after: ObservedExchange
    let part: Evidence.Part
    let words: String
  }

  let changes: [Change]

  static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> TagChanges {
    var changes: [Change] = []
    let put = probe.outcome(of: Replacement.self, subject)
    if let study = try? put.get(),
      let change = Replacement.difference(
        study.sent, study.before, study.afterFirst, study.volatility)
    {
      changes.append(
        Change(
          before: study.before, write: study.firstPUT, after: study.afterFirst, part: change.part,
          words: change.quote))
    }
    let patch = probe.outcome(of: MergePatching.self, subject)
    if let study = try? patch.get(), let step = study.removals.first,
      let change = Volatility().difference(step.before, step.after), !study.isKept
    {
      changes.append(
        Change(
          before: step.before, write: step.patch, after: step.after, part: change.part,
          words: change.quote))
    }
    if changes.isEmpty, case .failure(let obstacle) = put, case .failure = patch { throw obstacle }
    return TagChanges(changes: changes)
  }
}

extension ObservedExchange {
  /// ETag, if it is a strong one.
  fileprivate var strongTag: String? {
    guard let value = single(.etag), EntityTag(value) != nil, !value.begins(with: "W/") else {
      return nil
    }
    return quote(.etag)
  }
}

extension Probe {
  /// What came of a study, or why nothing did.
  func outcome<S: Study>(of study: S.Type, _ subject: Subject) -> Result<S, Obstacle> {
    do throws(Obstacle) {
      return .success(try self.study(study, of: subject))
    } catch {
      return .failure(error)
    }
  }
}
