internal import AccordConformance
internal import AccordHTTP

/// A target with the values of its variables: what is probed, as whom, and how its requests are sent.
struct ResolvedTarget: Sendable {
  /// Where it stands in the contract.
  var planned: PlannedTarget
  var target: ProbeTarget
  /// Whose requests they are, `nil` for nobody's; they are in no field of ``fields``.
  var credential: Credential?
  /// What every request has besides its own, credentials left out; of these, those that tell who asks
  /// are left out of nobody's requests.
  var fields: [RequestField]
  /// Limits of each exchange.
  var limits: ExchangeLimits
  /// What may be done.
  var allowed: Set<SafetyClass>
}

extension RequestField {
  /// Whether it tells who asks: it holds a secret, or has the name of a field that usually does.
  var tellsWhoAsks: Bool {
    value != nil && (isSensitive || Self.namesOfCredentials.contains(name.lowercased()))
  }

  private static let namesOfCredentials: Set = [
    "authorization", "proxy-authorization", "cookie", "x-api-key", "api-key", "apikey",
    "x-auth-token", "x-access-token",
  ]
}
