internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 12.5.5: Vary.
  static let vary = RuleSection(
    .rfc9110, "12.5.5",
    [
      Rule(
        "http.vary.present", .should, .negotiation,
        "Vary names the fields of the request that choose what is answered.",
        remedy: "Send Vary with the names of all fields that are looked at.",
        active: .of(Variants.self) { study throws(Obstacle) in
          var hasOne = false
          for choice in study.choices {
            let shown = [choice.plain] + choice.others
            guard shown.allSatisfy(\.isCacheable) else { continue }
            hasOne = true
            guard !shown.contains(where: choice.isNamed) else { continue }
            return .violation(
              Evidence(
                part: .field("Vary"),
                problem: "does not name \(choice.field), which chooses what is answered",
                quote: choice.plain.line("vary"),
                exhibits: choice.exhibits(choice.others[0])))
          }
          guard hasOne else { throw .lacks("no cache may keep what is chosen (no-store)") }
          return .conforms
        })
    ])
}

extension Variants.Choice {
  /// The usual representation and another one, with what they are and what Vary says.
  func exhibits(_ other: ObservedExchange) -> [Exhibit] {
    [
      Exhibit("as usual", plain.exchange, .field("Vary"), .field("Content-Type")),
      Exhibit("with another \(field)", other.exchange, .field("Vary"), .field("Content-Type")),
    ]
  }
}
