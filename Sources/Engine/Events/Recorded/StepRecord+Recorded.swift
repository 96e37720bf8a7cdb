internal import AccordContract
internal import AccordHTTP
package import AccordRuns

extension StepRecord {
  /// The record of an earlier run's step, as far as its run file tells of it.
  ///
  /// Its messages are those that were made then. Its exchanges hold the URL, the status, the names of
  /// the fields and the times, and neither values nor bodies: ``told`` has what was said of them.
  ///
  /// - Parameters:
  ///   - step: What a run file says.
  package init(_ step: RecordedStep) {
    self.init(
      index: step.index, wholeIndex: step.wholeIndex, repetition: step.repetition, id: step.id,
      path: step.path,
      title: step.title, role: PlannedStep.Role(step.role), ordinal: step.ordinal,
      section: step.section, unit: step.index, method: step.method, endpoint: step.endpoint,
      tags: step.tags, location: SourceLocation(step.location), expectedStatus: step.expected,
      outcome: Outcome(step))
    findings = step.findings.map(Finding.init)
    exchanges = step.exchange.map { Self.exchanges($0, of: step) } ?? []
    bodyShape = step.shape
    tries = step.tries
    isFlaky = step.isFlaky
    deferrals = step.deferrals.map(Deferral.init)
    start = step.start
    duration = step.duration
    // In the order in which reviews are asked: changes come last.
    remarks =
      step.remarks.map { .recorded(kind: $0.kind, message: $0.message) }
      + step.changes.map(Remark.changed)
    violations = step.violations.compactMap(RuleViolation.init)
    isRecorded = true
    told = step.told
    let isOfBaseline = step.reasonKind == RecordedStep.kindOfBaseline
    switch step.outcome {
    case .known: isKnownByBaseline = isOfBaseline
    case .failed where !step.reasonKind.isEmpty:
      knownReason = step.reason
      isKnownByBaseline = isOfBaseline
    case .passed, .failed, .error, .skipped, .observed: break
    }
  }

  private static func exchanges(
    _ exchange: RecordedExchange, of step: RecordedStep
  ) -> [Exchange] {
    let hops = exchange.hops.map { hop in
      Exchange(
        request: HTTPRequest(method: hop.method, url: hop.url),
        result: result(hop.status, [], step), sendCount: hop.sendCount)
    }
    var fields = exchange.fields.filter { $0 != "content-type" }.map { (name: $0, value: "") }
    if let type = exchange.mediaType { fields.append((name: "content-type", value: type)) }
    let timings = exchange.timings
    let last = Exchange(
      request: HTTPRequest(method: step.method, url: exchange.url),
      result: result(exchange.status, fields, step),
      timings: Timings(
        nameLookup: timings.nameLookup, connect: timings.connect, tls: timings.tls,
        wait: timings.wait, receive: timings.receive, firstByte: timings.firstByte,
        total: timings.total),
      sendCount: exchange.sendCount)
    return hops + [last]
  }

  private static func result(
    _ status: Int?, _ fields: [(name: String, value: String)], _ step: RecordedStep
  ) -> Result<HTTPResponse, TransportError> {
    guard let status else { return .failure(.recorded(step.reason)) }
    return .success(HTTPResponse(status: status, fields: HTTPFields(fields)))
  }
}

extension Outcome {
  fileprivate init(_ step: RecordedStep) {
    let (kind, message) = (step.reasonKind, step.reason)
    self =
      switch step.outcome {
      case .passed: .passed(isFixed: step.isFixed)
      case .failed: .failed
      case .error:
        kind == StepProblem.kindOfUnreachable
          ? .errored(.unreachable(.recorded(message)))
          : .errored(.recorded(kind: kind, message: message))
      case .skipped: .skipped(.recorded(kind: kind, message: message))
      case .observed: .observed
      case .known: .known(message)
      }
  }
}

extension StepProblem {
  /// The word for programs of a step that was not sent, since the server could not be reached.
  package static let kindOfUnreachable = "unreachable"
}

extension Finding {
  fileprivate init(_ finding: RecordedStep.Finding) {
    self.init(
      .recorded(
        kind: finding.kind, place: finding.place, stableName: finding.stableName,
        message: finding.message,
        found: finding.sides.map {
          .recorded(expected: $0.expected, found: $0.found, diff: $0.diff)
        } ?? .nothing),
      at: SourceLocation(finding.location))
    furtherCount = finding.further
  }
}

extension RecordedStep.Finding {
  /// The place as a baseline has it; `nil` where the kind says it all.
  fileprivate var stableName: String? {
    if let stablePlace { return stablePlace }
    switch kind {
    case "status", "text", "body", "time", "flaky": return nil
    case "json", "xml": return Mismatch.Place.withoutPositions(place)
    default: return place.isEmpty ? nil : place
    }
  }
}

extension Deferral {
  fileprivate init(_ deferral: RecordedStep.Deferral) {
    self.init(
      status: deferral.status,
      course: deferral.waited.map(Course.waited) ?? .recorded(deferral.notWaited ?? ""))
  }
}

extension PlannedStep.Role {
  fileprivate init(_ role: RecordedStep.Role) {
    self =
      switch role {
      case .step: .step
      case .cleanup: .cleanup
      case .probe: .probe
      }
  }
}

extension SourceLocation {
  /// A place of which only the path within its package is known.
  fileprivate init(_ location: RecordedStep.Location) {
    self.init(
      fileID: location.file, filePath: location.file, line: location.line, column: location.column)
  }
}
