/// Something to buy.
///
/// The catalogue never changes while the shop is open.
struct Product: Equatable {
  let id: Int
  let name: String
  /// In cents, so that no sum is ever a rounded one.
  let cents: Int
  /// The stock keeping number.
  ///
  /// One product has 9007199254740993, which no Double can hold: a client that reads numbers as
  /// doubles sees another one.
  let sku: Int

  /// In euros, as JSON shows it.
  var price: Double { Double(cents) / 100 }
}

extension Product {
  /// What the list shows of a product.
  struct Summary: Encodable {
    let id: Int
    let name: String
    let price: Double
  }

  /// What `/products/{id}` shows.
  struct Detail: Encodable {
    let id: Int
    let name: String
    let price: Double
    let sku: Int
  }

  var summary: Summary { Summary(id: id, name: name, price: price) }
  var detail: Detail { Detail(id: id, name: name, price: price, sku: sku) }
}
