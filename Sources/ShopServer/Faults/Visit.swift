import HTTPTypes
import Hummingbird
import NIOCore

/// A request at the place of a fault, and the way on to the API.
struct Visit: Sendable {
  var request: Request
  let context: ShopContext
  /// What opens `/account`.
  let token: String
  let next: @Sendable (Request) async throws -> Response

  /// What the API answers.
  func forward() async throws -> Response { try await next(request) }

  /// What the API answers when the request differs in its fields.
  func forward(_ change: (inout HTTPFields) -> Void) async throws -> Response {
    var head = request.head
    change(&head.headerFields)
    return try await next(Request(head: head, body: request.body))
  }

  /// What the API answers to another request at the same target, without the client's conditions.
  func ask(_ method: HTTPRequest.Method, _ content: JSONValue? = nil) async throws -> Response {
    let buffer = try content.map { try Representation.json($0).content } ?? ByteBuffer()
    var fields: HTTPFields = [.contentLength: String(buffer.readableBytes)]
    if content != nil {
      let type = method == .patch ? MediaType.mergePatch : .json
      fields[.contentType] = type.essence
    }
    let head = HTTPRequest(
      method: method, scheme: request.head.scheme, authority: request.head.authority,
      path: request.head.path, headerFields: fields)
    return try await next(Request(head: head, body: RequestBody(buffer: buffer)))
  }

  /// The request's content, when it is JSON.
  ///
  /// It can be read once: go on with ``ask(_:_:)`` then.
  func content() async throws -> JSONValue? { try? await request.json() }
}
