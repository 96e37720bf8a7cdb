internal import ArgumentParser

/// What `accord probe` shares with a run: everything but what is probed.
package struct ProbeRunOptions: ParsableArguments {
  @OptionGroup(title: "Rules of HTTP") var choice: RuleOptions
  @OptionGroup(title: "What it may do") var safety: ProbeSafetyOptions
  @OptionGroup(title: "What it may do") var risks: RiskOptions
  @OptionGroup(title: "How it runs") var manners: ProbeMannerOptions
  @OptionGroup(title: "Limits of one exchange") var limits: LimitOptions
  @OptionGroup(title: "Transport, as in curl") var transport: TransportOptions
  @OptionGroup(title: "Credentials for all of the API, as in curl")
  var credentials: CredentialOptions
  @OptionGroup(title: "Proxies, as in curl") var proxies: ProxyArguments
  @OptionGroup(title: "TLS, as in curl") var tls: TLSArguments
  @OptionGroup(title: "Reports") var reports: ReportOptions
  @OptionGroup(title: "Output") var output: OutputOptions

  package init() {}
}

/// Whether a probe only reads.
struct ProbeSafetyOptions: ParsableArguments {
  @Flag(help: "Send safe methods only (GET, HEAD, OPTIONS, TRACE), whatever the target says.")
  var readOnly = false
}

/// How a probe treats the server.
struct ProbeMannerOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("How many requests may begin in any second: 10 or 10/s.", valueName: "n/s"))
  var rate: Rate?

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Wait as long as an answer asks for with Retry-After. (default: yes, but not for loopback)"))
  var respectRetryAfter: Bool?

  @Option(
    help: ArgumentHelp(
      "How long to wait for the server to accept connections. (default: 0)", valueName: "seconds"))
  var wait: Seconds?

  func validate() throws { try Rate.check(rate) }
}
