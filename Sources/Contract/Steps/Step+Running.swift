extension Step {
  /// Names the step, in reports and in its id.
  public func named(_ name: String) -> Step { adding(.named(name)) }

  /// Adds words by which the step is chosen: `--tag`, `--skip-tag`.
  public func tags(_ tags: Tag...) -> Step { adding(.tags(tags)) }

  /// Skips the step, with this reason in every report.
  public func disabled(_ reason: String) -> Step { adding(.disabled(reason)) }

  /// A failure is *known* and does not fail the run; a step that passes is named as *fixed*.
  public func knownIssue(_ reason: String) -> Step { adding(.knownIssue(reason)) }

  /// How long the exchange may take in all, over all hops of a followed redirect together, and with
  /// the waits that a server asks for (`--respect-retry-after`).
  public func timeout(_ limit: Duration) -> Step { adding(.timeout(limit)) }

  /// Sends again when no answer could be had, up to so many times, and marks the step flaky where
  /// a later try passes.
  ///
  /// An answer that breaks the contract is never asked for again. One that says `Retry-After` is no
  /// matter of this word: `--respect-retry-after` waits for it, and the step is not flaky.
  ///
  /// Asking for this is asking to send a request twice, also one that is not idempotent.
  public func retry(upTo times: Int) -> Step { adding(.retry(times)) }

  /// Sends and judges until everything is as expected or the time is over; the last try counts.
  ///
  /// - Parameters:
  ///   - limit: How long to go on, from the first try; no try starts later.
  ///   - interval: How long to wait between an answer and the next try.
  public func eventually(within limit: Duration, every interval: Duration) -> Step {
    adding(.eventually(Polling(within: limit, interval: interval)))
  }

  /// Follows redirects (RFC 9110 section 15.4), each an exchange of its own; what is expected is
  /// judged on the last response.
  ///
  /// Credentials and cookies stay with the origin they were meant for.
  public func followRedirects(upTo hops: Int = 10) -> Step { adding(.followRedirects(hops)) }

  /// States what must come back.
  ///
  ///     Get("/users/1").expect(200) { JSON(["id": 1]) }
  public func expect(
    _ status: StatusPattern, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column,
    @ExpectationBuilder _ statements: () -> [Expectation] = { [] }
  ) -> Step {
    var step = self
    let isRepeated = step.expectation != nil
    step.expectation = ExpectedResponse(
      status: status, statements: statements(),
      location: SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column))
    step.expectation?.isRepeated = isRepeated
    return step
  }
}
