import Hummingbird

/// `/products`: to be read only, as JSON or as XML.
struct ProductRoutes: Sendable {
  let catalogue: Catalogue

  var routes: [Route] {
    [
      Route(.get, "/products", statuses: [200, 304, 406, 412], handler: list),
      Route(.get, "/products/{id}", statuses: [200, 304, 400, 404, 406, 412], handler: show),
    ]
  }

  private struct List: Encodable {
    let products: [Product.Summary]
  }

  @Sendable private func list(_ request: Request, _ context: ShopContext) throws -> Response {
    let products = catalogue.products
    return try request.answer(
      .json(List(products: products.map(\.summary))), .xml(ProductXML.list(products)),
      caching: .lasting)
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    let id = try context.id()
    guard let product = catalogue[id] else { throw Problem.notFound("There is no product \(id).") }
    return try request.answer(
      .json(product.detail), .xml(ProductXML.detail(product)), caching: .lasting)
  }
}
