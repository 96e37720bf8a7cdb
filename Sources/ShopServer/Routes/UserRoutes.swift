import HTTPTypes
import Hummingbird

/// `/users`: everything that can be done with a resource, for the taking.
struct UserRoutes: Sendable {
  let store: Store

  var routes: [Route] {
    [
      Route(.get, "/users", statuses: [200, 304, 400, 406, 412], handler: list),
      Route(
        .post, "/users", accepts: [.json], statuses: [201, 400, 412, 413, 415, 422], handler: add),
      Route(.get, "/users/{id}", statuses: [200, 304, 400, 404, 406, 412], handler: show),
      Route(
        .put, "/users/{id}", accepts: [.json], statuses: [200, 400, 404, 412, 413, 415, 422],
        handler: replace),
      Route(
        .patch, "/users/{id}", accepts: [.mergePatch],
        statuses: [200, 400, 404, 412, 413, 415, 422], handler: patch),
      Route(.delete, "/users/{id}", statuses: [204, 400, 404, 412], handler: remove),
    ]
  }

  /// One page of the users.
  private struct List: Encodable {
    let users: [User]
    let page: Int
    let limit: Int
    let total: Int
  }

  @Sendable private func list(_ request: Request, _ context: ShopContext) throws -> Response {
    let (list, page) = try page(for: request)
    return try request.answer(
      .json(list), caching: .revalidated, fields: [.link: page.links(below: "/users")])
  }

  private func page(for request: Request) throws -> (List, Page) {
    let users = store.read { $0.users.all }
    let page = try Page(request.uri, total: users.count)
    let list = List(
      users: Array(users[page.rows]), page: page.number, limit: page.limit, total: users.count)
    return (list, page)
  }

  @Sendable private func add(_ request: Request, _ context: ShopContext) async throws -> Response {
    let draft = try UserDraft(await request.json())
    try Preconditions(request.headers).check { try .of(.json(page(for: request).0)) }
    let user = store.change { state in
      state.users.add { User(id: $0, name: draft.name, email: draft.email) }
    }
    return .created("/users/\(user.id)", try .json(user))
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    let user = try store.read { try $0.user(id) }
    return try request.answer(.json(user), caching: .revalidated)
  }

  @Sendable private func replace(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let id = try context.id()
    try request.refuseContentRange()
    let draft = try UserDraft(await request.json())
    let user = try store.change { state in
      let current = try state.user(id)
      try Preconditions(request.headers).check { try .of(.json(current)) }
      let user = User(id: id, name: draft.name, email: draft.email)
      state.users[id] = user
      return user
    }
    return .replaced(at: "/users/\(id)", try .json(user))
  }

  @Sendable private func patch(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let id = try context.id()
    let changes = try await request.json()
    let user = try store.change { state in
      let current = try state.user(id)
      let draft = try UserDraft(UserDraft.mutableState(of: current).merging(changes))
      try Preconditions(request.headers).check { try .of(.json(current)) }
      let user = User(id: id, name: draft.name, email: draft.email)
      state.users[id] = user
      return user
    }
    return .replaced(at: "/users/\(id)", try .json(user))
  }

  @Sendable private func remove(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    try store.change { state in
      let current = try state.user(id)
      try Preconditions(request.headers).check { try .of(.json(current)) }
      state.users[id] = nil
      state.avatars[id] = nil
    }
    return Response(status: .noContent)
  }
}

extension Store.State {
  /// - Throws: A ``Problem`` with status 404.
  func user(_ id: Int) throws(Problem) -> User {
    guard let user = users[id] else { throw .notFound("There is no user \(id).") }
    return user
  }
}
