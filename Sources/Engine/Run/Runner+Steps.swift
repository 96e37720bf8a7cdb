internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// The life of a step: begun, sent, answered, judged, settled.
extension Runner {
  /// Begins the unit's step, or settles it where it is not to run.
  func beginStep(_ slot: Int) {
    guard let run = slots[slot] else { return }
    let planned = plan.steps[run.position]
    if let reason = planned.skipReason { return settle(slot, .skipped(reason)) }
    if let error = reachability.error { return settle(slot, .errored(.unreachable(error))) }
    if let reason = skipReason(for: planned, in: run) {
      return settle(slot, .skipped(reason))
    }
    do throws(StepProblem) {
      let (request, credential) = try requests.request(
        for: planned.step, in: plan.scopes[planned.scope], bindings: run.bindings,
        cookies: run.cookies)
      let current = StepRun(request, at: .now)
      if let credential {
        tell(secrets: credential.secrets)
        current.signer = RequestSigner(credential, for: request)
        if case .query(_, let key) = credential.form, !key.isEmpty { current.queryKey = key }
      }
      run.current = current
      ready.append(slot)
    } catch {
      settle(slot, .errored(error))
    }
  }

  private func skipReason(for planned: PlannedStep, in run: UnitRun) -> SkipReason? {
    if options.isReadOnly, !planned.step.method.isSafe {
      return .readOnly(method: planned.step.method.token)
    }
    if planned.role == .cleanup {
      if hasGivenUp { return .interrupted }
    } else {
      if let stopReason { return stopReason }
      if let id = run.failedStep { return .earlierStep(id: id) }
    }
    guard planned.usesVariables else { return nil }
    for variable in plan.neededVariables(of: planned) where run.bindings[variable] == nil {
      return planned.role == .cleanup
        ? .nothingToCleanUp(variable: variable.name) : .unbound(variable: variable.name)
    }
    return nil
  }

  /// Sends what is next of the unit's step: a try, or a hop of a redirect.
  func send(_ slot: Int, at now: ContinuousClock.Instant) {
    guard let run = slots[slot], let current = run.current else { return }
    if let stopReason, current.tries == 0, plan.steps[run.position].role != .cleanup {
      return settle(slot, .skipped(stopReason))
    }
    if let error = reachability.error { return settle(slot, .errored(.unreachable(error))) }
    if let asked = current.signer?.tokenRequest(for: current.nextRequest) {
      guard let held = token(for: asked, slot, current, at: now) else { return }
      current.signer?.held = held
    }
    if current.exchanges.isEmpty {
      if current.tries == 0 {
        current.start = now
        options.progress?.send(run.position, slot: slot, at: now)
      }
      current.tries += 1
      current.tryStart = current.tokenWait ?? now
      current.tokenWait = nil
      current.signer?.beginTry()
    }
    var request = current.nextRequest
    current.isShortened = current.tryStart != now
    if current.isShortened, let total = current.request.limits.total {
      let left = total - current.tryStart.duration(to: now)
      // It waited for its turn here: that says nothing of the server.
      guard left > .zero else { return settle(slot, .errored(.noTimeLeft(limit: total))) }
      request.limits.total = max(left, .milliseconds(1))
    }
    do throws(StepProblem) {
      try current.signer?.sign(&request, files: options.files)
    } catch {
      return settle(slot, .errored(error))
    }
    flushSecrets()
    run.isInFlight = true
    exchangesInFlight += 1
    requestCount += 1
    current.endDeferral(at: now)
    current.askedDelay = nil
    countConnection(of: current, to: request.url)
    pacer.begin(at: now)
    client.start(request, id: slot)
  }

