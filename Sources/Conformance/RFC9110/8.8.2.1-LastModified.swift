extension RuleSection {
  /// RFC 9110 section 8.8.2.1: when a representation was changed.
  static let lastModified = RuleSection(
    .rfc9110, "8.8.2.1",
    [
      Rule(
        "http.last-modified.not-future", .must, .conditional,
        "Last-Modified is no later than the answer's own Date.",
        remedy: "Send the answer's Date in place of a later time of modification.",
        dependsOn: ["http.date.format", "http.field.singleton"]
      ) { exchange in
        guard let modified = exchange.single(.lastModified).flatMap({ HTTPMoment($0) }),
          let date = exchange.single(.date).flatMap({ HTTPMoment($0) })
        else { return .notApplicable }
        guard modified.seconds > date.seconds else { return .conforms }
        return .violation(
          .field("Last-Modified"), "is \(modified.seconds - date.seconds) s later than Date",
          quote: exchange.quote(.lastModified))
      }
    ])
}
