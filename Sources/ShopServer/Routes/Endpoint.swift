import HTTPTypes
import Hummingbird

/// All routes of one path, and the two methods that follow from them: HEAD and OPTIONS.
struct Endpoint: Sendable {
  let path: String
  let routes: [Route]

  /// The methods of the path, as `Allow` lists them (RFC 9110 section 10.2.1).
  var allowed: [HTTPRequest.Method] {
    let own = routes.map(\.method)
    return own.flatMap { $0 == .get ? [.get, .head] : [$0] } + [.options]
  }

  var allow: String { allowed.map(\.rawValue).joined(separator: ", ") }

  /// 204 with what the path can do (RFC 9110 section 9.3.7, RFC 5789 section 3.1).
  var options: Response {
    var fields: HTTPFields = [.allow: allow]
    for route in routes where route.method == .post || route.method == .patch {
      fields[route.method.acceptField] = route.accepts.map(\.essence).joined(separator: ", ")
    }
    return Response(status: .noContent, headers: fields)
  }
}
