internal import AccordHTTP

extension RuleSection {
  /// RFC 8288 section 3.1: where a link leads.
  static let linkTarget = RuleSection(
    .rfc8288, "3.1",
    [
      Rule(
        "link.targets-resolve", .convention, .links,
        "Links to resources of the same server lead to something.",
        remedy: "Make links of the routes themselves, and leave out what is not there.",
        dependsOn: ["link.syntax", "link.rel-present"],
        active: .of(Links.self) { study throws(Obstacle) in
          var obstacle: Obstacle?
          for target in study.targets where !target.answer.isStatus(100...399) {
            do throws(Obstacle) {
              try target.answer.answered()
            } catch {
              obstacle = error
              continue
            }
            return .violation(
              Evidence(
                part: .field("Link"),
                problem: "leads to \(target.answer.status) by its relation \(target.relation)",
                quote: target.answer.exchange.request.url,
                exhibits: [
                  Exhibit("the link", study.source.exchange, .field("Link")),
                  Exhibit("its target", target.answer.exchange, .status),
                ]))
          }
          if let obstacle { throw obstacle }
          return .conforms
        })
    ])
}