  /// Takes an exchange that has ended.
  func finish(_ completed: CompletedExchange) {
    guard completed.id >= 0 else { return finishToken(completed) }
    let slot = completed.id
    if completed.hasLargeBody { client.holdsLargeBodies = true }
    defer { if completed.hasLargeBody, largeBodyTicket == nil { isLargeBodyDone = true } }
    guard let run = slots[slot], run.isInFlight, let current = run.current else { return }
    run.isInFlight = false
    exchangesInFlight -= 1
    let exchange = completed.exchange
    // libcurl may have sent it twice over a connection that had died (RFC 9110 section 9.2.2).
    requestCount += max(0, exchange.sendCount - 1)
    countConnection(of: current, over: exchange.connection)
    current.exchanges.append(exchange)
    current.answered = completed.ended
    switch exchange.result {
    case .failure(let error):
      observe(exchange, current)
      if error.isUnconnected { requestCount -= 1 }
      finishWithoutAnswer(slot, run, current, error)
    case .success(let response):
      reachability.noteAnswer()
      let step = plan.steps[run.position].step
      // What is large is held to rules where it is judged.
      let isSmall = response.body.count <= Self.largestBodyJudgedHere
      let json = isSmall ? observe(exchange, current) : nil
      func isNotJudged() { if !isSmall { observe(exchange, current) } }
      if current.signer?.answers(response, to: exchange.request) == true
        || renewsToken(
          after: response, to: exchange.request, plan.steps[run.position], current)
      {
        isNotJudged()
        return follow(slot, current, exchange.request)
      }
      if defers(slot, run, current, response, exchange) { return isNotJudged() }
      guard step.hopLimit > 0 else {
        return judge(slot, run, step, response, exchange, json: json)
      }
      let hops =
        current.exchanges.count - 1 - (current.signer?.answeredChallenges ?? 0)
        - current.deferrals.count { $0.wait != nil && $0.exchange != nil }
      let next: HTTPRequest?
      do throws(RedirectRefusal) {
        let policy = RedirectPolicy(maximumHops: step.hopLimit)
        next = try policy.next(after: exchange.request, response: response, hops: hops)
        if let next { try current.checkQueryKey(next, after: exchange.request) }
      } catch {
        isNotJudged()
        return settle(slot, .errored(.redirect(error)))
      }
      guard let next else { return judge(slot, run, step, response, exchange, json: json) }
      isNotJudged()
      redirect(slot, run, current, to: next, after: exchange.request)
    }
  }

  /// Follows a redirect with what is the other server's own, and nothing else.
  private func redirect(
    _ slot: Int, _ run: UnitRun, _ current: StepRun, to next: HTTPRequest,
    after previous: HTTPRequest
  ) {
    let planned = plan.steps[run.position]
    var next = next
    next.cookies = current.jar(for: next)
    do throws(StepProblem) {
      let credential = try requests.addLogin(
        to: &next, after: previous, of: planned.step, in: plan.scopes[planned.scope])
      if let credential { tell(secrets: credential.secrets) }
    } catch {
      return settle(slot, .errored(error))
    }
    follow(slot, current, next)
  }

  /// Tells of values that no output may show, each of them once.
  func tell(secrets: [String]) {
    for secret in secrets where toldSecrets.insert(secret).inserted {
      tell(secret: secret)
    }
  }

  /// Sends the next hop in the place that the one before has left: all hops together keep the step's
  /// limit of time, so none waits behind other steps.
  private func follow(_ slot: Int, _ current: StepRun, _ next: HTTPRequest) {
    current.redirected = next
    if let hop = current.exchanges.last, hop.bodySize > Self.largestBodyKept, !options.recordsWire {
      current.exchanges[current.exchanges.count - 1] = hop.withoutBody
    }
    let now = ContinuousClock.now
    guard pacer.delay(from: now) == nil else { return ready.append(slot) }
    if !isHeldBack(slot, at: now) { send(slot, at: now) }
  }

  private func finishWithoutAnswer(
    _ slot: Int, _ run: UnitRun, _ current: StepRun, _ error: TransportError
  ) {
    let now = ContinuousClock.now
    let step = plan.steps[run.position].step
    if error.isUnconnected,
      URLReference.origin(ofRequest: current.nextRequest.url) == options.baseURL.origin
    {
      let verdict = reachability.noteRefusal(error, at: now, serverHasEnded: serverHasEnded())
      switch verdict {
      case .waitForServer:
        // Nothing was sent: it is the same try, later.
        current.exchanges.removeLast()
        if current.exchanges.isEmpty { current.tries -= 1 }
        return timers.add(slot, due: now + .milliseconds(10))
      case .unreachable:
        // As with the steps that are not tried any more, whichever it was that found out.
        current.exchanges.removeLast()
        if current.exchanges.isEmpty { current.tries -= 1 }
        return settle(slot, .errored(.unreachable(error)))
      case .stepError: break
      }
    }
    if pollsAgain(slot, run, current) { return }
    if step.polling == nil, current.triesWithoutAnswer < step.retries,
      mayGoOn(plan.steps[run.position])
    {
      let backoff = Duration.milliseconds(100 << min(current.triesWithoutAnswer, 4))
      current.triesWithoutAnswer += 1
      return tryAgain(slot, current, after: min(backoff, .seconds(1)), at: now)
    }
    settle(slot, .errored(.transport(current.statingItsLimit(error))))
  }

