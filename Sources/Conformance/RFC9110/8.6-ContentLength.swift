internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 8.6: how long content is.
  static let contentLength = RuleSection(
    .rfc9110, "8.6",
    [
      Rule(
        "http.content-length.correct", .must, .framing,
        "Content-Length is the number of octets that are sent.",
        remedy: "Let the server count the octets, after every coding and conversion.",
        also: [Citation(.rfc9112, "6.3")], dependsOn: ["http.field.singleton"]
      ) { exchange in
        if let error = exchange.error { return lengthVerdict(of: error) }
        guard exchange.method != "HEAD", !bodiless.contains(exchange.status),
          exchange.status >= 200, exchange.fidelity == .exact,
          let value = exchange.value(.contentLength)
        else { return .notApplicable }
        guard value.isDigits else {
          return .violation(
            .field("Content-Length"), "is no number", quote: exchange.quote(.contentLength))
        }
        // What is at hand of coded content may be without its codings.
        guard !exchange.has(.contentEncoding), !exchange.has(.transferEncoding),
          let count = exchange.contentCount
        else { return .notApplicable }
        return .holds(
          value.number == count, else: .field("Content-Length"),
          "says \(String(decoding: value, as: UTF8.self)), and \(count) octets came")
      },
      Rule(
        "http.204.no-content-length", .must, .framing,
        "A 204 has neither Content-Length, not even 0, nor Transfer-Encoding.",
        remedy: "Answer 204 without any content, so that the server adds no length.",
        also: [Citation(.rfc9112, "6.1")]
      ) { exchange in
        guard exchange.status == 204 else { return .notApplicable }
        if exchange.has(.transferEncoding) {
          return .violation(
            .field("Transfer-Encoding"), "is there", quote: exchange.quote(.transferEncoding))
        }
        guard let value = exchange.value(.contentLength) else { return .conforms }
        // Widespread, and no reader is misled by it.
        return .violation(
          .field("Content-Length"), "is there", quote: exchange.quote(.contentLength),
          level: value.isWord("0") ? .should : nil)
      },
      Rule(
        "http.head.content-length", .must, .methods,
        "Content-Length of an answer to HEAD is the length that GET has.",
        remedy: "Count what GET would send, or leave Content-Length out.",
        also: [Citation(.rfc9110, "9.3.2")],
        dependsOn: ["http.head.supported", "http.head.status-matches-get"],
        active: .of(Heads.self) { study throws(Obstacle) in
          let study = try study.succeeding()
          guard let lengths = study.agreed({ $0.line("content-length") })?.head,
            Array(lengths.utf8)[...].isDigits, let length = Int(lengths)
          else { throw .lacks("\(study.heads[0].requestLine) states no length, or not always one") }
          guard let content = study.agreed({ $0.response?.body })?.get,
            study.gets[0].requestField("accept-encoding") == nil
          else { throw .prevents("\(study.gets[0].requestLine) has other content each time") }
          return .holds(
            length == content.count, else: .field("Content-Length"),
            "of HEAD says \(length), and GET has \(content.count) octets",
            shownBy: study.exhibits(.field("Content-Length")))
        }),
    ])

  /// What has a length without having content.
  private static let bodiless = [204, 304]

  private static func lengthVerdict(of error: TransportError) -> Verdict {
    switch error.reason {
    case .malformed(.unusableLength(let value)):
      .violation(.field("Content-Length"), "is no number", quote: value)
    case .malformed(.lengthsDiffer(let values)):
      .violation(
        .field("Content-Length"), "says several numbers",
        quote: values.joined(separator: " | "))
    // Whether the server lied or the network broke, only asking again tells.
    case .curl where error.code == partialFile:
      .inconclusive("the connection ended before as many octets came")
    default: .notApplicable
    }
  }

  /// The number of curl's error for less content than its length said.
  private static let partialFile = 18
}
