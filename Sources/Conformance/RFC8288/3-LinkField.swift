extension RuleSection {
  /// RFC 8288 section 3: the field Link.
  static let linkField = RuleSection(
    .rfc8288, "3",
    [
      Rule(
        "link.syntax", .must, .links,
        "Link is a list of URI references in angle brackets, each with its parameters.",
        remedy: "Write `<uri>; rel=\"name\"`, links parted by commas."
      ) { exchange in
        guard exchange.has(.link) else { return .notApplicable }
        var verdict = Verdict.conforms
        for line in exchange.values(.link) {
          func violation(_ problem: String, level: RuleLevel? = nil) -> Verdict {
            .violation(
              .field("Link"), problem, quote: String(decoding: line, as: UTF8.self), level: level)
          }
          do throws(LinkValue.SyntaxProblem) {
            for link in try LinkValue.list(line) {
              switch ReferenceReading(link.target) {
              case .reference: continue
              case .unencoded:
                verdict.take(
                  violation(
                    "has a target with characters that belong percent-encoded", level: .should))
              case .none: return violation("has a target that is no URI reference")
              }
            }
          } catch {
            return violation(error.words)
          }
        }
        return verdict
      }
    ])

  /// RFC 8288 section 3.3: the relation of a link.
  static let linkRelation = RuleSection(
    .rfc8288, "3.3",
    [
      Rule(
        "link.rel-present", .must, .links,
        "Each link has a rel, and only one.",
        remedy: "Give each link one rel; several relations stand in it with blanks between them.",
        dependsOn: ["link.syntax"]
      ) { exchange in
        guard exchange.has(.link) else { return .notApplicable }
        for line in exchange.values(.link) {
          guard let links = try? LinkValue.list(line) else { return .notApplicable }
          for link in links {
            let count = link.parameters.count { $0.name == "rel" }
            guard count != 1 else { continue }
            return .violation(
              .field("Link"), count == 0 ? "has a link without rel" : "has a link with rel twice",
              quote: String(decoding: link.target, as: UTF8.self))
          }
        }
        return .conforms
      }
    ])
}
