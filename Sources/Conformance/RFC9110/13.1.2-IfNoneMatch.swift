extension RuleSection {
  /// RFC 9110 section 13.1.2: If-None-Match.
  static let ifNoneMatch = RuleSection(
    .rfc9110, "13.1.2",
    [
      Rule(
        "http.inm.304", .must, .conditional,
        "GET with the current ETag in If-None-Match is answered 304.",
        remedy:
          "Compare If-None-Match with the tag that would be sent, and answer 304 if it is there.",
        dependsOn: ["http.etag.syntax"]
      ) { exchange in
        guard exchange.method == "GET" || exchange.method == "HEAD",
          let field = exchange.requestField("if-none-match")
        else { return .notApplicable }
        if exchange.status == 304 { return .conforms }
        // Every other answer than a plain 200 takes precedence (section 13.2.1).
        guard exchange.status == 200 else { return .notApplicable }
        let value = Array(field.utf8)[...].trimmed
        if value.elementsEqual("*".utf8) {
          return .violation(.status, "is 200 although there is a representation")
        }
        guard let current = exchange.single(.etag).flatMap({ EntityTag($0) }),
          let tags = EntityTag.list(value)
        else { return .notApplicable }
        // The answer's own tag: whatever changed meanwhile, this is the representation it speaks of.
        guard tags.contains(where: { $0.opaque == current.opaque }) else { return .notApplicable }
        return .violation(
          .status, "is 200 with the tag that the request said it has",
          quote: exchange.quote(.etag))
      }
    ])

  /// RFC 9110 section 13.1.2: what `*` means for a write.
  static let ifNoneMatchStar = RuleSection(
    .rfc9110, "13.1.2",
    [
      Rule(
        "http.inm.star-412", .must, .conditional,
        "PUT with `If-None-Match: *` replaces nothing that is there.",
        remedy: "Answer 412 where there is something and the request wants to make it.",
        // Who evaluates no precondition at all is told so once.
        dependsOn: ["http.if-match.412"],
        active: .of(Conditions.self) { conditions throws(Obstacle) in
          guard let trial = conditions.star else { throw .lacks("items cannot be replaced by PUT") }
          return try trial.verdict(
            of: "the PUT with If-None-Match: *", "although something was there")
        })
    ])
}
