import Hummingbird

/// `/cart`: what has been put aside.
struct CartRoutes: Sendable {
  let store: Store

  var routes: [Route] {
    [
      Route(.get, "/cart", statuses: [200, 304, 406, 412], handler: list),
      Route(
        .post, "/cart", accepts: [.json], statuses: [201, 400, 412, 413, 415, 422], handler: add),
      Route(.get, "/cart/{id}", statuses: [200, 304, 400, 404, 406, 412], handler: show),
      Route(
        .put, "/cart/{id}", accepts: [.json], statuses: [200, 400, 404, 412, 413, 415, 422],
        handler: replace),
      Route(.delete, "/cart/{id}", statuses: [204, 400, 404, 412], handler: remove),
    ]
  }

  private struct List: Encodable {
    let items: [CartItem]
    let total: Int

    init(_ state: Store.State) {
      items = state.cart.all
      total = items.count
    }
  }

  @Sendable private func list(_ request: Request, _ context: ShopContext) throws -> Response {
    try request.answer(.json(store.read { List($0) }), caching: .revalidated)
  }

  @Sendable private func add(_ request: Request, _ context: ShopContext) async throws -> Response {
    let draft = try CartItemDraft.Addition(await request.json(), catalogue: store.catalogue)
    let item = try store.change { state in
      try Preconditions(request.headers).check { try .of(.json(List(state))) }
      return state.cart.add { CartItem(id: $0, product: draft.product, quantity: draft.quantity) }
    }
    return .created("/cart/\(item.id)", try .json(item))
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    let item = try store.read { try $0.cartItem(id) }
    return try request.answer(.json(item), caching: .revalidated)
  }

  @Sendable private func replace(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let id = try context.id()
    try request.refuseContentRange()
    let content = try await request.json()
    let item = try store.change { state in
      var item = try state.cartItem(id)
      let draft = try CartItemDraft.Replacement(content, of: item)
      try Preconditions(request.headers).check { try .of(.json(item)) }
      item.quantity = draft.quantity
      state.cart[id] = item
      return item
    }
    return .replaced(at: "/cart/\(id)", try .json(item))
  }

  @Sendable private func remove(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    try store.change { state in
      let item = try state.cartItem(id)
      try Preconditions(request.headers).check { try .of(.json(item)) }
      state.cart[id] = nil
    }
    return Response(status: .noContent)
  }
}

extension Store.State {
  /// - Throws: A ``Problem`` with status 404.
  fileprivate func cartItem(_ id: Int) throws(Problem) -> CartItem {
    guard let item = cart[id] else { throw .notFound("There is no item \(id) in the cart.") }
    return item
  }
}
