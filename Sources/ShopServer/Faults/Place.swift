import HTTPTypes
import Hummingbird

/// Where a fault acts.
struct Place: Sendable {
  private struct Site: Sendable {
    let method: HTTPRequest.Method?
    let segments: [Substring]?
  }

  /// Any of these; none is nowhere.
  private let sites: [Site]

  private init(_ sites: [Site]) { self.sites = sites }

  /// One method of an endpoint; any value fits a segment in braces.
  ///
  /// `.get` means HEAD too, so that the two keep agreeing.
  static func on(_ method: HTTPRequest.Method, _ endpoint: String) -> Place {
    Place([Site(method: method, segments: endpoint.split(separator: "/"))])
  }

  static func anyMethod(_ endpoint: String) -> Place {
    Place([Site(method: nil, segments: endpoint.split(separator: "/"))])
  }

  static func either(_ places: Place...) -> Place { Place(places.flatMap(\.sites)) }

  static let anywhere = Place([Site(method: nil, segments: nil)])
  static let nowhere = Place([])

  func contains(_ request: Request) -> Bool {
    let path = request.uri.path.split(separator: "/")
    return sites.contains { site in
      if let method = site.method,
        method != (request.method == .head && method == .get ? .get : request.method)
      {
        return false
      }
      guard let segments = site.segments else { return true }
      return path.count == segments.count
        && zip(segments, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
  }
}
