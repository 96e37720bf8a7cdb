internal import AccordHTTP

/// The access tokens of a run, each asked for once however many steps need it.
///
/// It decides and remembers; the run sends. A grant is what one `TokenRequest` asks for, by number.
struct TokenStore {
  /// What a step does that needs a token.
  enum Answer {
    /// It takes this one.
    case token(Held)
    /// It waits for the one that is being asked for.
    case wait
    /// It asks, and waits.
    case ask
    /// There is none.
    case failed(TokenProblem)
  }

  /// A token, and which of its grant's it is.
  struct Held {
    let token: AccessToken
    let generation: Int
  }

  /// A step that waits for a token.
  struct Waiting {
    let slot: Int
    /// The step's limit of time, and since when that runs.
    let limit: Duration?
    var since: ContinuousClock.Instant

    var deadline: ContinuousClock.Instant? { limit.map { since + $0 } }
  }

  private struct Grant {
    let request: TokenRequest
    var token: AccessToken?
    /// How many tokens there were.
    var generation = 0
    var isAsking = false
    /// When it was asked for last, and within which limits.
    var asked: ContinuousClock.Instant?
    var limits = ExchangeLimits()
    /// When it is asked again, where the server has not started yet.
    var asksAgain: ContinuousClock.Instant?
    var waiting: [Waiting] = []
    /// Why there will be none any more.
    var failure: TokenProblem?
    var failuresInARow = 0
    /// How many tokens in a row were refused as the one before was.
    var uselessRenewals = 0
  }

  private var grants: [Grant] = []
  private var numbers: [TokenRequest: Int] = [:]

  /// A token endpoint that gave tokens before may be restarting: so many failures in a row end
  /// that.
  private static let mostFailures = 3
  /// So many tokens in a row may be refused before a 401 no longer means that the token has ended.
  private static let mostUselessRenewals = 3
  /// A token older than this may have ended all the same.
  private static let youth = Duration.seconds(10)

  /// The number of a grant.
  mutating func number(of request: TokenRequest) -> Int {
    if let known = numbers[request] { return known }
    grants.append(Grant(request: request))
    numbers[request] = grants.count - 1
    return grants.count - 1
  }

  func request(_ number: Int) -> TokenRequest { grants[number].request }

  /// Whether there was a token at any time.
  func hadToken(_ number: Int) -> Bool { grants[number].generation > 0 }

  /// What a step does; one that has waited takes the token that came, however short its time.
  func answer(_ number: Int, hasWaited: Bool, at now: ContinuousClock.Instant) -> Answer {
    let grant = grants[number]
    if let failure = grant.failure { return .failed(failure) }
    if grant.isAsking { return .wait }
    guard let token = grant.token, hasWaited || !token.isEnding(at: now) else { return .ask }
    return .token(Held(token: token, generation: grant.generation))
  }

  /// Decides the limits within which a token is asked for.
  ///
  /// Others wait for it too: it may take as long as the most patient of those known.
  mutating func prepare(_ number: Int, for step: ExchangeLimits, usually: ExchangeLimits) {
    var limits = usually
    limits.total = limits.total.flatMap { usual in step.total.map { max(usual, $0) } }
    grants[number].limits = limits
  }

  /// Notes that a token is asked for; gives the limits.
  mutating func ask(_ number: Int, at now: ContinuousClock.Instant) -> ExchangeLimits {
    grants[number].isAsking = true
    grants[number].asksAgain = nil
    grants[number].asked = now
    return grants[number].limits
  }

  /// When a token was asked for last.
  func asked(_ number: Int) -> ContinuousClock.Instant? { grants[number].asked }

  mutating func wait(_ waiting: Waiting, for number: Int) {
    grants[number].waiting.append(waiting)
  }

  /// Takes the token that came, or why none did; gives the steps that waited for it.
  mutating func take(_ result: Result<AccessToken, TokenProblem>, of number: Int) -> [Int] {
    grants[number].isAsking = false
    switch result {
    case .success(let token):
      grants[number].token = token
      grants[number].generation += 1
      grants[number].failuresInARow = 0
    case .failure(let problem):
      grants[number].token = nil
      grants[number].failuresInARow += 1
      let mayPass =
        hadToken(number) && !problem.isFinal
        && grants[number].failuresInARow < Self.mostFailures
      if !mayPass { grants[number].failure = problem }
    }
    defer { grants[number].waiting = [] }
    return grants[number].waiting.map(\.slot)
  }

  /// Lets a grant be asked for later, and the time of those that wait run from now on; gives them.
  mutating func askAgain(
    _ number: Int, at moment: ContinuousClock.Instant, now: ContinuousClock.Instant
  ) -> [Int] {
    grants[number].asksAgain = moment
    for index in grants[number].waiting.indices { grants[number].waiting[index].since = now }
    return grants[number].waiting.map(\.slot)
  }

  /// The grants that are to be asked for again now.
  func dueAgain(at now: ContinuousClock.Instant) -> [Int] {
    grants.indices.filter { grants[$0].asksAgain.map { $0 <= now } == true }
  }

  /// The steps whose time is over, with their limits; they wait no longer.
  mutating func takeLate(
    at now: ContinuousClock.Instant
  ) -> [(slot: Int, number: Int, limit: Duration)] {
    var late: [(slot: Int, number: Int, limit: Duration)] = []
    for number in grants.indices {
      grants[number].waiting.removeAll { waiting in
        guard let limit = waiting.limit, let deadline = waiting.deadline, deadline <= now else {
          return false
        }
        late.append((waiting.slot, number, limit))
        return true
      }
    }
    return late
  }

  /// The next moment at which something is to be done.
  var nextMoment: ContinuousClock.Instant? {
    grants.flatMap { $0.waiting.compactMap(\.deadline) + ($0.asksAgain.map { [$0] } ?? []) }.min()
  }

  // MARK: - Refused tokens

  /// Notes that a server answered 401 to a token; false where asking for another would be in vain.
  mutating func refuse(
    _ number: Int, generation: Int, at now: ContinuousClock.Instant
  ) -> Bool {
    let grant = grants[number]
    guard grant.failure == nil else { return false }
    // Another step's 401 has seen to it.
    guard grant.generation == generation, let token = grant.token else { return true }
    if token.asked.duration(to: now) <= Self.youth {
      guard grant.uselessRenewals < Self.mostUselessRenewals else { return false }
      // Whoever finds out: each renewal is one of a token that was refused young.
      grants[number].uselessRenewals += 1
    }
    grants[number].token = nil
    return true
  }

  /// Notes that a request which was refused is not, with another token.
  mutating func noteUsefulRenewal(_ number: Int) { grants[number].uselessRenewals = 0 }

  // MARK: - Stopping

  /// Takes a step out of those that wait.
  mutating func forget(slot: Int) {
    for number in grants.indices { grants[number].waiting.removeAll { $0.slot == slot } }
  }

  /// Gives up what nobody waits for; gives those of them that are being sent.
  mutating func abandonUnneeded() -> [Int] {
    var sent: [Int] = []
    for number in grants.indices where grants[number].isAsking && grants[number].waiting.isEmpty {
      if grants[number].asksAgain == nil { sent.append(number) }
      grants[number].isAsking = false
      grants[number].asksAgain = nil
    }
    return sent
  }
}
