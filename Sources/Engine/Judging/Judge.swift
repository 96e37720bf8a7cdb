package import AccordContract
package import AccordDocuments
package import AccordHTTP

/// Holds a response to what a step expects.
///
/// Pure: the same expectation, exchange and bindings give the same judgement, without a clock, a
/// network or a global. All that does not fit is found in one pass.
package struct Judge: Sendable {
  private let compilation: Compilation

  /// A judge that knows a plan's compiled expressions and schemas.
  package init(compilation: Compilation) { self.compilation = compilation }

  /// Judges the last of a step's exchanges, which was answered.
  ///
  /// - Parameters:
  ///   - expected: What the contract says.
  ///   - response: What came.
  ///   - exchange: The exchange in which it came.
  ///   - duration: The time that the step's exchanges took, hops of redirects included.
  ///   - bindings: The values of variables before the step.
  ///   - json: The response's body read as JSON, where somebody did that before.
  package func judge(
    _ expected: ExpectedResponse, _ response: HTTPResponse, of exchange: Exchange,
    duration: Duration, bindings: Bindings, json: Result<JSONDocument, JSONSyntaxError>? = nil
  ) -> Judgement {
    var session = JudgingSession(
      response: response, exchange: exchange, duration: duration, bindings: bindings,
      compilation: compilation, json: json)
    if !expected.status.matches(response.status) {
      session.add(
        Mismatch(
          .status, expected: .status(expected.status),
          found: .status(response.status, reason: response.reason)),
        at: expected.location)
    }
    for statement in expected.statements {
      do throws(MatchingProblem) {
        try session.judge(statement)
      } catch {
        session.judgement.problem = session.judgement.problem ?? .pattern(error)
      }
    }
    return session.judgement
  }
}
