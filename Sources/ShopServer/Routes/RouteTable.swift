import HTTPTypes
import Hummingbird

/// The one table of the API: the router is built from it, and `--routes` prints it.
struct RouteTable: Sendable {
  let endpoints: [Endpoint]

  init(_ routes: [Route]) {
    var paths: [String] = []
    for route in routes where !paths.contains(route.endpoint) { paths.append(route.endpoint) }
    endpoints = paths.map { path in
      Endpoint(path: path, routes: routes.filter { $0.endpoint == path })
    }
  }

  /// What `--routes` prints of a route.
  ///
  /// HEAD and OPTIONS are not in it: the one is GET without content, the other is on every path.
  struct Documented: Encodable {
    let endpoint: String
    let method: String
    let statuses: [Int]
  }

  var documented: [Documented] {
    endpoints.flatMap(\.routes).map {
      Documented(endpoint: $0.endpoint, method: $0.method.rawValue, statuses: $0.statuses)
    }
  }

  func router() -> Router<ShopContext> {
    let router = Router(context: ShopContext.self)
    router.add(middleware: Safeguards())
    for endpoint in endpoints { add(endpoint, to: router) }
    return router
  }

  private func add(_ endpoint: Endpoint, to router: Router<ShopContext>) {
    let path = RouterPath(endpoint.path)
    for route in endpoint.routes {
      router.on(path, method: route.method, use: route.respond)
      if route.method == .get { router.on(path, method: .head, use: route.respond) }
    }
    router.on(path, method: .options) { _, _ in endpoint.options }
    for method in HTTPRequest.Method.known where !endpoint.allowed.contains(method) {
      router.on(path, method: method) { _, _ -> Response in
        throw Problem.methodNotAllowed(method, allowed: endpoint.allow)
      }
    }
  }
}

extension HTTPRequest.Method {
  /// The methods that the shop knows.
  ///
  /// To others it answers 501 (RFC 9110 section 15.6.2).
  static let known: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .patch, .delete, .options, .trace,
  ]
}
