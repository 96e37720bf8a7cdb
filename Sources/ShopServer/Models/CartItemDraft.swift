/// What a client says of a cart item, in the two forms that the shop accepts.
enum CartItemDraft {
  /// For `POST /cart`: both members are required.
  struct Addition {
    let product: Int
    let quantity: Int

    init(_ content: JSONValue, catalogue: Catalogue) throws(Problem) {
      var check = ContentCheck(content)
      product = check.product("product", in: catalogue) ?? 0
      quantity = check.integer("quantity", in: CartItem.quantities) ?? 0
      try check.finish()
    }
  }

  /// For `PUT /cart/{id}`: the quantity is the whole mutable state.
  ///
  /// The product may be repeated, as a client does that sends back what it got, but not changed.
  struct Replacement {
    let quantity: Int

    init(_ content: JSONValue, of item: CartItem) throws(Problem) {
      var check = ContentCheck(content)
      quantity = check.integer("quantity", in: CartItem.quantities) ?? 0
      if let product = content["product"], product != .integer(item.product) {
        check.refuse("product", "is \(item.product) for this item and cannot be changed")
      }
      try check.finish()
    }
  }
}
