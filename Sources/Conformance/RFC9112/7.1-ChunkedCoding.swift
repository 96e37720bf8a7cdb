internal import AccordHTTP

extension RuleSection {
  /// RFC 9112 section 7.1: content in chunks.
  static let chunkedCoding = RuleSection(
    .rfc9112, "7.1",
    [
      Rule(
        "framing.chunked-request", .must, .framing,
        "Content in chunks is understood as content with a length is, or refused with 411.",
        remedy: "Read requests with Transfer-Encoding: chunked, or answer them 411.",
        also: [Citation(.rfc9112, "6.3")],
        active: .of(ChunkedCreation.self) { study throws(Obstacle) in
          guard study.chunked.response != nil else {
            throw .prevents("\(study.chunked.requestLine) in chunks was not answered")
          }
          let status = study.chunked.status
          if status < 400 || status == 411 { return .conforms }
          // A server that does not know the coding says so with 501 (section 6.1), and must know it.
          if status != 501 { try study.chunked.answered() }
          guard let again = study.again, again.response != nil, (200...299).contains(again.status)
          else {
            return .inconclusive(
              "\(study.chunked.requestLine) answered \(status) in chunks, and no better without")
          }
          return .violation(
            Evidence(
              part: .status,
              problem: "is \(status) for content in chunks, and \(again.status) with its length",
              exhibits: [
                Exhibit("with its length", study.measured.exchange, .status),
                Exhibit("in chunks", study.chunked.exchange, .status),
              ]))
        })
    ])
}
