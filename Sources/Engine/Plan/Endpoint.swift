package import AccordContract

/// A resource template, and what the contract says of it.
package struct Endpoint: Sendable {
  /// The template: `/users/{id}`.
  package let path: String
  /// The methods that `.allows` declares; `nil` where no resource says.
  package var declaredMethods: [Method]?

  /// The template's segments, a variable one as `nil`.
  ///
  /// Those of a path that no resource declares are never asked for.
  let segments: [Substring?]

  init(path: String, declaredMethods: [Method]? = nil, segments: [Substring?]? = nil) {
    self.path = path
    self.declaredMethods = declaredMethods
    self.segments = segments ?? Self.segments(of: path)
  }

  static func segments(of path: String) -> [Substring?] {
    let slash = UInt8(ascii: "/")
    return withoutQuery(path).utf8.split(separator: slash, omittingEmptySubsequences: false)
      .dropFirst()
      .map { $0.contains(UInt8(ascii: "{")) ? nil : Substring($0) }
  }

  /// The path up to a query or fragment.
  static func withoutQuery(_ path: String) -> Substring {
    let end = path.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
    return path[..<(end ?? path.endIndex)]
  }

  /// Whether a path of these segments belongs to the template.
  ///
  /// A segment that holds a variable can stand only where the template has one.
  func matches(_ segments: [Substring?]) -> Bool {
    zip(self.segments, segments).allSatisfy { template, segment in
      guard let template else { return segment?.isEmpty != true }
      return template == segment
    }
  }

  /// Whether the template says more than another of as many segments: the first segment in which
  /// one is literal and the other is not decides.
  func isMoreSpecific(than other: Endpoint) -> Bool {
    for (mine, theirs) in zip(segments, other.segments) where (mine == nil) != (theirs == nil) {
      return mine != nil
    }
    return false
  }
}

/// The endpoints of a contract, found by path.
struct EndpointTable {
  private(set) var endpoints: [Endpoint] = []
  private var numbersBySegmentCount: [Int: [Int]] = [:]
  private var numberOfPath: [String: Int] = [:]

  /// Adds the template of a resource; those of one path are one endpoint.
  mutating func declare(_ path: String, methods: [Method]?) {
    if let number = numberOfPath[path] {
      if let methods {
        endpoints[number].declaredMethods = (endpoints[number].declaredMethods ?? []) + methods
      }
      return
    }
    let number = add(Endpoint(path: path, declaredMethods: methods))
    numbersBySegmentCount[endpoints[number].segments.count, default: []].append(number)
  }

  /// The most specific resource whose template the path matches, else an endpoint of its own.
  mutating func number(of path: String) -> Int {
    let path = String(Endpoint.withoutQuery(path))
    if let number = numberOfPath[path] { return number }
    guard !numbersBySegmentCount.isEmpty else { return add(Endpoint(path: path, segments: [])) }
    let segments = Endpoint.segments(of: path)
    var best: Int?
    for number in numbersBySegmentCount[segments.count] ?? []
    where endpoints[number].matches(segments) {
      if let current = best, !endpoints[number].isMoreSpecific(than: endpoints[current]) {
        continue
      }
      best = number
    }
    return best ?? add(Endpoint(path: path, segments: segments))
  }

  private mutating func add(_ endpoint: Endpoint) -> Int {
    endpoints.append(endpoint)
    numberOfPath[endpoint.path] = endpoints.count - 1
    return endpoints.count - 1
  }
}
