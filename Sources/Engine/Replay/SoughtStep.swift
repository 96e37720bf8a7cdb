internal import AccordContract
internal import AccordDocuments
internal import AccordHTTP

/// A step whose exchange is looked for.
package struct SoughtStep: Sendable {
  package let id: String
  /// Which repetition, from 1.
  package let repetition: Int
  /// The unit's number in this run: the exchanges of a unit follow one another.
  package let unit: Int
  package let method: String
  /// How many redirects the step follows.
  package let hopLimit: Int

  /// Where it goes.
  private enum Target: Sendable {
    /// A URL; without a base URL its path and query only.
    case known(String)
    /// A path in which values are not known.
    case shaped(PathPattern)
    case none
  }

  private let target: Target
  private let baseURL: BaseURL?

  /// - Parameters:
  ///   - baseURL: Below which its path stands; nil for any server's root.
  ///   - bindings: The values of variables, as far as they are known.
  init(
    _ step: Step, id: String, repetition: Int, unit: Int, baseURL: BaseURL?, bindings: Bindings
  ) {
    self.id = id
    self.repetition = repetition
    self.unit = unit
    method = step.method.token
    hopLimit = step.hopLimit
    self.baseURL = baseURL
    target = Self.target(of: step, baseURL, bindings)
  }

  /// Whether a request that somebody sent may be the step's.
  ///
  /// Its URL is the step's where the values of all its variables are known. Where one is not, the path
  /// is one that the step's template can be expanded to, and the query does not count.
  package func isSent(_ method: String, to url: String) -> Bool {
    guard method == self.method else { return false }
    let url = url.prefix { $0 != "#" }
    switch target {
    case .none: return false
    case .known(let known):
      return (baseURL == nil && !known.contains("://") ? Self.path(of: url) : url) == known
    case .shaped(let pattern):
      guard let base = baseURL?.text else {
        return pattern.matches(Endpoint.withoutQuery(String(Self.path(of: url))).utf8)
      }
      guard url.hasPrefix(base) else { return false }
      let path = String(url.dropFirst(base.count))
      return pattern.matches(Endpoint.withoutQuery(path).utf8)
    }
  }

  /// What follows scheme, host and port.
  private static func path(of url: Substring) -> Substring {
    guard let authority = url.firstRange(of: "://")?.upperBound,
      let start = url[authority...].firstIndex(where: { "/?".contains($0) })
    else { return "/" }
    return url[start...]
  }

  private static func target(
    of step: Step, _ baseURL: BaseURL?, _ bindings: Bindings
  ) -> Target {
    var needed: [Variable] = []
    switch step.target {
    case .path(let path): needed = path.variables
    case .link(let variable): needed = [variable]
    case .template(let path): needed = path.variables
    }
    for parameter in step.queryParameters {
      needed += parameter.name.variables + parameter.value.variables
    }
    guard needed.allSatisfy({ bindings[$0] != nil }) else {
      if case .link = step.target { return .none }
      let path = String(Endpoint.withoutQuery(step.writtenTarget))
      return (try? URITemplate(path)).map { .shaped(PathShape($0).pattern) } ?? .none
    }
    if case .link(let variable) = step.target {
      return bindings[variable].map { .known($0.text) } ?? .none
    }
    // Where none is known, any will do to be taken away again.
    guard let base = try? baseURL ?? BaseURL(parsing: "http://localhost") else { return .none }
    let builder = TargetBuilder(baseURL: base, bindings: bindings, linkOrigins: [])
    guard let url = try? builder.url(of: step) else { return .none }
    return .known(baseURL == nil ? String(path(of: url[...])) : url)
  }
}
