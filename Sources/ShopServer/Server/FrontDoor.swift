import HTTPTypes
import Hummingbird

/// The outermost responder: it brings the request's target into its normal form, and sees to it that
/// the message which leaves is framed as its status and method say.
struct FrontDoor<Inner: HTTPResponder>: HTTPResponder where Inner.Context == ShopContext {
  let inner: Inner

  func respond(to request: Request, context: ShopContext) async throws -> Response {
    var context = context
    context.originalTarget = request.head.path
    var head = request.head
    head.path = request.head.path.map(Target.normalized)
    let normal = Request(head: head, body: request.body)
    var response = try await inner.respond(to: normal, context: context)
    if response.status == .noContent || response.status == .notModified {
      // Neither has content, and its length would not be that of the representation
      // (RFC 9110 sections 8.6 and 15.4.5).
      response.body = ResponseBody()
      response.headers[.contentLength] = nil
    } else if request.method == .head {
      // All fields of the GET, its length among them, and no content (RFC 9110 section 9.3.2).
      return response.createHeadResponse()
    }
    return response
  }
}
