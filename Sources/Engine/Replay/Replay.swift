internal import AccordConformance
internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Judges a recording again: the steps of a plan in their order, each by what was recorded of it.
///
/// Nothing is sent. What an answer captures binds the steps after it as it did in the live run, and
/// what was generated comes from the seed again, so that a scenario is judged whole.
package struct Replay<Source: Recording> {
  private let plan: Plan
  private let options: RunOptions
  private let baseURL: BaseURL?
  private let sink: any EventSink
  private let interruption: Interruption
  private let generated: GeneratedValues
  private let judge: RecordedJudge
  private let secrets: [(name: String, value: String)]
  private var recording: Source
  private var totals = RunTotals()
  /// How many steps have no verdict since the recorded run was stopped before them.
  package private(set) var stoppedCount = 0
  private var requestCount = 0
  private var duration: Duration = .zero
  private var stopReason: SkipReason?
  private var events: [Event] = []
  private var ledger: ConformanceLedger?

  /// - Parameters:
  ///   - options: Of which the bindings, the secrets, `failsFast`, the reviews and what records carry
  ///     are used.
  ///   - baseURL: Below which the recorded requests of the contract are, if that is known.
  package init(
    _ plan: Plan, of recording: Source, options: RunOptions, baseURL: BaseURL?,
    sink: any EventSink, interruption: Interruption
  ) {
    self.plan = plan
    self.recording = recording
    self.options = options
    self.baseURL = baseURL
    self.sink = sink
    self.interruption = interruption
    // Constants need no seed.
    generated = GeneratedValues(
      plan: plan, given: options.bindings, seed: recording.run.seed ?? 0,
      constantsOnly: recording.run.seed == nil)
    secrets = options.knownSecrets(of: plan)
    ledger = options.conformance.map(ConformanceLedger.init)
    judge = RecordedJudge(
      Judge(compilation: plan.compilation), secrets: secrets.map(\.value))
  }

  /// Judges every step.
  ///
  /// - Throws: What the recording throws where it cannot be read any more; the sink then has no end.
  package mutating func run() throws(Source.Failure) -> RunFooter {
    let repetitions = max(1, recording.run.repetitions)
    events.append(.started(header(repetitions)))
    for secret in secrets { events.append(.secret(name: secret.name, value: secret.value)) }
    for repetition in 1...repetitions {
      for number in plan.units.indices {
        try judge(unit: number, repetition: repetition)
      }
    }
    // What stopped the recorded run is what these verdicts end with, too.
    let recordedSignal = stoppedCount > 0 ? recording.run.signal : nil
    let footer = RunFooter(
      totals: totals, duration: duration, requestCount: requestCount,
      signal: interruption.signals.first ?? recordedSignal, conformance: ledger?.account)
    events.append(.ended(footer))
    flush()
    return footer
  }

  private func header(_ repetitions: Int) -> RunHeader {
    RunHeader(
      contract: plan.name, baseURL: recording.run.baseURL ?? options.baseURL.text,
      startedAt: recording.run.startedAt, jobs: 1, seed: recording.run.seed ?? 0,
      isShuffled: false, repetitions: repetitions, stepCount: plan.steps.count * repetitions,
      stepCountOfContract: plan.stepCountOfContract, version: AccordVersion.current,
      warnings: options.warnings, heldTo: options.heldTo,
      conformance: options.conformance?.heading)
  }

  // MARK: - Units

  /// What the steps of a unit leave to those after them.
  private struct Course {
    var number: Int
    var repetition: Int
    var bindings: Bindings
    /// Variables whose values only the live run knew.
    var unknown: Set<String>
    var failedStep: String?
  }

  private mutating func judge(unit index: Int, repetition: Int) throws(Source.Failure) {
    let unit = plan.units[index]
    let number = (repetition - 1) * plan.units.count + index
    var bindings = Bindings(options.bindings)
    var recorded: RecordedUnit?
    for position in unit.steps where recorded == nil {
      recorded = recording.unit(id: plan.id(of: plan.steps[position]), repetition: repetition)
    }
    for secret in generated.bind(
      in: &bindings, for: unit, of: plan, number: recorded?.number ?? number,
      timestamp: recorded?.timestamp ?? 0)
    {
      events.append(.secret(name: secret.name, value: secret.value))
    }
    let unknown = plan.variables.values.filter { $0.isSecret && bindings[$0] == nil }
    var course = Course(
      number: number, repetition: repetition, bindings: bindings,
      unknown: Set(unknown.map(\.name)))
    for position in unit.steps {
      if interruption.signals.first != nil { stopReason = .interrupted }
      emit(try judge(position, in: &course))
    }
  }

  // MARK: - Steps

  private mutating func judge(
    _ position: Int, in course: inout Course
  ) throws(Source.Failure) -> StepRecord {
    let planned = plan.steps[position]
    func record(_ outcome: Outcome) -> StepRecord {
      plan.record(
        position, repetition: course.repetition, unit: course.number, outcome)
    }
    if let reason = planned.skipReason { return noting(record(.skipped(reason)), in: &course) }
    if planned.role != .cleanup {
      if let stopReason { return noting(record(.skipped(stopReason)), in: &course) }
      if let id = course.failedStep {
        return noting(record(.skipped(.earlierStep(id: id))), in: &course)
      }
    }
    let sought = SoughtStep(
      planned.step, id: plan.id(of: planned), repetition: course.repetition, unit: course.number,
      baseURL: baseURL, bindings: course.bindings)
    guard let recorded = try recording.step(sought) else {
      let problem = recording.problem(id: sought.id, repetition: sought.repetition)
      if problem?.isSkip == true { stoppedCount += 1 }
      let outcome =
        problem?.outcome ?? .skipped(reasonForNoExchange(of: planned, course))
      return noting(record(outcome), in: &course)
    }
    let (outcome, findings) =
      recorded.problem.map { ($0.outcome, []) }
      ?? verdict(on: planned, recorded, in: &course)
    var judged = record(outcome)
    judged.findings = findings
    complete(&judged, with: recorded)
    if let check = options.conformance {
      let observations = observations(of: recorded, by: check)
      ledger?.add(observations, to: &judged)
    }
    return noting(judged, in: &course)
  }

  private func verdict(
    on planned: PlannedStep, _ recorded: ArchivedStep, in course: inout Course
  ) -> (Outcome, [Finding]) {
    guard let last = recorded.exchanges.last else { return (.skipped(.notRecorded), []) }
    let response: HTTPResponse
    switch last.result {
    case .failure(let error): return (.errored(.transport(error)), [])
    case .success(let answer): response = answer
    }
    guard let expected = planned.step.expectation else { return (.observed, []) }
    let verdict = judge.judge(
      expected, response, of: recorded, bindings: course.bindings, unknown: course.unknown)
    for capture in verdict.judgement.captures {
      course.bindings[capture.variable] = capture.value
      course.unknown.remove(capture.variable.name)
    }
    course.unknown.formUnion(verdict.unknown)
    return (
      Outcome(verdict.judgement, knownIssue: plan.knownIssue(of: planned)),
      verdict.judgement.findings
    )
  }

  /// Why a step was not sent, as far as it can be told again.
  private func reasonForNoExchange(of planned: PlannedStep, _ course: Course) -> SkipReason {
    guard planned.usesVariables else { return .notRecorded }
    for variable in plan.neededVariables(of: planned)
    where course.bindings[variable] == nil && !course.unknown.contains(variable.name)
      && variable.generator == nil
    {
      return planned.role == .cleanup
        ? .nothingToCleanUp(variable: variable.name) : .unbound(variable: variable.name)
    }
    return .notRecorded
  }

  private func complete(_ record: inout StepRecord, with recorded: ArchivedStep) {
    record.exchanges = recorded.exchanges
    record.tries = recorded.tries
    record.start = recorded.start
    record.duration = recorded.duration
    if case .passed = record.outcome, recorded.isFlaky {
      record.markFlaky(fails: options.failsOnFlaky)
    }
    if options.infersShapes, recorded.body == .whole,
      let body = recorded.exchanges.last?.response?.body
    {
      record.bodyShape = BodyShape.infer(body)
    }
    if !options.recordsWire { record.dropLargeBodies(beyond: Runner.largestBodyKept) }
  }

  /// What recorded exchanges tell of rules, as far as they are what went over the wire.
  private func observations(
    of recorded: ArchivedStep, by check: ConformanceCheck
  ) -> [RuleObservation] {
    var observations: [RuleObservation] = []
    for (place, exchange) in recorded.exchanges.enumerated() {
      let isLast = place == recorded.exchanges.count - 1
      // What stands for a secret was not sent.
      if isLast, recorded.redactsResponse { continue }
      // Nor is another server under test, to which a redirect led.
      if let first = recorded.exchanges.first,
        URLReference.origin(ofRequest: exchange.request.url)
          != URLReference.origin(ofRequest: first.request.url)
      {
        continue
      }
      let isWhole = isLast && recorded.body == .whole
      // Without a seed it is the recording of a browser or a proxy.
      let isOwn = recording.run.seed != nil
      observations.append(
        check.observe(
          exchange, fidelity: !isWhole ? .incomplete : isOwn ? .exact : .transcribed
        ).observation)
    }
    return observations
  }

  /// Asks the reviews, and notes what follows from the outcome, as a live run does.
  private mutating func noting(_ record: StepRecord, in course: inout Course) -> StepRecord {
    var record = record
    // What a review alone calls a failure leaves nothing undone.
    let hasFailed = record.outcome.isFailure && !record.isFlaky
    for review in options.reviews { review.review(&record) }
    guard record.outcome.isFailure else { return record }
    if hasFailed, record.role != .cleanup {
      course.failedStep = course.failedStep ?? record.id
    }
    if options.failsFast { stopReason = stopReason ?? .failFast }
    return record
  }

  // MARK: - Events

  private mutating func emit(_ record: StepRecord) {
    totals.add(record)
    requestCount += record.exchanges.reduce(0) { $0 + max(1, $1.sendCount) }
    duration = max(duration, record.start + record.duration)
    events.append(.finished(step: record))
    if events.count >= 64 { flush() }
  }

  /// Hands over what was judged, once the reports have room for it.
  private mutating func flush() {
    while !sink.hasRoom { usleep(1_000) }
    sink.receive(events)
    events.removeAll(keepingCapacity: true)
  }
}
