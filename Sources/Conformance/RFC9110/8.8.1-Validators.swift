internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 8.8.1: weak and strong validators.
  static let validators = RuleSection(
    .rfc9110, "8.8.1",
    [
      Rule(
        "http.etag.stable", .convention, .conditional,
        "The ETag of what did not change stays the same.",
        remedy: "Make the tag of the content or of a version, of nothing that differs by machine.",
        dependsOn: ["http.etag.syntax"],
        active: .of(Reads.self) { study throws(Obstacle) in
          let reads = study.inOrder
          guard reads.allSatisfy({ $0.has(.etag) }) else {
            throw .lacks("\(study.first.requestLine) has no ETag")
          }
          guard reads.allSatisfy({ $0.octets == study.first.octets }), study.first.octets != nil
          else { throw .prevents("\(study.first.requestLine) has other content each time") }
          let changes = zip(reads, reads.dropFirst()).filter { one, other in
            one.line("etag") != other.line("etag")
          }
          // Somebody may have written what was there already: once, not again and again.
          guard changes.count > 1, let (one, other) = changes.last else {
            return changes.isEmpty
              ? .conforms : .inconclusive("\(study.first.requestLine) changed meanwhile")
          }
          return .violation(
            Evidence(
              part: .field("ETag"), problem: "is another one with the same content",
              quote: "\(one.quote(.etag)) → \(other.quote(.etag))",
              exhibits: [
                Exhibit("a read", one.exchange, .field("ETag")),
                Exhibit("another read", other.exchange, .field("ETag")),
              ]))
        }),
      Rule(
        "http.etag.per-representation", .must, .conditional,
        "Representations that differ have strong ETags that differ.",
        remedy: "Put the type, language and coding into the tag, or mark it as weak with W/.",
        also: [Citation(.rfc9110, "8.8.3")], dependsOn: ["http.etag.syntax", "http.etag.stable"],
        active: .of(Variants.self) { study throws(Obstacle) in
          var hasTwo = false
          for choice in study.choices {
            for other in choice.others {
              guard let one = choice.plain.strongTag, let tag = other.strongTag else { continue }
              hasTwo = true
              guard one == tag else { continue }
              return .violation(
                Evidence(
                  part: .field("ETag"),
                  problem: "is the same for two representations that \(choice.field) chooses",
                  quote: tag,
                  exhibits: [
                    Exhibit("as usual", choice.plain.exchange, .field("ETag"), .content),
                    Exhibit(
                      "with another \(choice.field)", other.exchange, .field("ETag"), .content),
                  ]))
            }
          }
          guard hasTwo else { throw .lacks("no two representations have strong ETags") }
          return .conforms
        }),
    ])
}
