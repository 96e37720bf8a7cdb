internal import AccordConformance
internal import AccordContract
internal import AccordHTTP

/// Probes: what is sent to hold targets to the rules, when every step of the contract has ended.
///
/// One exchange at a time, on the run's own thread, over its own transport: what a rule sees was done by
/// nobody else. The run's rate, its limits of time and its signals hold.
extension Runner {
  /// Probes every target of the plan.
  ///
  /// - Parameter account: What the exchanges of the steps told of the rules, if they were held to some.
  /// - Returns: The same with what the probes told.
  func conductProbes(besides account: ConformanceAccount?) -> ConformanceAccount? {
    guard let terms = termsOfProbes else { return account }
    defer { options.progress?.probe(nil) }
    var account =
      account
      ?? ConformanceAccount(
        mode: terms.mode, profile: terms.selection.profile, rules: [], isStrict: terms.isStrict)
    for probe in plan.probes {
      let told = conduct(probe)
      account = ConformanceAccount(
        mode: account.mode, profile: account.profile, rules: account.rules + told.accounts,
        isStrict: account.isStrict, probed: account.probed + told.probed)
    }
    return account.reviewed(by: options.reviews)
  }

  /// What the probes of a run are held to where its exchanges are held to nothing; `nil` without any.
  var headingOfProbes: ConformanceHeading? {
    termsOfProbes.map { ConformanceHeading(mode: $0.mode, profile: $0.selection.profile) }
  }

  /// The first component's, for reports that tell of all of them at once.
  private var termsOfProbes: ProbeTerms? {
    plan.probes.first.map { ProbeTerms($0.settings, options.probing) }
  }

  /// Probes the targets of a component, one after the other, the server as a whole last.
  private func conduct(_ probe: PlannedProbe) -> (accounts: [RuleAccount], probed: [ProbedTarget]) {
    let resolution = ProbeResolution(
      probe, of: plan, options, timestamp: WallClock.millisecondsSince1970() / 1_000)
    for secret in resolution.secrets { tell(secret: secret.value, of: secret.name) }
    let rules = (try? resolution.terms.selection.rules(of: options.catalogue)) ?? []
    let level = resolution.terms.mode.failsFrom(isStrict: resolution.terms.isStrict)
    let issue = plan.scopes[probe.scope].knownIssue
    var accounts: [RuleAccount] = []
    var probed: [ProbedTarget] = []
    /// A path that answers stands for the server as a whole.
    var readable: String?
    let targets = resolution.targets()
    for (position, (planned, outcome)) in targets.enumerated() {
      var ended = ProbedTarget(
        id: planned.id, name: planned.target.title, index: position + probe.number << 20)
      ended.location = planned.target.location
      switch outcome {
      case .failure(let problem):
        ended.interruption = "it cannot be asked for: \(problem)"
      case .success(var resolved):
        if resolved.target.kind == .server, let readable { resolved.target.url = readable }
        options.progress?.probe(progress(of: planned, in: probe, at: position))
        let others = targets.compactMap { try? $0.outcome.get().target.url }
        let verdicts = conduct(
          resolved, rules, for: resolution.terms.selection.profile,
          otherURL: others.first { $0 != resolved.target.url }, &ended, &readable)
        accounts += verdicts.map { verdict in
          var account = RuleAccount(rule: verdict.rule, target: planned.id, failsFrom: level)
          account.take(verdict, of: planned, at: ended.index)
          account.first?.known = issue.map { KnownViolation(reason: $0, isByBaseline: false) }
          return account
        }
      }
      probed.append(ended)
    }
    if let issue, !accounts.contains(where: { $0.verdict == .violation }),
      accounts.contains(where: { $0.verdict == .conforms }), !probed.isEmpty
    {
      probed[probed.count - 1].remarks.append(.issueGone(issue))
    }
    return (accounts, probed)
  }

  /// What who waits is told of a target.
  private func progress(
    of planned: PlannedTarget, in probe: PlannedProbe, at position: Int
  ) -> RunProgress.ProbedNow {
    let before = plan.probes.prefix { $0.number != probe.number }.map(\.targets.count)
    return RunProgress.ProbedNow(
      target: planned.target.title, number: before.reduce(position + 1, +),
      of: plan.probes.map(\.targets.count).reduce(0, +))
  }

