import HTTPTypes
import Hummingbird

/// `/orders`: something that takes time.
///
/// The POST answers before the work is done, and the order tells how far it is.
struct OrderRoutes: Sendable {
  let store: Store
  /// How long an order is pending.
  let delay: Duration

  var routes: [Route] {
    [
      Route(
        .post, "/orders", accepts: [.json], statuses: [202, 400, 412, 413, 415, 422],
        handler: place),
      Route(.get, "/orders/{id}", statuses: [200, 304, 400, 404, 406, 412], handler: show),
    ]
  }

  @Sendable private func place(
    _ request: Request, _ context: ShopContext
  ) async throws -> Response {
    let draft = try CartItemDraft.Addition(await request.json(), catalogue: store.catalogue)
    // There is no list of orders, so there is nothing that a condition could hold for.
    try Preconditions(request.headers).check { nil }
    let now = ContinuousClock.now
    let order = store.change { state in
      state.orders.add { id in
        Order(
          id: id, product: draft.product, quantity: draft.quantity,
          readyAt: now.advanced(by: delay))
      }
    }
    return Response(
      status: .accepted, headers: [.location: "/orders/\(order.id)"],
      content: try .json(order.view(at: now)))
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    guard let order = store.read({ $0.orders[id] }) else {
      throw Problem.notFound("There is no order \(id).")
    }
    return try request.answer(.json(order.view(at: .now)), caching: .revalidated)
  }
}
