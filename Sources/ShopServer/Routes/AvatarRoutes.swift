import HTTPTypes
import Hummingbird

/// `/users/{id}/avatar`: octets that are kept as they came.
struct AvatarRoutes: Sendable {
  let store: Store

  private static let pictures: [MediaType] = [.png, .jpeg]

  var routes: [Route] {
    [
      Route(.get, "/users/{id}/avatar", statuses: [200, 304, 400, 404, 406, 412], handler: show),
      Route(
        .put, "/users/{id}/avatar", accepts: Self.pictures,
        statuses: [201, 204, 400, 404, 412, 413, 415], handler: store),
      Route(.delete, "/users/{id}/avatar", statuses: [204, 400, 404, 412], handler: remove),
    ]
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    let avatar = try store.read { try $0.avatar(id) }
    return try request.answer(avatar.representation, caching: .revalidated)
  }

  @Sendable private func store(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let id = try context.id()
    try request.refuseContentRange()
    let mediaType = try request.requireMediaType(among: Self.pictures)
    let content = try await request.content(upTo: ContentLimit.picture)
    let avatar = Avatar(mediaType: mediaType, content: content)
    let isNew = try store.change { state in
      _ = try state.user(id)
      let current = state.avatars[id]
      try Preconditions(request.headers).check { current?.representation.tag }
      state.avatars[id] = avatar
      return current == nil
    }
    // These octets are what the next GET shows, so their validator may be told.
    let fields: HTTPFields = [.eTag: avatar.representation.tag.description]
    return Response(status: isNew ? .created : .noContent, headers: fields)
  }

  @Sendable private func remove(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    try store.change { state in
      let current = try state.avatar(id)
      try Preconditions(request.headers).check { current.representation.tag }
      state.avatars[id] = nil
    }
    return Response(status: .noContent)
  }
}

extension Store.State {
  /// - Throws: A ``Problem`` with status 404.
  fileprivate func avatar(_ id: Int) throws(Problem) -> Avatar {
    guard let avatar = avatars[id] else { throw .notFound("User \(id) has no avatar.") }
    return avatar
  }
}