  /// Probes one target.
  ///
  /// - Parameter readable: A URL that can be read, once one is known.
  private func conduct(
    _ resolved: ResolvedTarget, _ rules: [Rule], for profile: RuleProfile, otherURL: String?,
    _ ended: inout ProbedTarget, _ readable: inout String?
  ) -> [ProbeVerdict] {
    // What is almost a secret is one, too.
    for credential in [resolved.credential, resolved.credential?.altered] {
      tell(secrets: credential?.secrets ?? [])
    }
    flush()
    let transport = ProbeTransport(resolved, of: self)
    if stopReason != nil { transport.interrupt("the run was stopped") }
    let probe = Probe(
      resolved.target, allowing: resolved.allowed, token: Self.token(), otherURL: otherURL,
      sender: transport)
    let verdicts = probe.judge(rules, of: options.catalogue, for: profile)
    transport.isCleaningUp = true
    ended.leftovers = probe.cleanUp()
    ended.requestCount = transport.requestCount
    ended.interruption = transport.interruption
    // Not the URL that was sent, which may hold a key; nor that of an item, which is gone by now.
    if probe.isReadable { readable = readable ?? resolved.target.url }
    return verdicts
  }

  /// Sends a request and waits for what becomes of it.
  ///
  /// - Parameter deferrals: Takes in what was answered "later", and is sent again then.
  /// - Throws: ``Obstacle/prevents(_:)`` where the run was stopped, or the server is not there.
  func perform(
    _ request: HTTPRequest, isCleaningUp: Bool, _ deferrals: inout ProbeDeferrals
  ) throws(Obstacle) -> Exchange {
    var count = 0
    while true {
      if let error = reachability.error, !isCleaningUp {
        throw .prevents("the server cannot be reached: \(error.message)")
      }
      if let moment = pacer.delay(from: .now) { wait(until: moment, isCleaningUp: isCleaningUp) }
      try checkStopped(isCleaningUp: isCleaningUp)
      pacer.begin(at: .now)
      requestCount += 1
      client.start(request, id: Self.probeID)
      let exchange = try take(request, isCleaningUp: isCleaningUp)
      requestCount += max(0, exchange.sendCount - 1)
      if let error = exchange.error, error.isUnconnected {
        requestCount -= 1
        let verdict = reachability.noteRefusal(error, at: .now, serverHasEnded: serverHasEnded())
        switch verdict {
        case .waitForServer:
          wait(until: .now + .milliseconds(10), isCleaningUp: isCleaningUp)
          continue
        case .unreachable: throw .prevents("the server cannot be reached: \(error.message)")
        case .stepError: break
        }
      }
      if let response = exchange.response {
        reachability.noteAnswer()
        if let delay = askedDelay(of: response, to: request), count < Self.mostProbeDeferrals,
          deferrals.spend(delay)
        {
          count += 1
          deferrals.exchanges.append(exchange)
          wait(until: .now + delay, isCleaningUp: isCleaningUp)
          continue
        }
      }
      return exchange
    }
  }

  /// Sends octets over a connection of their own, and waits for what comes.
  func converse(_ request: RawRequest, isCleaningUp: Bool) throws(Obstacle) -> RawAnswer {
    for _ in request.parts {
      if let moment = pacer.delay(from: .now) { wait(until: moment, isCleaningUp: isCleaningUp) }
      pacer.begin(at: .now)
    }
    try checkStopped(isCleaningUp: isCleaningUp)
    do {
      let connector = try rawConnector ?? RawConnector(options: options.client)
      rawConnector = connector
      let outcome = try connector.converse(
        RawDialogue(
          url: request.url, parts: request.parts, withheld: request.withheld,
          lingering: request.lingering,
          patience: min(options.limits.total ?? Self.rawPatience, Self.rawPatience),
          connectLimit: options.limits.connect, version: options.version),
        until: cleanupDeadline
      ) { [interruption] in !interruption.signals.isEmpty }
      // What came for content that was kept back belongs to the head before it.
      requestCount += min(outcome.received.count, request.parts.count)
      return RawAnswer(
        parts: outcome.received, waited: outcome.waited, isClosed: outcome.isClosed)
    } catch let error as RawConnectionError {
      throw .prevents(error.words)
    } catch {
      throw .prevents("octets cannot be sent as they are: \(error)")
    }
  }

  /// For how long the answer to octets is waited for: a server that does not answer a request that is
  /// none is no fault of it.
  private static let rawPatience = Duration.seconds(2)

