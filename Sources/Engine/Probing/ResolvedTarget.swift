package import AccordConformance
internal import AccordContract
internal import AccordHTTP

/// A target of a probe with the values of its variables, and what its requests carry.
package struct ResolvedTarget: Sendable {
  /// The name of its component and its path as written, `Shop API › /cart`.
  package var id: String
  /// Its place among the targets of the contract, selected or not.
  var index: Int
  /// Where it stands in the contract.
  var location: SourceLocation
  package var target: ProbeTarget
  var credential: Credential?
  /// The fields of every request.
  var fields: [RequestField]
}
