internal import AccordContract
internal import AccordHTTP

/// A scenario, or a step of its own, that has begun and not ended.
///
/// A class, since the run keeps it in its slots and changes it in place from several of its tables.
final class UnitRun {
  let unit: Plan.Unit
  /// The unit's number in the run, from 0, repetitions counted.
  let number: Int
  let repetition: Int
  /// When it began, in seconds since 1970.
  let timestamp: Int64
  /// The step that is running, as a number in the plan.
  var position: Int
  var bindings: Bindings
  let cookies: CookieJar?
  /// The id of the step after whose failure the others are skipped.
  var failedStep: String?
  var current: StepRun?
  /// Whether the transport has a request of this unit.
  var isInFlight = false
  /// Whether another thread judges a response of this unit.
  var isBeingJudged = false
  /// Which handing-over to be judged is waited for.
  var judgingTicket = 0

  init(
    unit: Plan.Unit, number: Int, repetition: Int, timestamp: Int64, bindings: Bindings,
    cookies: CookieJar?
  ) {
    self.unit = unit
    self.number = number
    self.repetition = repetition
    self.timestamp = timestamp
    self.bindings = bindings
    self.cookies = cookies
    position = unit.steps.lowerBound
  }
}

/// The tries of one step.
///
/// A class, since it is changed in place, and requests are large to copy.
final class StepRun {
  /// When the first try was sent.
  var start: ContinuousClock.Instant
  /// The step's own request, with which each try begins.
  let request: HTTPRequest
  /// What puts credentials on requests, where they depend on the request.
  var signer: RequestSigner?
  /// The API key in the query of the step's URL, if one is there.
  var queryKey: String?
  /// Where the last answer of this try redirected to, if it did, or what asks again with credentials.
  var redirected: HTTPRequest?
  /// The hops of this try that were answered with a redirect, and at last its answer.
  var exchanges: [Exchange] = []
  /// What the exchanges of all tries told of the rules that they are held to.
  var observations: [RuleObservation] = []
  var tries = 0
  var triesWithoutAnswer = 0
  /// What became of answers that asked for time.
  var deferrals: [Deferral] = []
  /// Since when the time that an answer asked for is waited for.
  var deferredAt: ContinuousClock.Instant?
  /// What the last answer of a polling step asked for.
  var askedDelay: (status: Int, delay: Duration)?
  /// The origin of the exchange in flight, where connections are counted.
  var origin: Origin?
  /// When this try began to be sent.
  var tryStart: ContinuousClock.Instant

  /// Since when this try waits for an access token before it is sent.
  var tokenWait: ContinuousClock.Instant?
  /// Whether it has waited for the token that it is to be sent with.
  var hasAwaitedToken = false
  /// Whether a 401 made it ask for another token.
  var hasRenewedToken = false
  /// Whether the request under way has only the rest of the step's limit of time.
  var isShortened = false

  /// When the last answer came; being judged is no time of the server's.
  var answered: ContinuousClock.Instant?

  /// What is sent next.
  var nextRequest: HTTPRequest { redirected ?? request }

  init(_ request: HTTPRequest, at now: ContinuousClock.Instant) {
    self.request = request
    start = now
    tryStart = now
  }

  /// How long the answer took with its redirects, without the answers that asked for time.
  var durationOfAnswer: Duration { StepRecord.answerTime(of: exchanges, deferrals) }

  /// The jar for a redirect: none for another port or scheme at the host of the step's own request,
  /// since cookies do not tell those apart (RFC 6265 section 8.5); to other hosts the jar gives what
  /// is theirs.
  func jar(for next: HTTPRequest) -> CookieJar? {
    guard let own = URLReference.origin(of: request.url),
      let other = URLReference.origin(of: next.url)
    else { return nil }
    return other == own || other.host != own.host ? request.cookies : nil
  }

  /// Refuses a redirect to another origin whose URL has the key that was meant for this one.
  func checkQueryKey(
    _ next: HTTPRequest, after previous: HTTPRequest
  ) throws(RedirectRefusal) {
    guard let queryKey,
      next.url.contains(queryKey)
        || next.url.contains(PercentEncoding.queryPart(queryKey))
        || next.url.contains(PercentEncoding.component(queryKey)),
      URLReference.origin(of: next.url) != URLReference.origin(of: previous.url)
    else { return }
    throw .credential(next.url)
  }

  /// An error that names the step's own limit of time, of which what follows an answer gets the rest,
  /// and a request that waited for a token.
  func statingItsLimit(_ error: TransportError) -> TransportError {
    guard case .totalTimeout = error.reason, isShortened, let limit = request.limits.total
    else { return error }
    var error = error
    error.reason = .totalTimeout(limit)
    return error
  }
}
