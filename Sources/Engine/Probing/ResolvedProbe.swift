package import AccordConformance
internal import AccordContract

/// A component that holds an API to the rules, with all that it takes to do so.
package struct ResolvedProbe: Sendable {
  /// The component's name.
  package var name: String
  /// Where it stands in the contract.
  var location: SourceLocation
  package var targets: [ResolvedTarget]
  /// Where the rules come from.
  package var profile: RuleProfile
  /// The rules that are told of.
  package var rules: [Rule]
  /// What may be done to the server.
  package var allowed: Set<SafetyClass>
  /// The least level for which a violation fails the run.
  package var failsFrom: RuleLevel
  /// The place of the server as a whole among the targets of the contract.
  var serverIndex: Int

  /// The server as a whole, by a path of it that answers.
  func server(at url: String) -> ResolvedTarget {
    ResolvedTarget(
      id: "\(name) › the server", index: serverIndex, location: location,
      target: ProbeTarget(name: "the server", url: url, kind: .server),
      credential: targets.first { $0.target.url == url }?.credential ?? targets.first?.credential,
      fields: targets.first?.fields ?? [])
  }
}
