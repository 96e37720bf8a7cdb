/// An order, which takes the shop a moment to prepare.
struct Order {
  let id: Int
  let product: Int
  let quantity: Int
  let readyAt: ContinuousClock.Instant

  /// What `/orders/{id}` shows.
  struct View: Encodable {
    let id: Int
    let product: Int
    let quantity: Int
    let status: Status
  }

  enum Status: String, Encodable {
    case pending, ready
  }

  func view(at now: ContinuousClock.Instant) -> View {
    View(id: id, product: product, quantity: quantity, status: now < readyAt ? .pending : .ready)
  }
}