  /// Whether a step that was sent may be sent again, now that the run may have been stopped.
  ///
  /// `--fail-fast` stops what is new: a step that still waits for its answer to become right would
  /// else be called wrong.
  func mayGoOn(_ planned: PlannedStep) -> Bool {
    stopReason != .interrupted || planned.role == .cleanup && !hasGivenUp
  }

  /// Tries an `.eventually` step again, unless the next try would begin too late.
  private func pollsAgain(_ slot: Int, _ run: UnitRun, _ current: StepRun) -> Bool {
    let planned = plan.steps[run.position]
    let now = ContinuousClock.now
    guard let polling = planned.step.polling, mayGoOn(planned),
      case let delay = max(polling.interval, current.askedDelay?.delay ?? .zero),
      now + delay <= current.start + polling.within
    else { return false }
    if let asked = current.askedDelay {
      current.deferrals.append(Deferral(status: asked.status, course: .waited(delay)))
      current.deferredAt = now
    }
    tryAgain(slot, current, after: delay, at: now)
    return true
  }

  private func tryAgain(
    _ slot: Int, _ current: StepRun, after delay: Duration, at now: ContinuousClock.Instant
  ) {
    current.redirected = nil
    current.exchanges = []
    for index in current.deferrals.indices { current.deferrals[index].exchange = nil }
    timers.add(slot, due: now + delay)
  }

  // MARK: - Judging

  /// Bodies larger than this are judged on another thread, and so is what may take long anyway.
  private static let largestBodyJudgedHere = 128 << 10

  /// Holds an exchange to the rules of the run, if there are any.
  ///
  /// - Returns: Its content, where the rules had it read as JSON.
  @discardableResult
  private func observe(
    _ exchange: Exchange, _ current: StepRun
  ) -> Result<JSONDocument, JSONSyntaxError>? {
    guard let check = check(for: exchange, current) else { return nil }
    let (observation, json) = check.observe(exchange)
    current.observations.append(observation)
    return json
  }

  /// The rules that an exchange is held to: none where a redirect led to another server, which is not
  /// the one under test.
  private func check(for exchange: Exchange, _ current: StepRun?) -> ConformanceCheck? {
    guard let check = options.conformance else { return nil }
    guard let current, current.exchanges.count > 1,
      URLReference.origin(ofRequest: exchange.request.url) != options.baseURL.origin,
      URLReference.origin(ofRequest: exchange.request.url)
        != URLReference.origin(ofRequest: current.request.url)
    else { return check }
    return nil
  }

  private func judge(
    _ slot: Int, _ run: UnitRun, _ step: Step, _ response: HTTPResponse, _ exchange: Exchange,
    json: Result<JSONDocument, JSONSyntaxError>?
  ) {
    let isLarge = response.body.count > Self.largestBodyJudgedHere
    let check = isLarge ? check(for: exchange, run.current) : nil
    guard step.expectation != nil || check != nil else { return settle(slot, .observed) }
    let duration = run.current?.durationOfAnswer ?? .zero
    guard isLarge || plan.steps[run.position].isJudgedApart else {
      guard let expected = step.expectation else { return settle(slot, .observed) }
      return settle(
        slot,
        judge.judge(
          expected, response, of: exchange, duration: duration, bindings: run.bindings,
          json: json))
    }
    run.isBeingJudged = true
    judgingTickets += 1
    run.judgingTicket = judgingTickets
    exchangesInFlight += 1
    if response.body.count > HTTPClient.largestSmallBody { largeBodyTicket = judgingTickets }
    let size = response.body.count
    let memory = max(
      step.expectation?.memory(forBodyOf: size) ?? 0, check == nil ? 0 : size * Self.memoryOfRules)
    judging.judge(slot: slot, ticket: judgingTickets, memory: memory) {
      [judge, bindings = run.bindings] in
      let observed = check?.observe(exchange)
      var judgement = Judgement()
      if let expected = step.expectation {
        judgement = judge.judge(
          expected, response, of: exchange, duration: duration, bindings: bindings,
          json: observed?.json ?? json)
      } else {
        judgement.isObserved = true
      }
      judgement.observation = observed?.observation
      return judgement
    }
  }

