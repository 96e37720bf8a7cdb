/// A path that may be read, whatever it answers: a representation, a redirect, an error.
///
///     DocumentTarget("/products/1")
public struct DocumentTarget: Sendable {
  package var target: ConformanceTarget

  /// A path below the base URL.
  public init(_ path: Template) { target = ConformanceTarget(path, .document) }

  /// A path that is known where the contract is made.
  @_disfavoredOverload
  public init(_ path: some StringProtocol) { self.init(Template(String(path))) }

  /// An origin whose pages may read the answers (Fetch, the CORS protocol): `https://app.example`.
  ///
  /// Without it only origins that nobody allows are tried. What is no origin makes the contract unusable
  /// (exit code 64).
  public func allowsOrigin(_ origin: String) -> DocumentTarget {
    var target = self
    target.target.allowedOrigin = origin
    return target
  }

  /// Credentials (RFC 9110 section 11) in place of those that hold around the target; `.none` sends none.
  public func auth(_ authorization: Authorization) -> DocumentTarget {
    var target = self
    target.target.authorization = authorization
    return target
  }

  /// What stands in the target's id and in reports in place of its path.
  public func named(_ name: String) -> DocumentTarget {
    var target = self
    target.target.name = name
    return target
  }

  /// Adds words by which targets are chosen: `--tag`, `--skip-tag`.
  public func tags(_ tags: Tag...) -> DocumentTarget {
    var target = self
    target.target.tags += tags
    return target
  }
}
