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
  ///
  /// In octets, since two texts that mean the same characters are two URLs.
  fileprivate enum Target: Sendable, Hashable {
    case url([UInt8])
    /// A path and query below any server's root.
    case path([UInt8])
    /// A path in which values are not known.
    case shaped(PathPattern)
    case none
  }

  /// Equal for the steps of a run that the same requests may be of.
  package struct Key: Sendable, Hashable {
    fileprivate let method: String
    fileprivate let target: Target
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

  package var key: Key { Key(method: method, target: target) }

  /// The path and query that each of its requests has; nil where values in them are not known.
  package var requestTarget: [UInt8]? {
    switch target {
    case .url(let url): Array(Self.requestTarget(of: String(decoding: url, as: UTF8.self)).utf8)
    case .path(let path): path
    case .shaped: nil
    case .none: []
    }
  }

  /// Whether a request that somebody sent may be the step's.
  ///
  /// Its URL is the step's where the values of all its variables are known. Where one is not, the path
  /// is one that the step's template can be expanded to, and the query does not count.
  package func isSent(_ method: String, to url: String) -> Bool {
    guard method == self.method else { return false }
    switch target {
    case .none: return false
    case .url(let known): return url.utf8.prefix { $0 != UInt8(ascii: "#") }.elementsEqual(known)
    case .path(let known): return Self.requestTarget(of: url).utf8.elementsEqual(known)
    case .shaped(let pattern):
      var path = Self.requestTarget(of: url).utf8
      if let base = baseURL?.text.utf8 {
        guard url.utf8.starts(with: base) else { return false }
        path = url.utf8.dropFirst(base.count)
      }
      return pattern.matches(
        path.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") })
    }
  }

  /// What follows scheme, host and port of a URL, without the fragment.
  package static func requestTarget(of url: String) -> Substring {
    let octets = url.utf8.prefix { $0 != UInt8(ascii: "#") }
    guard let authority = octets.firstRange(of: "://".utf8)?.upperBound,
      let start = octets[authority...].firstIndex(where: {
        $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?")
      })
    else { return "/" }
    return Substring(octets[start...])
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
      guard let link = bindings[variable]?.text else { return .none }
      let isPath = baseURL == nil && !link.contains("://")
      return isPath ? .path(Array(link.utf8)) : .url(Array(link.utf8))
    }
    // Where none is known, any will do to be taken away again.
    guard let base = try? baseURL ?? BaseURL(parsing: "http://localhost") else { return .none }
    let builder = TargetBuilder(baseURL: base, bindings: bindings, linkOrigins: [])
    guard let url = try? builder.url(of: step) else { return .none }
    return baseURL == nil ? .path(Array(requestTarget(of: url).utf8)) : .url(Array(url.utf8))
  }
}
