// The files of the new package that are Swift. Its contract is what somebody new reads first: it says
// one thing at a time, and every line of it holds for the sample API.

extension PackageDraft {
  var manifest: String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: \(name.swiftLiteral),
      platforms: [.macOS(.v15)],
      dependencies: [
        \(source.dependency)
      ],
      targets: [
        .executableTarget(
          name: "specs",
          dependencies: [.product(name: "Accord", package: \(source.identity.swiftLiteral))],
          path: "specs")
      ]
    )

    """
  }

  var program: String {
    """
    import Accord

    // Contracts live in the other files: what is global there is made when it is first used.
    await Accord.run(contract)

    """
  }

  var contract: String {
    """
    import Accord

    /// What the API promises: one `let` for each resource and each scenario, here or in other files.
    ///
    /// They are reported in this order and run side by side.
    let contract = Contract(\(arguments)) {
      products
      product
      cart
      cartItem
    }

    // A resource has these methods and no others: GET is tried below, and what is not allowed must be
    // refused with 405. A pattern looks like the JSON that it matches; members that it does not name
    // may be there.
    let products = Resource("/products", .allows(.get)) {
      Get("/products").tags("smoke").expect(200) {
        Header(.contentType, .hasPrefix("application/json"))
        JSON(["products": .each(["id": .integer(1...), "name": .string, "price": .number(0.01...)])])
        Within(.seconds(5))
      }
      Get("/products").named("GET /products as XML").header(.accept, "application/xml").expect(200) {
        XML("count(//product)", 10)
        XML("//product/price", .each(.number(0.01...)))
      }
    }

    // A contract is plain Swift: a loop makes a step of each row.
    let product = Resource("/products/{id}", .example("id", 7), .allows(.get)) {
      Get("/products/7").expect(200) {
        JSON(["id": 7, "name": "Desk lamp", "price": 39.95])
      }
      for (id, status) in strangeIDs {
        Get("/products/\\(id)").expect(status)
      }
    }

    let strangeIDs: [(id: String, status: StatusPattern)] = [("0", 404), ("abc", 400)]

    let cart = Resource("/cart", .allows(.get, .post)) {
      Get("/cart").expect(200) {
        JSON(["items": .each(["id": .integer, "quantity": .integer(1...)])])
      }
      Post("/cart").json(["product": 7, "quantity": 0]).expect(422)
    }

    /// What one step captures, later ones of its scenario use.
    let item = Variable("item")

    // The steps of a scenario keep their order. When one fails, the others are skipped, and clean-ups
    // run all the same.
    let cartItem = Scenario("An item is put into the cart, changed and taken out", .tags("smoke")) {
      Post("/cart").json(["product": 7, "quantity": 2]).expect(201) {
        Capture(item, .json("$.id"))
        Header(.location, "/cart/\\(item)")
      }
      Cleanup { Delete("/cart/\\(item)").expect(.oneOf(204, 404)) }

      Put("/cart/\\(item)").json(["quantity": 3]).expect(200) {
        JSON(["id": .variable(item), "product": 7, "quantity": 3])
      }
      Delete("/cart/\\(item)").expect(204) { NoBody() }
      Get("/cart/\\(item)").expect(404)
    }

    """
  }

  private var arguments: String {
    name.swiftLiteral + (serverURL.map { ", .baseURL(\($0.swiftLiteral))" } ?? "")
  }
}
