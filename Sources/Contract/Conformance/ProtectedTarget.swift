/// A path that wants credentials: what it answers with them, without them, and with wrong ones.
///
///     ProtectedTarget("/account", .bearer(token))
public struct ProtectedTarget: Sendable {
  package var target: ConformanceTarget

  /// A path below the base URL, and what opens it.
  ///
  /// - Parameter authorization: The credentials (RFC 9110 section 11); without them those that hold
  ///   around the target.
  public init(_ path: Template, _ authorization: Authorization? = nil) {
    target = ConformanceTarget(path, .protected, authorization: authorization)
  }

  /// A path that is known where the contract is made, and what opens it.
  @_disfavoredOverload
  public init(_ path: some StringProtocol, _ authorization: Authorization? = nil) {
    self.init(Template(String(path)), authorization)
  }

  /// What stands in the target's id and in reports in place of its path.
  public func named(_ name: String) -> ProtectedTarget {
    var target = self
    target.target.name = name
    return target
  }

  /// Adds words by which targets are chosen: `--tag`, `--skip-tag`.
  public func tags(_ tags: Tag...) -> ProtectedTarget {
    var target = self
    target.target.tags += tags
    return target
  }
}
