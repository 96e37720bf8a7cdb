import Accord

let products = Resource("/products", .allows(.get)) {
  Get("/products").tags(.smoke).expect(200) {
    representation("application/json", caching: "public, max-age=60")
    JSON([
      "products": .all(
        .count(10), .each(["id": .integer(1...), "name": .string, "price": .number(0.01...)]))
    ])
    JSON("$.products[?@.price > 20].name", .unordered(["Desk lamp", "Fountain pen"]))
  }
  Get("/products").named("GET /products as XML")
    .header(.accept, "application/json;q=0.5, application/xml").expect(200) {
      representation("application/xml", caching: "public, max-age=60")
      XML("count(/products/product)", 10)
      XML("//product[name = 'Ink & blotting paper']/price", 9.95)
      XML("//price", .each(.number(0.01...)))
      XMLSchema("Fixtures/products.xsd")
    }
  conditions(on: "/products")
}

// A product is read-only, so the methods that would change one can be probed without harm, too.
let product = Resource("/products/{id}", .example("id", 7), .allows(.get, probing: .unsafe)) {
  Get("/products/7").expect(200) {
    representation("application/json", caching: "public, max-age=60")
    // Numbers are compared digit by digit: no Double can hold this one.
    JSON(["id": 7, "name": "Desk lamp", "price": 39.95, "sku": 9_007_199_254_740_993])
  }
  Get("/products/7").named("GET /products/7 as XML").header(.accept, "application/xml")
    .expect(200) {
      representation("application/xml", caching: "public, max-age=60")
      XML(
        equals: """
          <product id="7">
            <name>Desk lamp</name>
            <price>39.95</price>
            <sku>9007199254740993</sku>
          </product>
          """)
    }
  conditions(on: "/products/7")
  for (id, status) in strangeIDs {
    Get("/products/\(id)").expect(status) { problem }
  }
}

let catalogueTag = Variable("catalogueTag")

let catalogueValidators = Scenario("Each format of the catalogue has its own validator") {
  Get("/products").header(.accept, "application/json").expect(200) {
    Header(.contentType, "application/json")
    Capture(catalogueTag, .header(.eTag))
  }
  Get("/products").header(.accept, "application/xml").expect(200) {
    Header(.eTag, .not(.variable(catalogueTag)))
  }
  Get("/products").header(.ifNoneMatch, #""other", \#(catalogueTag)"#).expect(304) {
    Header(.eTag, .variable(catalogueTag))
  }
}
