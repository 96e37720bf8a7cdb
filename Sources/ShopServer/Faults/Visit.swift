import HTTPTypes
import Hummingbird
import NIOCore

/// A request at the place of a fault, and the way on to the API.
struct Visit: Sendable {
  var request: Request
  let context: ShopContext
  /// What opens `/account`.
  let token: String
  let memory: FaultMemory
  let next: @Sendable (Request) async throws -> Response

  /// What the API answers.
  func forward() async throws -> Response { try await next(request) }

  /// What the API answers when the request differs in its fields.
  func forward(_ change: (inout HTTPFields) -> Void) async throws -> Response {
    var head = request.head
    change(&head.headerFields)
    return try await next(Request(head: head, body: request.body))
  }

  /// What the API answers when the request has other JSON as its content.
  func forward(_ content: JSONValue) async throws -> Response {
    let buffer = try Representation.json(content).content
    var head = request.head
    head.headerFields[.contentLength] = String(buffer.readableBytes)
    return try await next(Request(head: head, body: RequestBody(buffer: buffer)))
  }

  /// What the API answers to another request, without the client's conditions.
  ///
  /// - Parameter target: `nil` for that of the client's request.
  func ask(
    _ method: HTTPRequest.Method, _ content: JSONValue? = nil, at target: String? = nil
  ) async throws -> Response {
    let buffer = try content.map { try Representation.json($0).content } ?? ByteBuffer()
    var fields: HTTPFields = [.contentLength: String(buffer.readableBytes)]
    if content != nil {
      let type = method == .patch ? MediaType.mergePatch : .json
      fields[.contentType] = type.essence
    }
    let head = HTTPRequest(
      method: method, scheme: request.head.scheme, authority: request.head.authority,
      path: target ?? request.head.path, headerFields: fields)
    return try await next(Request(head: head, body: RequestBody(buffer: buffer)))
  }

  /// This visit with its content read, so that it can be forwarded and looked at.
  func keepingContent() async throws -> Visit {
    var visit = self
    // More than the API takes: what is too much for it must come through to be refused.
    let content = try await request.body.collect(upTo: 4 * ContentLimit.picture)
    visit.request = Request(head: request.head, body: RequestBody(buffer: content))
    return visit
  }

  /// The request's content, when it is JSON.
  ///
  /// Without ``keepingContent()`` it can be read once, and not be forwarded then.
  func content() async -> JSONValue? { try? await request.json() }
}
