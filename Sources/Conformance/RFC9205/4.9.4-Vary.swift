internal import AccordHTTP

extension RuleSection {
  /// RFC 9205 section 4.9.4: the Vary of an application.
  static let varyOfAll = RuleSection(
    .rfc9205, "4.9.4",
    [
      // The section says that applications need to, in none of the words of RFC 2119.
      Rule(
        "http.vary.consistent", .convention, .negotiation,
        "All answers of a resource have the same Vary, the usual one too.",
        remedy: "Set Vary where the resource is answered, not where one representation is made.",
        dependsOn: ["http.vary.present"],
        active: .of(Variants.self) { study throws(Obstacle) in
          for choice in study.choices {
            let shown = choice.all.filter(\.isCacheable)
            guard let without = shown.first(where: { !choice.isNamed(by: $0) }),
              let named = shown.first(where: choice.isNamed)
            else { continue }
            return .violation(
              Evidence(
                part: .field("Vary"), problem: "names \(choice.field) in some answers only",
                quote: "\(named.line("vary") ?? "") → \(without.line("vary") ?? "nothing")",
                exhibits: [
                  Exhibit("named", named.exchange, .field("Vary")),
                  Exhibit("not named", without.exchange, .field("Vary")),
                ]))
          }
          return .conforms
        })
    ])
}
