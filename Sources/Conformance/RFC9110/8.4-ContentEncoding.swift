internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 8.4: which codings content has.
  static let contentEncoding = RuleSection(
    .rfc9110, "8.4",
    [
      Rule(
        "http.content-encoding.truthful", .must, .content,
        "Content-Encoding names the codings that the content has, and no others.",
        remedy: "Set Content-Encoding where content is compressed, and only there.",
        dependsOn: ["http.content-type.syntax"]
      ) { exchange in
        // A part of coded content does not begin as the whole does.
        guard exchange.method != "HEAD", !exchange.isPartial else { return .notApplicable }
        if let problem = brokenCoding(exchange) { return problem }
        guard exchange.fidelity == .exact, let octets = exchange.octets else {
          return .notApplicable
        }
        let isGzip = octets.starts(with: [0x1F, 0x8B, 0x08])
        guard exchange.has(.contentEncoding) else {
          // A file that is gzip by its own type is no coded representation of another.
          guard isGzip, exchange.mediaType?.isReadable == true else { return .notApplicable }
          return .violation(
            .field("Content-Encoding"), "is missing, and the content is compressed with gzip")
        }
        guard exchange.isCoded else { return .conforms }
        let codings = exchange.values(.contentEncoding).flatMap {
          $0.split(separator: UInt8(ascii: ","))
        }
        .map(\.trimmed)
        guard codings.count == 1, let coding = codings.first else {
          return .inconclusive("several codings lie on each other")
        }
        guard coding.isWord("gzip") || coding.isWord("x-gzip") else {
          return .inconclusive("the coding does not show at its beginning")
        }
        return isGzip
          ? .conforms
          : .violation(
            .field("Content-Encoding"), "says gzip, and the content is not compressed with it",
            quote: exchange.quote(.contentEncoding))
      }
    ])

  /// The number of curl's error for content that its coding cannot be taken off.
  private static let badContentEncoding = 61

  /// What an exchange tells that ended since the coding is not what the head says.
  private static func brokenCoding(_ exchange: ObservedExchange) -> Verdict? {
    guard let error = exchange.error, error.code == badContentEncoding,
      let received = error.received, !received.status.isOfPartialContent
    else { return nil }
    // What nobody here can decode may be what it says.
    let coding = received.fields.combined("content-encoding")?.lowercased() ?? ""
    guard ["gzip", "x-gzip", "deflate"].contains(coding) else {
      return .inconclusive("the coding is not known here")
    }
    return .violation(
      .field("Content-Encoding"), "names a coding that cannot be taken off the content",
      quote: coding)
  }
}
