internal import AccordDocuments
internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.3.4: PUT.
  static let put = RuleSection(
    .rfc9110, "9.3.4",
    [
      Rule(
        "http.put.status", .must, .methods,
        "PUT is answered 201 if it made the resource, and 200 or 204 if it replaced one.",
        remedy: "Answer 201 only where nothing was before, and there always.",
        active: .of(PUTStudies.self) { studies throws(Obstacle) in
          var judged = false
          if let replacement = try? studies.replacement.get() {
            let put = replacement.firstPUT
            // What is queued or transformed says so otherwise.
            if put.status == 201 {
              return .violation(
                Evidence(
                  part: .status, problem: "is 201 although the PUT replaced what was there",
                  exhibits: [
                    Exhibit("before the PUT", replacement.before.exchange, .status),
                    Exhibit("the PUT", put.exchange, .status),
                  ]))
            }
            judged = put.status == 200 || put.status == 204
          }
          if let creation = try? studies.creation.get() {
            let put = creation.put
            if put.status == 200 || put.status == 204 {
              return .violation(
                Evidence(
                  part: .status, problem: "is \(put.status) although the PUT made a resource",
                  exhibits: [
                    Exhibit("before the PUT", creation.before.exchange, .status),
                    Exhibit("the PUT", put.exchange, .status),
                  ]))
            }
            judged = judged || put.status == 201
          }
          if judged { return .conforms }
          _ = try studies.replacement.get()
          return .notApplicable
        }),
      // "A successful PUT […] would suggest that a subsequent GET […] will result in an equivalent
      // representation": no MUST, and a server may transform what it is given.
      Rule(
        "http.put.replaces", .should, .methods,
        "After a PUT the resource is what was sent: what was left out is gone.",
        remedy: "Replace the whole state with the content; merge with PATCH only.",
        active: .of(PUTStudies.self) { studies throws(Obstacle) in
          if let replacement = try? studies.replacement.get(),
            let ignored = replacement.ignored
          {
            return .violation(
              Evidence(
                part: ignored.part, problem: "is what it was before the PUT, which set it",
                quote: ignored.quote,
                exhibits: [
                  Exhibit("before the PUT", replacement.before.exchange, ignored.part),
                  Exhibit("the PUT", replacement.firstPUT.exchange),
                  Exhibit("after the PUT", replacement.afterFirst.exchange, ignored.part),
                ]))
          }
          let omission = try studies.omission.get()
          guard let first = omission.rounds.first, let kept = first.kept else { return .conforms }
          guard omission.rounds.count > 1, let last = omission.rounds.last else {
            throw .prevents("\(omission.member) may have a fixed value, or one by default")
          }
          guard let keptToo = last.kept, !keptToo.after.equals(kept.after) else { return .conforms }
          let part = Evidence.Part.member(last.pointer)
          return .violation(
            Evidence(
              part: part, problem: "is still there after a PUT that left it out",
              quote: keptToo.after.quotation,
              exhibits: [
                Exhibit("before the PUT", last.shown.exchange, part),
                Exhibit("the PUT without it", last.without.exchange),
                Exhibit("after the PUT", last.after.exchange, part),
              ]))
        }),
    ])
}

extension Replacement {
  /// A member that the first PUT should have changed and that is as it was, where it changed nothing
  /// else either: then no member is merely fixed.
  fileprivate var ignored: Difference? {
    guard let sent, let shown = sent.shown(in: before), let now = sent.shown(in: afterFirst),
      shown.place == now.place
    else { return nil }
    var first: Difference?
    for member in sent.root.members {
      guard let old = shown.object.member(member.name), let new = now.object.member(member.name),
        !volatility.covers(shown.place + [member.name]),
        Sameness.of(member.value, old) == .different
      else { continue }
      guard old.equals(new) else { return nil }
      first =
        first
        ?? Difference(
          part: .member(JSONPointer(tokens: shown.place + [member.name]).description),
          left: old.quotation, right: new.quotation)
    }
    return first
  }
}
