internal import AccordConformance
internal import AccordContract
internal import AccordHTTP

/// Sends what a probe asks for over the transport of the run, one exchange after another.
///
/// A class, since a probe and the run that waits for it share what was sent.
final class ProbeTransport: ProbeSender {
  /// Why nothing more is sent for this target, once that is so.
  private(set) var interruption: String?
  /// How many requests were sent for this target.
  private(set) var requestCount = 0 {
    didSet { runner.options.progress?.noteProbeRequests(requestCount) }
  }
  /// Whether what the probe made is being removed, which goes on for a while after a signal.
  var isCleaningUp = false { didSet { deferrals.patience = runner.options.probing.patience } }

  private unowned let runner: Runner
  private let resolved: ResolvedTarget
  private var requestsWithoutAnswer = 0
  private var deferrals: ProbeDeferrals

  /// A server that does not answer so many requests in a row is not asked on: each may take as long as
  /// the limit of time allows.
  private static let mostRequestsWithoutAnswer = 3
  /// No target takes more requests.
  private static let mostRequests = 1_000

  init(_ resolved: ResolvedTarget, of runner: Runner) {
    self.resolved = resolved
    self.runner = runner
    deferrals = ProbeDeferrals(patience: runner.options.probing.patience)
  }

  /// Lets nothing more be sent, but for what removes what was made; the first reason stays.
  func interrupt(_ reason: String) { interruption = interruption ?? reason }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    try checkBudget()
    var request = request
    request.limits = resolved.limits
    request.version = runner.options.version
    request.recordsWire = true
    let said = Set(request.fields.map { FieldName($0.name) })
    // Nobody has no secret, whichever field it stands in; nor is one sent back (RFC 9110 section 9.3.8)
    // or without TLS.
    let usual = resolved.fields.filter { authorization != .none || !$0.tellsWhoAsks }
    request.fields = usual.filter { !said.contains(FieldName($0.name)) } + request.fields
    let credential = try credential(as: authorization)
    switch credential?.form {
    case .field(let name, let value) where !said.contains(FieldName(name)):
      request.fields.append(RequestField(name, value, isSensitive: true))
    case .query(let name, let value):
      request.url += request.url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      request.url += "\(PercentEncoding.queryPart(name))=\(PercentEncoding.queryPart(value))"
    case .field, .digest, .signature, .token, nil: break
    }
    var signer = credential.flatMap { RequestSigner($0, for: request) }
    while true {
      var signed = request
      if let asked = signer?.tokenRequest(for: request) {
        signer?.held = try runner.awaitToken(asked, isCleaningUp: isCleaningUp)
      }
      do throws(StepProblem) {
        try signer?.sign(&signed, files: runner.options.files)
      } catch {
        throw .prevents("the request cannot be signed")
      }
      let exchange = try perform(signed)
      guard let response = exchange.response, signer?.answers(response, to: signed) == true else {
        return exchange
      }
    }
  }

  func takeDeferred() -> [Exchange] {
    defer { deferrals.exchanges = [] }
    return deferrals.exchanges
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    try checkBudget()
    requestCount += request.parts.count
    let answer = try runner.converse(request, isCleaningUp: isCleaningUp)
    requestCount += min(answer.parts.count, request.parts.count) - request.parts.count
    return answer
  }

  func turn(to rule: Rule) { runner.options.progress?.turn(to: rule.id) }

  func pause(_ duration: Duration) {
    runner.wait(until: .now + duration, isCleaningUp: isCleaningUp)
  }

  /// The target's credentials, as whom a request is to be sent.
  private func credential(as authorization: ProbeAuthorization) throws(Obstacle) -> Credential? {
    switch authorization {
    case .own: return resolved.credential
    case .none: return nil
    case .altered:
      guard let altered = resolved.credential?.altered else {
        throw .lacks("the credentials have no part that could be altered")
      }
      return altered
    }
  }

  private func perform(_ request: HTTPRequest) throws(Obstacle) -> Exchange {
    requestCount += 1
    let known = deferrals.exchanges.count
    defer { requestCount += deferrals.exchanges[known...].reduce(0) { $0 + $1.sendCount } }
    let exchange: Exchange
    do throws(Obstacle) {
      exchange = try runner.perform(request, isCleaningUp: isCleaningUp, &deferrals)
    } catch {
      if case .prevents(let reason) = error, !isCleaningUp { interrupt(reason) }
      throw error
    }
    requestCount += max(0, exchange.sendCount - 1)
    guard exchange.error != nil else {
      requestsWithoutAnswer = 0
      return exchange
    }
    requestsWithoutAnswer += 1
    if requestsWithoutAnswer >= Self.mostRequestsWithoutAnswer {
      interrupt("\(requestsWithoutAnswer) requests in a row were not answered")
    }
    return exchange
  }

  /// Refuses what is beyond what one target may take.
  private func checkBudget() throws(Obstacle) {
    if requestCount >= Self.mostRequests, !isCleaningUp {
      interrupt("it took \(Self.mostRequests) requests and had no end")
    }
    if let interruption, !isCleaningUp { throw .prevents(interruption) }
  }
}
