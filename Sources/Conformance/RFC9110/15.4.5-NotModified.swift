internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 15.4.5: 304.
  static let notModified = RuleSection(
    .rfc9110, "15.4.5",
    [
      Rule(
        "http.304.headers", .must, .conditional,
        "A 304 has those fields of the 200 that caches and validators live on.",
        remedy: "Send Content-Location, Date, ETag, Vary, Cache-Control and Expires with 304 too.",
        dependsOn: ["http.etag.syntax"],
        active: .of(Revalidation.self) { study throws(Obstacle) in
          for name in ["ETag", "Cache-Control", "Vary", "Content-Location", "Date", "Expires"] {
            guard study.plain.line(name) != nil,
              study.notModified.allSatisfy({ $0.line(name) == nil })
            else { continue }
            return .violation(
              Evidence(
                part: .field(name), problem: "is missing from 304, and 200 has it",
                quote: study.plain.line(name),
                exhibits: [
                  Exhibit("200", study.plain.exchange, .field(name)),
                  Exhibit("304", study.notModified[0].exchange, .field(name)),
                ]))
          }
          return .conforms
        })
    ])
}
