import HTTPTypes
import Hummingbird

/// `/contact`: forms, as browsers send them.
///
/// The answer is what arrived.
struct ContactRoutes: Sendable {
  var routes: [Route] {
    [
      Route(
        .post, "/contact", accepts: [.form, .multipart], statuses: [200, 400, 412, 413, 415, 422],
        handler: receive)
    ]
  }

  @Sendable private func receive(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let mediaType = try request.requireMediaType(among: [.form, .multipart])
    let content = Array(try await request.content().readableBytesView)
    let form =
      mediaType.essence == MediaType.form.essence
      ? try Form(urlEncoded: content)
      : try Form(multipart: content, boundary: mediaType.parameters["boundary"])
    guard let message = form.fields["message"], message.contains(where: { !$0.isEmpty }) else {
      let error = Problem.ContentError(pointer: "message", detail: "must be there")
      throw Problem.unacceptable([error])
    }
    try Preconditions(request.headers).check { nil }
    return Response(status: .ok, content: try .json(form))
  }
}
