import Accord

/// What the proxy knows a request by: each step of each repetition has one of its own.
private let visit = Variable("visit", .uuid)

/// Steps of every method that the Shop has, each for itself: what the proxy does to one concerns no other.
let soak = Contract("Soak") {
  Get("/health").query("visit", "\(visit)").expect(200) { JSON(["status": "ok"]) }
  Get("/products").query("visit", "\(visit)").expect(200) { JSON(["products": .count(10)]) }
  Get("/products/7").query("visit", "\(visit)").expect(200) { JSON(["name": "Desk lamp"]) }
  Get("/users/1").query("visit", "\(visit)").expect(200) { JSON(["name": "Ada"]) }
  Get("/users/0").query("visit", "\(visit)").expect(404)
  Head("/products").query("visit", "\(visit)").expect(200)
  Options("/products").query("visit", "\(visit)").expect(.success)
  Delete("/cart/0").query("visit", "\(visit)").expect(404)
  Put("/cart/0").query("visit", "\(visit)").json(["quantity": 3]).expect(404)
  Post("/contact").query("visit", "\(visit)").form(["message": "Ink & paper"]).expect(200)
  Post("/cart").query("visit", "\(visit)").json(["product": 0, "quantity": 1]).expect(422)
}
