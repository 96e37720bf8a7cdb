internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 4.2.3: URLs that mean the same.
  static let normalization = RuleSection(
    .rfc9110, "4.2.3",
    [
      Rule(
        "uri.percent-normalisation", .should, .uris,
        "It makes no difference whether a letter or digit of the path is percent-encoded.",
        remedy: "Decode the segments of the path before they are compared.",
        also: [Citation(.rfc3986, "6.2.2.1"), Citation(.rfc3986, "6.2.2.2")],
        dependsOn: ["rest.stateless.order"],
        active: .of(Spelling.self) { study throws(Obstacle) in
          var verdict = Verdict.conforms
          for contrast in study.contrasts {
            let other = contrast.verdict(
              "is another one for the same path percent-encoded",
              (plain: "as usual", varied: "percent-encoded"))
            if case .violation = other { return other }
            if case .inconclusive = other { verdict = other }
          }
          return verdict
        }),
      Rule(
        "uri.trailing-slash", .convention, .uris,
        "With a slash at its end and without one a path does not mean two things.",
        remedy: "Answer the same, redirect to the one form, or answer 404 to the other.",
        active: .of(TrailingSlash.self) { study throws(Obstacle) in
          study.contrast.verdict(
            "is another one with the other end of the path, and both are answered 200",
            (plain: "as usual", varied: "with the other end"))
        }),
    ])
}
