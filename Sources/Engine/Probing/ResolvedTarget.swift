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
  /// Whether it tells who asks: it holds a secret, or has such a name as fields have that do.
  ///
  /// A name too many does no harm: the field is left out where nobody asks.
  var tellsWhoAsks: Bool {
    let name = name.lowercased()
    return value != nil && (isSensitive || Self.words.contains { name.contains($0) })
  }

  private static let words = ["authorization", "cookie", "token", "key", "secret", "session"]
}
