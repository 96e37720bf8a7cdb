internal import AccordHTTP

extension RuleSection {
  /// RFC 9112 section 6.2: Content-Length beside Transfer-Encoding.
  static let messageLength = RuleSection(
    .rfc9112, "6.2",
    [
      Rule(
        "framing.response-cl-and-te", .must, .framing,
        "No answer has both Content-Length and Transfer-Encoding.",
        remedy: "Leave Content-Length out where content is sent in chunks.",
        also: [Citation(.rfc9112, "6.3")]
      ) { exchange in
        let problem = "is there beside Transfer-Encoding"
        if let error = exchange.error {
          guard case .malformed(.lengthBesideCoding) = error.reason else { return .notApplicable }
          return .violation(.field("Content-Length"), problem)
        }
        // A 204 may have neither, which is another rule's.
        guard exchange.majorVersion == 1, exchange.status != 204,
          exchange.has(.transferEncoding) || exchange.has(.contentLength)
        else { return .notApplicable }
        return .holds(
          !exchange.has(.transferEncoding) || !exchange.has(.contentLength),
          else: .field("Content-Length"), problem)
      }
    ])
}