  /// About how many octets of memory an octet of a body takes while rules read it as JSON.
  private static let memoryOfRules = 8

  /// Takes a judgement from another thread, unless its step was given up meanwhile.
  func take(_ judged: JudgingQueue.Finished) {
    if judged.ticket == largeBodyTicket {
      largeBodyTicket = nil
      isLargeBodyDone = true
    }
    guard let run = slots[judged.slot], run.isBeingJudged,
      judged.ticket == run.judgingTicket
    else { return }
    run.isBeingJudged = false
    exchangesInFlight -= 1
    if let observation = judged.judgement.observation {
      run.current?.observations.append(observation)
    }
    if judged.judgement.isObserved { return settle(judged.slot, .observed) }
    settle(judged.slot, judged.judgement)
  }

  private func settle(_ slot: Int, _ judgement: Judgement) {
    guard let run = slots[slot], let current = run.current else { return }
    let planned = plan.steps[run.position]
    let isAsExpected = judgement.findings.isEmpty && judgement.problem == nil
    if !isAsExpected, pollsAgain(slot, run, current) { return }
    for secret in judgement.secrets {
      tell(secret: secret.value, of: secret.name)
    }
    for capture in judgement.captures { run.bindings[capture.variable] = capture.value }
    let knownIssue = plan.knownIssue(of: planned)
    settle(
      slot, Outcome(judgement, knownIssue: knownIssue), findings: judgement.findings)
  }

  // MARK: - Settling

  /// Gives the unit's step its outcome and goes on to the next one.
  func settle(_ slot: Int, _ outcome: Outcome, findings: [Finding] = []) {
    guard let run = slots[slot] else { return }
    var record = record(
      run.position, repetition: run.repetition, unit: run.number, outcome)
    record.findings = findings
    record.unitTimestamp = run.timestamp
    if let current = run.current.take() { complete(&record, current) }
    // A flaky step did what those after it rest on, and what a review alone calls a failure leaves
    // nothing undone.
    let hasFailed = record.outcome.isFailure && !record.isFlaky
    review(&record)
    if record.outcome.isFailure {
      if hasFailed, record.role != .cleanup { run.failedStep = run.failedStep ?? record.id }
      if options.failsFast { stop(.failFast) }
    }
    emit(record, slot: slot)
    run.position += 1
    if run.position < run.unit.steps.upperBound {
      starting.append(slot)
    } else {
      close(slot)
    }
  }

  /// Asks the reviews, one after another.
  func review(_ record: inout StepRecord) {
    for review in options.reviews { review.review(&record) }
  }

  /// What is said of a step that was not sent.
  func record(
    _ position: Int, repetition: Int, unit: Int, _ outcome: Outcome
  ) -> StepRecord {
    plan.record(position, repetition: repetition, unit: unit, outcome)
  }

  /// Larger bodies of what fitted do not wait for the reports, which do not show them.
  static let largestBodyKept = 1 << 10

  private func complete(_ record: inout StepRecord, _ current: StepRun) {
    // A step that was to be sent and never was has no time of its own.
    guard current.tries > 0 else { return }
    record.tries = current.tries
    current.endDeferral(at: .now)
    record.deferrals = current.deferrals
    swap(&record.exchanges, &current.exchanges)
    ledger?.add(current.observations, to: &record)
    record.start = start.duration(to: current.start)
    record.duration = current.start.duration(to: current.answered ?? .now)
    if case .passed = record.outcome, current.triesWithoutAnswer > 0 {
      record.markFlaky(fails: options.failsOnFlaky)
    }
    if options.infersShapes, let body = record.exchanges.last?.response?.body {
      record.bodyShape = BodyShape.infer(body)
    }
    if !options.recordsWire { record.dropLargeBodies(beyond: Self.largestBodyKept) }
  }
}
