internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 13.2.1: when preconditions are evaluated.
  static let whenToEvaluate = RuleSection(
    .rfc9110, "13.2.1",
    [
      Rule(
        "http.conditional.error-first", .must, .conditional,
        "What is answered with an error is answered with it whatever the preconditions.",
        remedy: "Look at preconditions last, when nothing but 2xx would be answered.",
        dependsOn: ["http.404.unknown-item", "http.404.unknown-path", "http.auth.missing-401"],
        active: .of(Preconditions.self) { study throws(Obstacle) in
          for pair in study.pairs where pair.conditional.status != pair.plain.status {
            let status = pair.conditional.status
            guard [304, 412].contains(status) || 200...299 ~= status else {
              throw .prevents(
                "\(pair.conditional.requestLine) with If-None-Match answered \(status)")
            }
            return .violation(
              Evidence(
                part: .status, problem: "is another one with If-None-Match",
                quote: "\(pair.plain.status) → \(status)",
                exhibits: [
                  Exhibit("without a precondition", pair.plain.exchange, .status),
                  Exhibit("with If-None-Match", pair.conditional.exchange, .status),
                ]))
          }
          return .conforms
        })
    ])
}
