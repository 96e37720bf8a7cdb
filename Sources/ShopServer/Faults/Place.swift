import HTTPTypes
import Hummingbird

/// Where a fault acts.
struct Place: Sendable {
  private let method: HTTPRequest.Method?
  private let segments: [Substring]?

  /// One method of an endpoint; any value fits a segment in braces.
  ///
  /// `.get` means HEAD too, so that the two keep agreeing.
  static func on(_ method: HTTPRequest.Method, _ endpoint: String) -> Place {
    Place(method: method, segments: endpoint.split(separator: "/"))
  }

  static func anyMethod(_ endpoint: String) -> Place {
    Place(method: nil, segments: endpoint.split(separator: "/"))
  }

  static let anywhere = Place(method: nil, segments: nil)

  func contains(_ request: Request) -> Bool {
    if let method, method != (request.method == .head && method == .get ? .get : request.method) {
      return false
    }
    guard let segments else { return true }
    let path = request.uri.path.split(separator: "/")
    return path.count == segments.count
      && zip(segments, path).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
  }
}