  /// The time that a busy server asks for, if it is waited for and is not too long.
  ///
  /// What is not idempotent is sent again after 429 only, which says that nothing was done (RFC 9110
  /// section 9.2.2).
  private func askedDelay(of response: HTTPResponse, to request: HTTPRequest) -> Duration? {
    guard response.status == 429 || request.isIdempotent,
      let origin = URLReference.origin(ofRequest: request.url),
      options.respectsRetryAfter ?? !origin.isLoopback,
      case .delay(let delay) = RetryAfter(
        response, now: WallClock.millisecondsSince1970() / 1_000),
      delay <= Self.longestProbeDeferral
    else { return nil }
    return max(delay, .milliseconds(100))
  }

  /// The number of the exchange of a probe in the transport; those of steps are their slots.
  private static let probeID = Int.max
  private static let mostProbeDeferrals = 5
  private static let longestProbeDeferral = Duration.seconds(30)

  /// Waits for what becomes of the request in flight.
  ///
  /// One that may make something is waited for after a signal too, as long as clean-ups are: else nobody
  /// would know what is to be removed. If it is given up, it is one that was not answered.
  private func take(_ request: HTTPRequest, isCleaningUp: Bool) throws(Obstacle) -> Exchange {
    let isSafe = ["GET", "HEAD", "OPTIONS", "TRACE"].contains(request.method)
    var completed: [CompletedExchange] = []
    while true {
      client.wait(until: cleanupDeadline, into: &completed)
      var answer: Exchange?
      for exchange in completed {
        if exchange.id == Self.probeID { answer = exchange.exchange } else { finish(exchange) }
      }
      completed.removeAll(keepingCapacity: true)
      if let answer { return answer }
      do throws(Obstacle) {
        try checkStopped(isCleaningUp: isCleaningUp || !isSafe)
      } catch {
        guard client.cancel(id: Self.probeID), !isSafe else { throw error }
        let words = "the run was stopped before an answer was there"
        return Exchange(
          request: request,
          result: .failure(
            TransportError(
              phase: .firstByte, reason: .recorded(kind: "stopped", message: words), code: 0,
              message: words, mayHaveBeenProcessed: true)))
      }
    }
  }

  /// Waits for a moment, or for a signal.
  func wait(until moment: ContinuousClock.Instant, isCleaningUp: Bool) {
    var completed: [CompletedExchange] = []
    while moment > .now {
      do throws(Obstacle) { try checkStopped(isCleaningUp: isCleaningUp) } catch { return }
      client.wait(until: moment, into: &completed)
      for exchange in completed { finish(exchange) }
      completed.removeAll()
    }
  }

  /// The token of a request that is about to be sent.
  func awaitToken(_ asked: TokenRequest, isCleaningUp: Bool) throws(Obstacle) -> TokenStore.Held {
    let number = tokens.number(of: asked)
    while true {
      try checkStopped(isCleaningUp: isCleaningUp)
      switch tokens.answer(number, hasWaited: true, at: .now) {
      case .token(let held): return held
      case .failed: throw .prevents("the token endpoint gave no token")
      case .ask:
        tokens.prepare(number, for: options.limits, usually: options.limits)
        send(tokenRequest: number, at: .now)
      case .wait: break
      }
      let deadline = ContinuousClock.now + .milliseconds(50)
      wait(until: deadline, isCleaningUp: isCleaningUp)
      tendTokens(at: .now)
    }
  }

  private func checkStopped(isCleaningUp: Bool) throws(Obstacle) {
    noticeSignals()
    if isCleaningUp ? hasGivenUp : stopReason == .interrupted {
      throw .prevents("the run was stopped")
    }
  }

  /// Letters and digits that nothing else has.
  private static func token() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36)
  }
}

extension RawConnectionError {
  /// Why there is no answer.
  fileprivate var words: String {
    switch self {
    case .throughProxy: "a proxy stands between, which has its own view of octets"
    case .speaksHTTP2Only: "the server is spoken to with HTTP/2 only"
    case .request: "the URL names no server"
    case .failed(let error): "no connection stands: \(error.message)"
    case .interrupted: "the run was stopped"
    }
  }
}

extension RuleAccount {
  /// Takes in what a probe found.
  fileprivate mutating func take(_ verdict: ProbeVerdict, of planned: PlannedTarget, at index: Int)
  {
    kept = verdict.kept
    broken = verdict.broken
    undecided = verdict.undecided
    reason = verdict.reason
    guard let evidence = verdict.evidence, let shown = evidence.exhibits.last?.exchange else {
      return
    }
    first = RuleViolation(
      rule: rule.id, level: evidence.level ?? rule.level, evidence: evidence,
      exchange: shown.withoutBody, index: index, step: planned.id,
      location: planned.target.location)
  }
}
