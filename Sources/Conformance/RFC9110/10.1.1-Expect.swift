internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 10.1.1: Expect.
  static let expect = RuleSection(
    .rfc9110, "10.1.1",
    [
      Rule(
        "http.expect.continue", .must, tier: 2, .framing,
        "A request with Expect: 100-continue is answered, with 100 or for good, before its content comes.",
        remedy: "Answer 100 or a final status as soon as the head is there, and only then read.",
        active: .of(WithheldContent.self) { study throws(Obstacle) in
          guard let last = study.attempts.last else { throw .prevents("nothing was announced") }
          for attempt in study.attempts where attempt.before.response != nil {
            // Who is tired of waiting for content (section 15.5.9) did wait for it.
            return attempt.before.status == 408
              ? .inconclusive("\(last.before.requestLine) was answered 408 without its content")
              : .conforms
          }
          guard last.before.isUnanswered else {
            return .inconclusive("what came before the content is no whole answer")
          }
          guard let after = last.after else { return .inconclusive(last.before.silence) }
          guard after.response != nil else { return .inconclusive(after.silence) }
          try study.checkThatContentMattered()
          return .violation(
            Evidence(
              part: .status,
              problem: "came with the content only: there was no answer of any kind to the head, "
                + "which had Expect: 100-continue",
              exhibits: [
                Exhibit("the head alone", last.before.exchange, .status),
                Exhibit("with the content", after.exchange, .status),
              ]))
        })
    ])
}

extension WithheldContent {
  /// Whether it was the content that brought the answer, each time.
  ///
  /// - Throws: What else may have.
  fileprivate func checkThatContentMattered() throws(Obstacle) {
    guard attempts.count > 1, attempts.allSatisfy({ $0.isAnsweredAfterContentOnly }) else {
      throw .prevents("only once was there no answer before the content")
    }
    guard attempts.allSatisfy({ $0.waitedBefore >= wait }) else {
      throw .prevents("a limit of time is too short to wait for an answer without the content")
    }
    // An answer that takes as long after the content would have come without it, too.
    guard attempts.allSatisfy({ $0.waitedAfter * 2 <= $0.waitedBefore }) else {
      throw .prevents("the answer took as long with the content as it was waited for without")
    }
    let answers = [usual] + attempts.compactMap(\.after)
    if let trace = answers.lazy.compactMap(\.traceOfIntermediary).first {
      throw .prevents("\(trace) tells of an intermediary, which may keep Expect to itself")
    }
  }
}

extension RawExchange {
  /// A field by which gateways and caches make themselves known.
  fileprivate var traceOfIntermediary: String? {
    let names = [
      "Via", "X-Cache", "CF-Ray", "X-Served-By", "X-Amz-Cf-Id", "X-Amzn-RequestId",
      "X-Envoy-Upstream-Service-Time", "X-Azure-Ref", "Fastly-Debug-Digest", "X-Varnish",
    ]
    return names.first { response?.fields.first($0) != nil }
  }
}
