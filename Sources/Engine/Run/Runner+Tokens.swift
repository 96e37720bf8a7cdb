internal import AccordContract
internal import AccordHTTP

/// Access tokens: asked for when the first step needs one, over the run's own transport.
///
/// Steps that wait for one hold no job. Exchanges with token endpoints have numbers below zero.
extension Runner {
  /// The token of a request that is about to be sent; `nil` where the step waits for it, or has ended
  /// since there is none.
  func token(
    for request: TokenRequest, _ slot: Int, _ current: StepRun, at now: ContinuousClock.Instant
  ) -> TokenStore.Held? {
    let number = tokens.number(of: request)
    switch tokens.answer(number, hasWaited: current.hasAwaitedToken, at: now) {
    case .token(let held):
      current.hasAwaitedToken = false
      return held
    case .failed(let problem):
      settle(slot, .errored(.noToken(url: request.url, problem)))
      return nil
    case .ask:
      tokens.prepare(number, for: current.request.limits, usually: options.limits)
      send(tokenRequest: number, at: now)
    case .wait: break
    }
    current.hasAwaitedToken = true
    if current.exchanges.isEmpty { current.tokenWait = current.tokenWait ?? now }
    let since = current.exchanges.isEmpty ? current.tokenWait ?? now : current.tryStart
    tokens.wait(
      TokenStore.Waiting(slot: slot, limit: current.request.limits.total, since: since),
      for: number)
    return nil
  }

  func send(tokenRequest number: Int, at now: ContinuousClock.Instant) {
    let limits = tokens.ask(number, at: now)
    exchangesInFlight += 1
    requestCount += 1
    pacer.begin(at: now)
    // A kept connection may be dead, which a POST does not survive.
    var request = tokens.request(number).request(limits: limits, version: options.version)
    request.needsFreshConnection = true
    flushSecrets()
    if let origin = URLReference.origin(ofRequest: request.url) { gates.begin(origin) }
    client.start(request, id: Self.id(ofToken: number))
  }

  /// The number of an exchange for that of a grant, and the other way round.
  private static func id(ofToken number: Int) -> Int { -1 - number }

  private func endConnection(ofToken number: Int, over facts: ConnectionFacts?) {
    guard let origin = URLReference.origin(ofRequest: tokens.request(number).url) else { return }
    gates.end(origin, over: facts)
  }

  /// Takes the answer of a token endpoint.
  func finishToken(_ completed: CompletedExchange) {
    let number = Self.id(ofToken: completed.id)
    let now = ContinuousClock.now
    exchangesInFlight -= 1
    endConnection(ofToken: number, over: completed.exchange.connection)
    let result: Result<AccessToken, TokenProblem>
    switch completed.exchange.result {
    case .failure(let error):
      if error.isUnconnected {
        requestCount -= 1
        if waitsForTokenServer(number, error, at: now) { return }
      }
      result = .failure(.transport(error))
    case .success(let response):
      // A token that cannot be used is a secret all the same.
      tell(secrets: AccessToken.secrets(of: response))
      result = Result { () throws(TokenProblem) in
        try AccessToken(response, asked: tokens.asked(number) ?? now)
      }
    }
    let slots = tokens.take(result, of: number)
    switch result {
    case .success:
      for slot in slots { ready.append(slot) }
    case .failure(let problem):
      let url = tokens.request(number).url
      for slot in slots { settle(slot, .errored(.noToken(url: url, problem))) }
    }
  }

  /// Whether the token endpoint may still be starting, as the server under test may be.
  private func waitsForTokenServer(
    _ number: Int, _ error: TransportError, at now: ContinuousClock.Instant
  ) -> Bool {
    guard error.mayPass, !tokens.hadToken(number), start + options.wait > now,
      !serverHasEnded()
    else { return false }
    let slots = tokens.askAgain(number, at: now + .milliseconds(10), now: now)
    for slot in slots {
      if let current = self.slots[slot]?.current, current.exchanges.isEmpty {
        current.tokenWait = now
      }
    }
    return true
  }

  /// Asks again, and ends the steps whose time is over.
  func tendTokens(at now: ContinuousClock.Instant) {
    for number in tokens.dueAgain(at: now) { send(tokenRequest: number, at: now) }
    for late in tokens.takeLate(at: now) {
      let url = tokens.request(late.number).url
      settle(late.slot, .errored(.noToken(url: url, .timeout(late.limit))))
    }
  }

  /// Gives up what no step waits for any more.
  func abandonTokens() {
    for number in tokens.abandonUnneeded() {
      client.cancel(id: Self.id(ofToken: number))
      exchangesInFlight -= 1
      endConnection(ofToken: number, over: nil)
    }
  }

  // MARK: - Refused tokens

  /// Whether a response says that the request's token has ended, so that the request is sent once
  /// more with another: a 401 says that it was not processed (RFC 6750 section 3.1).
  ///
  /// Once for a step, and not where the contract has something to say to a 401.
  func renewsToken(
    after response: HTTPResponse, to request: HTTPRequest, _ planned: PlannedStep,
    _ current: StepRun
  ) -> Bool {
    guard let signer = current.signer, let held = signer.held,
      let asked = signer.tokenRequest(for: request)
    else { return false }
    let number = tokens.number(of: asked)
    let isRefused = response.status == 401
    if current.hasRenewedToken {
      if !isRefused { tokens.noteUsefulRenewal(number) }
      return false
    }
    // A probe takes any status, and a 401 says nothing of what it asks.
    let isExpected =
      planned.role != .probe && planned.step.expectation?.status.matches(401) == true
    guard isRefused, !isExpected, mayGoOn(planned),
      tokens.refuse(number, generation: held.generation, at: .now)
    else { return false }
    current.hasRenewedToken = true
    current.hasAwaitedToken = false
    current.signer?.noteRenewal()
    return true
  }
}
