extension RuleSection {
  /// RFC 9110 section 8.3: what content is.
  static let contentType = RuleSection(
    .rfc9110, "8.3",
    [
      Rule(
        "http.content-type.present", .should, .content,
        "An answer with content says with Content-Type what it is.",
        remedy: "Set Content-Type wherever content is written, errors included."
      ) { exchange in
        guard exchange.method != "HEAD", exchange.contentCount ?? 0 > 0 else {
          return .notApplicable
        }
        if exchange.has(.contentType) { return .conforms }
        // With If-Range the client has the field already (section 15.3.7).
        if exchange.status == 206, exchange.requestField("if-range") != nil {
          return .notApplicable
        }
        return .violation(.field("Content-Type"), "is missing beside content")
      }
    ])

  /// RFC 9110 section 8.3.1: how a media type is written.
  static let mediaType = RuleSection(
    .rfc9110, "8.3.1",
    [
      Rule(
        "http.content-type.syntax", .must, .content,
        "Content-Type is one media type, with parameters in the form `name=value`.",
        remedy: "Write type/subtype, then `; name=value` for each parameter, and nothing else.",
        dependsOn: ["http.field.singleton"]
      ) { exchange in
        guard exchange.has(.contentType) else { return .notApplicable }
        if exchange.mediaType != nil { return .conforms }
        guard let value = exchange.value(.contentType), MediaType(parsing: value) == nil else {
          return .conforms
        }
        return .violation(
          .field("Content-Type"), "is no media type", quote: exchange.quote(.contentType))
      }
    ])
}
