/// A line of the cart.
struct CartItem: Encodable, Equatable {
  let id: Int
  /// Fixed when the item is added: another product is another item.
  let product: Int
  var quantity: Int

  /// How many of one product a cart takes.
  static let quantities = 1...100
}
