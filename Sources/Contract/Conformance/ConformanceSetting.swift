/// To which rules a `Conformance` holds its targets, and what it may do to the server.
package enum ConformanceSetting: Sendable {
  case profile(ConformanceProfile)
  case strict
  /// Ids of rules, or their beginnings; only these count.
  case only([String], SourceLocation)
  /// Ids of rules, or their beginnings, that do not count.
  case skipping([String], SourceLocation)
  case allowing([ProbeRisk])
}

/// What a probe may do to a server only where it is asked for by name.
public enum ProbeRisk: String, Sendable, Hashable, CaseIterable {
  /// Change resources that were there before.
  case mutating
  /// Send what looks like an attack, or is no message of HTTP.
  case intrusive
}

extension Trait {
  /// Which rules a `Conformance` holds its targets to; `--profile` wins.
  ///
  /// Without it those of the contract's `.conformance`, else `.rest`.
  public static func profile(_ profile: ConformanceProfile) -> Trait {
    Trait(kind: .conformanceSetting(.profile(profile)))
  }

  /// A SHOULD that is broken fails the run as a MUST does (RFC 2119); also `--strict`.
  public static let strict = Trait(kind: .conformanceSetting(.strict))

  /// Only these rules of a `Conformance` count; `--rule` wins.
  ///
  /// - Parameter rules: Ids, or their beginnings: `http.put` is all of `http.put.…`. One that no rule
  ///   has makes the contract unusable (exit code 64).
  public static func only(
    _ rules: String..., fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(kind: .conformanceSetting(.only(rules, location)))
  }

  /// These rules of a `Conformance` do not count; `--skip-rule` adds more.
  ///
  /// - Parameter rules: Ids, or their beginnings: `sec` is all of `sec.…`. One that no rule has makes
  ///   the contract unusable (exit code 64).
  public static func skipping(
    _ rules: String..., fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(kind: .conformanceSetting(.skipping(rules, location)))
  }

  /// Allows a `Conformance` to do to the server what it does not do unasked; also `--allow`.
  ///
  /// `--read-only` takes it back.
  public static func allowing(_ risks: ProbeRisk...) -> Trait {
    Trait(kind: .conformanceSetting(.allowing(risks)))
  }
}
