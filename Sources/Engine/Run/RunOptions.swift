package import AccordConformance
package import AccordContract
internal import AccordDocuments
package import AccordHTTP

/// How a plan is run.
package struct RunOptions: Sendable {
  /// The URL below which the contract's paths stand.
  package var baseURL: BaseURL
  /// How many exchanges may be in flight at once, at least 1.
  package var jobs = 8
  /// How many requests may be sent in any second; `nil` for as many as go.
  package var rate: Double?
  /// How many connections one origin may have, at least 1; `nil` for as many as there are jobs.
  package var connectionsPerHost: Int?
  /// Whether the time is waited for that an answer asks for with `Retry-After` (RFC 9110 section
  /// 10.2.3); `nil` for servers that are not on this machine.
  package var respectsRetryAfter: Bool?
  /// How often the whole plan is run, at least 1.
  package var repetitions = 1
  /// Whether the first failure or error stops new work; clean-ups still run.
  package var failsFast = false
  /// Whether a step that passed only when sent again has failed.
  package var failsOnFlaky = false
  /// Whether only safe methods (RFC 9110 section 9.2.1) are sent.
  package var isReadOnly = false
  /// Where random values and the order of `--shuffle` come from.
  package var seed: UInt64
  /// Whether units run in an order made from the seed.
  package var isShuffled = false
  /// Limits of one exchange, where neither a step nor a trait says otherwise.
  package var limits = ExchangeLimits()
  package var version = HTTPVersionPreference.automatic
  package var client = ClientOptions(userAgent: AccordVersion.userAgent)
  /// How long to wait for the server to accept connections.
  package var wait: Duration = .zero
  /// How long all clean-ups together may take after SIGINT or SIGTERM.
  package var cleanupAllowance: Duration = .seconds(10)
  /// Values for variables, given from outside.
  package var bindings: [String: BoundValue] = [:]
  /// The names of values that are secret whatever the contract says of them.
  package var secretNames: Set<String> = []
  /// Logins for hosts, where a contract says no credentials.
  package var netrc: Netrc?
  /// Whether the logins answer challenges of Digest.
  package var netrcUsesDigest = false
  /// Values besides those of variables that no output may show, such as passwords of keys.
  package var secrets: [String] = []
  /// What every report says of the run.
  package var warnings: [RunWarning] = []
  /// How curl reaches servers as this run does.
  package var curlOptions: [CurlOption] = []
  /// Where the contract's files are looked for.
  package var files = ContractFiles()
  /// Whether records carry requests and responses as they went over the wire.
  package var recordsWire = false
  /// What is told how far the run is, for who watches it.
  package var progress: RunProgress?
  /// Whether records carry the inferred shape of JSON bodies.
  package var infersShapes = false
  /// What looks at each step's outcome before anything follows from it, in this order.
  package var reviews: [any StepReview] = []
  /// How reports call what the reviews rest on.
  package var heldTo = HeldTo()
  /// The rules that every exchange is held to besides the contract, if any.
  package var conformance: ConformanceCheck?
  /// What the command line says of probes, before which the contract gives way.
  package var probing = ProbeOptions()
  /// The rules that probes choose from.
  package var catalogue = RuleCatalogue.rules

  package init(baseURL: BaseURL, seed: UInt64) {
    self.baseURL = baseURL
    self.seed = seed
  }
}
