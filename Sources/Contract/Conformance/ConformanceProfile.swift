/// Which rules of HTTP and REST an API is held to besides its contract.
///
/// Where authorities disagree a profile decides.
public enum ConformanceProfile: String, Sendable {
  /// What the standards of HTTP demand.
  case http
  /// The same, and the conventions of REST.
  case rest
  /// The conventions with OWASP's view where it is another one.
  case owasp
}

/// What holds a contract's API to the rules of a profile.
package struct ConformanceTrait: Sendable {
  package let profile: ConformanceProfile
  /// Ids of rules, or their beginnings, that do not count.
  package let skipped: [String]
  package let location: SourceLocation
}

extension Trait {
  /// Holds every exchange of a run to rules that the standards lay down for every HTTP API, for the
  /// contract as a whole; nothing more is sent.
  ///
  ///     Contract("Shop API", .conformance(.rest, skipping: "sec.server-detail")) { … }
  ///
  /// A MUST that is broken fails the run; a SHOULD warns, a convention informs. `--conformance` of the
  /// command line wins: `warn` only tells, `off` judges nothing. `accord rules` lists the rules.
  ///
  /// - Parameters:
  ///   - profile: Which rules count.
  ///   - skipping: Ids of rules that do not, or their beginnings: `sec` is all of `sec.…`.
  public static func conformance(
    _ profile: ConformanceProfile = .rest, skipping: String..., fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(
      kind: .conformance(
        ConformanceTrait(profile: profile, skipped: skipping, location: location)))
  }
}
