internal import AccordConformance
internal import AccordHTTP

/// A target with the values of its variables: what is probed, as whom, and how its requests are sent.
struct ResolvedTarget: Sendable {
  /// Where it stands in the contract.
  var planned: PlannedTarget
  var target: ProbeTarget
  /// Whose requests they are, `nil` for nobody's; they are in no field of ``fields``.
  var credential: Credential?
  /// What every request has besides its own, credentials left out.
  var fields: [RequestField]
  /// Limits of each exchange.
  var limits: ExchangeLimits
  /// What may be done.
  var allowed: Set<SafetyClass>
}
