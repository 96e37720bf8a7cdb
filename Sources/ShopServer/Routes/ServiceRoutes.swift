import HTTPTypes
import Hummingbird

/// `/health` and `/me`: the small ones.
struct ServiceRoutes: Sendable {
  var routes: [Route] {
    [
      Route(.get, "/health", statuses: [200, 304, 406, 412], handler: health),
      Route(.get, "/me", statuses: [307], handler: me),
    ]
  }

  private struct Health: Encodable {
    let status = "ok"
  }

  @Sendable private func health(_ request: Request, _ context: ShopContext) throws -> Response {
    try request.answer(.json(Health()), caching: .revalidated)
  }

  @Sendable private func me(_ request: Request, _ context: ShopContext) -> Response {
    let fields: HTTPFields = [.location: "/users/1", .cacheControl: Caching.revalidated.rawValue]
    return Response(status: .temporaryRedirect, headers: fields)
  }
}
