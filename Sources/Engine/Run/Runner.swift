internal import AccordContract
internal import AccordDocuments
package import AccordHTTP

/// Runs a plan: sends, judges, and tells a sink what happens.
///
/// Everything happens on the thread that calls `run`: it drives the transport, decides what is sent
/// next, and judges small bodies where their octets are, since handing them to another thread costs
/// more than judging. Large bodies and an author's closures are judged elsewhere, so that the
/// timing of other exchanges stays true.
///
/// A class, since it owns the transport and is changed from many places of one thread.
package final class Runner {
  let plan: Plan
  let options: RunOptions
  let client: HTTPClient
  let interruption: Interruption
  let judge: Judge
  let requests: RequestBuilder
  let generated: GeneratedValues
  let judging: JudgingQueue
  private let sink: any EventSink
  /// Asked while the server is not reachable: why it will never be, if a process ended.
  let serverHasEnded: @Sendable () -> Bool
  let start = ContinuousClock.now

  /// The units that have begun, by slot.
  var slots: [UnitRun?] = []
  private var freeSlots: [Int] = []
  private(set) var activeCount = 0
  /// Slots whose next step is to begin.
  ///
  /// A queue and no call: a scenario of many steps that are all skipped must not need a deep stack.
  var starting = Queue<Int>()
  /// Slots whose next request may be sent as soon as a job and the pace allow.
  var ready = Queue<Int>()
  var timers = TimerQueue()
  /// What is held back to spare a server.
  var gates: OriginGates
  var pacer: Pacer
  var exchangesInFlight = 0
  var requestCount = 0
  /// Counts what was handed over to be judged, so that a late judgement is not taken for another.
  var judgingTickets = 0
  var tokens = TokenStore()
  /// The handing-over of the one large body that is in hand, if it is being judged.
  var largeBodyTicket: Int?
  /// Whether the large body that was in hand has its verdict.
  var isLargeBodyDone = false
  /// Credentials that were told as secrets.
  var toldSecrets: Set<String> = []
  var totals = RunTotals()
  var events: [Event] = []
  /// Whether an event that waits tells of a secret.
  private var hasUntoldSecret = false
  var queue: UnitQueue
  var reachability: Reachability
  /// What exchanges told of the rules that they are held to, if they are.
  var ledger: ConformanceLedger?
  /// What sends octets as they are, once a probe has asked for it.
  var rawConnector: RawConnector?
  /// Why no new work begins and scenarios go on with their clean-ups only.
  private(set) var stopReason: SkipReason?
  var cleanupDeadline: ContinuousClock.Instant?
  var signalsSeen = 0
  private var lastFlush = ContinuousClock.now
  /// Whether reports that cannot keep up have held work back since the last wait.
  private var wasHeldBack = false

  /// A runner for a plan.
  ///
  /// - Parameters:
  ///   - serverHasEnded: Whether the server that was started for this run has ended.
  /// - Throws: `HTTPClientError` where libcurl cannot do what the options ask.
  package init(
    _ plan: Plan, options: RunOptions, sink: any EventSink, interruption: Interruption,
    serverHasEnded: @escaping @Sendable () -> Bool = { false }
  ) throws(HTTPClientError) {
    let plan = options.isShuffled ? plan.shuffled(seed: options.seed) : plan
    self.plan = plan
    self.options = options
    self.sink = sink
    self.interruption = interruption
    self.serverHasEnded = serverHasEnded
    client = try HTTPClient(options: options.client)
    judge = Judge(compilation: plan.compilation)
    requests = RequestBuilder(options: options)
    generated = GeneratedValues(plan: plan, given: options.bindings, seed: options.seed)
    judging = JudgingQueue(wakeup: client.wakeup)
    pacer = Pacer(rate: options.rate)
    gates = OriginGates(limit: options.connectionsPerHost ?? options.jobs, jobs: options.jobs)
    queue = UnitQueue(plan: plan, repetitions: options.repetitions)
    reachability = Reachability(wait: options.wait, start: start)
    ledger = options.conformance.map(ConformanceLedger.init)
  }

  /// Runs to the end, whatever happens, and returns when every step has its outcome.
  package func run() -> RunFooter {
    interruption.attach(client.wakeup)
    defer { interruption.detach() }
    announce()
    var completed: [CompletedExchange] = []
    while true {
      noticeSignals()
      // Sending may settle a step, whose unit then has another to begin or makes way for a unit.
      var settled: Int
      repeat {
        settled = totals.count
        openUnits()
        sendReady()
      } while (!starting.isEmpty || totals.count != settled) && hasRoom
      flushInTime()
      if activeCount == 0, queue.isEmpty || stopReason != nil { break }
      client.wait(until: nextDeadline(), into: &completed)
      for exchange in completed { finish(exchange) }
      completed.removeAll(keepingCapacity: true)
      for judged in judging.takeFinished() { take(judged) }
      takeNextLargeBody()
      let now = ContinuousClock.now
      while let slot = timers.popDue(at: now) { ready.append(slot) }
      tendTokens(at: now)
    }
    skipWhatIsLeft()
    let conformance = conductProbes(besides: ledger?.account)
    let footer = RunFooter(
      totals: totals, duration: start.duration(to: .now), requestCount: requestCount,
      signal: interruption.signals.first, unreachable: reachability.error,
      gaveUpCleanups: hasGivenUp, conformance: conformance)
    events.append(.ended(footer))
    flush()
    return footer
  }

  /// Stops new work; the first reason stays.
  func stop(_ reason: SkipReason) {
    if stopReason == nil || reason == .interrupted { stopReason = reason }
  }

  private func announce() {
    options.progress?.begin(plan, stepCount: plan.steps.count * options.repetitions)
    events.append(
      .started(
        RunHeader(
          contract: plan.name, baseURL: options.baseURL.text,
          startedAt: WallClock.millisecondsSince1970(), jobs: options.jobs, seed: options.seed,
          isShuffled: options.isShuffled, repetitions: options.repetitions,
          stepCount: plan.steps.count * options.repetitions,
          stepCountOfContract: plan.stepCountOfContract, version: AccordVersion.current,
          warnings: options.warnings, curlOptions: options.curlOptions, shard: plan.shard,
          heldTo: options.heldTo,
          endpoints: plan.shard == nil ? [] : plan.endpoints.filter { $0.declaredMethods != nil },
          conformance: options.conformance?.heading ?? headingOfProbes)))
    for secret in options.knownSecrets(of: plan) {
      tell(secret: secret.value, of: secret.name)
    }
  }

  /// Hands over what happened, in batches.
  ///
  /// - Parameter slot: Where the step was in flight, if it was.
  func emit(_ record: consuming StepRecord, slot: Int? = nil) {
    totals.add(record)
    options.progress?.settle(record.outcome, slot: slot)
    events.append(.finished(step: record))
    if events.count >= Self.batchSize { flush() }
  }

  /// Tells of a value that no output may show.
  func tell(secret value: String, of name: String = "") {
    events.append(.secret(name: name, value: value))
    hasUntoldSecret = true
  }

  /// Hands over secrets before anything is sent that may hold them: the server of `--start` may log
  /// them at once.
  func flushSecrets() {
    if hasUntoldSecret { flush() }
  }

  func flush() {
    lastFlush = .now
    hasUntoldSecret = false
    guard !events.isEmpty else { return }
    sink.receive(events)
    events.removeAll(keepingCapacity: true)
  }

  /// Events are handed over in batches: each handing-over wakes another thread.
  private static let batchSize = 64
  private static let longestDelay = Duration.milliseconds(20)

  private func flushInTime() {
    if !events.isEmpty, .now - lastFlush >= Self.longestDelay { flush() }
  }

  /// Whether more work may begin: reports that cannot keep up hold it back, so that what waits for
  /// them stays small; exchanges in flight go on, so that their timing stays true.
  var hasRoom: Bool {
    let hasRoom = sink.hasRoom
    if !hasRoom { wasHeldBack = true }
    return hasRoom
  }

  /// Lets the next large body come once the reports are done with the one before.
  private func takeNextLargeBody() {
    guard isLargeBodyDone else { return }
    flush()
    guard hasRoom else { return }
    isLargeBodyDone = false
    client.holdsLargeBodies = false
  }

  // MARK: - What runs next

  /// Units that wait for a moment hold no job, but there are not endlessly many of them.
  private static let activeUnitsPerJob = 16

  private func openUnits() {
    beginSteps()
    while stopReason == nil, activeCount < options.jobs * Self.activeUnitsPerJob,
      exchangesInFlight + ready.count < options.jobs, hasRoom, let next = queue.next()
    {
      open(next)
      beginSteps()
    }
  }

  private func beginSteps() {
    while hasRoom, let slot = starting.popFirst() { beginStep(slot) }
  }

  private func open(_ next: UnitQueue.Entry) {
    var bindings = Bindings(options.bindings)
    let unit = plan.units[next.unit]
    let timestamp = WallClock.millisecondsSince1970() / 1_000
    let number = plan.wholeNumber(of: unit, repetition: next.repetition) ?? next.number
    for secret in generated.bind(
      in: &bindings, for: unit, of: plan, number: number, timestamp: timestamp)
    {
      tell(secret: secret.value, of: secret.name)
    }
    let run = UnitRun(
      unit: unit, number: next.number, repetition: next.repetition, timestamp: timestamp,
      bindings: bindings,
      cookies: plan.scopes[unit.scope].keepsCookies ? CookieJar() : nil)
    let slot = freeSlots.popLast() ?? slots.count
    if slot == slots.count { slots.append(run) } else { slots[slot] = run }
    activeCount += 1
    starting.append(slot)
  }

  /// Gives back the slot of a unit whose steps all have their outcome.
  func close(_ slot: Int) {
    guard let run = slots[slot] else { return }
    slots[slot] = nil
    freeSlots.append(slot)
    activeCount -= 1
    queue.finished(run.unit, in: plan)
  }

  private func sendReady() {
    let isOver = stopReason != nil || reachability.error != nil
    for slot in isOver ? gates.popAll() : gates.popOpen(at: .now) { ready.append(slot) }
    while exchangesInFlight < options.jobs, !ready.isEmpty {
      let now = ContinuousClock.now
      // What is not sent any more needs no pace.
      if reachability.error == nil, pacer.delay(from: now) != nil { return }
      guard let slot = ready.popFirst() else { return }
      if !isHeldBack(slot, at: now) { send(slot, at: now) }
    }
  }

  /// When the run must go on at the latest; `nil` where an exchange that ends wakes it.
  private func nextDeadline() -> ContinuousClock.Instant? {
    var deadline = timers.nearest
    func consider(_ moment: ContinuousClock.Instant) {
      deadline = deadline.map { min($0, moment) } ?? moment
    }
    if let opening = gates.nearest { consider(opening) }
    if let cleanupDeadline { consider(cleanupDeadline) }
    if let moment = tokens.nextMoment { consider(moment) }
    if !events.isEmpty { consider(lastFlush + Self.longestDelay) }
    // The pace may allow by now what it did not when `sendReady` asked: nothing else may wake the run.
    if !ready.isEmpty, exchangesInFlight < options.jobs { consider(pacer.next ?? .now) }
    // There may be room by now, of which nobody would tell.
    if wasHeldBack {
      wasHeldBack = false
      consider(.now + .milliseconds(10))
    }
    return deadline
  }
}
