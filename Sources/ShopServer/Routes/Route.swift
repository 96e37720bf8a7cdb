import HTTPTypes
import Hummingbird

/// One method of one endpoint, with all that is promised about it.
struct Route: Sendable {
  typealias Handler = @Sendable (Request, ShopContext) async throws -> Response

  let method: HTTPRequest.Method
  /// A path with variable segments in braces: `/users/{id}`.
  let endpoint: String
  /// The media types of content that it takes; empty when it takes none.
  let accepts: [MediaType]
  /// Every status that a client can provoke.
  let statuses: [Int]
  let handler: Handler

  init(
    _ method: HTTPRequest.Method, _ endpoint: String, accepts: [MediaType] = [], statuses: [Int],
    handler: @escaping Handler
  ) {
    self.method = method
    self.endpoint = endpoint
    self.accepts = accepts
    self.statuses = statuses
    self.handler = handler
  }

  /// Answers a request for this route.
  func respond(to request: Request, context: ShopContext) async throws -> Response {
    if !accepts.isEmpty { _ = try request.requireMediaType(among: accepts) }
    return try await handler(request, context)
  }
}
