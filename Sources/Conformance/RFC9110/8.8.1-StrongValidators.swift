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
