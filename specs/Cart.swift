import Accord

let anyItem: JSONPattern = .exactly([
  "id": .integer(1...), "product": .integer(1...10), "quantity": .integer(1...100),
])

let cart = Resource("/cart", .allows(.get, .post)) {
  Get("/cart").expect(200) {
    representation("application/json")
    JSON(["items": .each(anyItem), "total": .integer(0...)])
  }
  conditions(on: "/cart")

  refusals(of: Post("/cart"))
  for (flaw, item) in unacceptableItems {
    Post("/cart").json(item).named("POST /cart with \(flaw)").expect(422) {
      problem
      errors
    }
  }
  Post("/cart").json(["product": 7, "quantity": 2]).header(.ifMatch, stale).expect(412) {
    problem
  }
}

let unacceptableItems: [(flaw: String, item: JSONValue)] = [
  ("none of a product", ["product": 7, "quantity": 0]),
  ("half a product", ["product": 7, "quantity": 0.5]),
  ("a number in quotes", ["product": 7, "quantity": "2"]),
  ("a product that does not exist", ["product": 0, "quantity": 2]),
]

// Methods are probed at the example. Nobody has this one, so that no scenario is disturbed.
let cartItem = Resource("/cart/{id}", .example("id", 0), .allows(.get, .put, .delete)) {
  for (id, status) in strangeIDs {
    Get("/cart/\(id)").expect(status) { problem }
    Put("/cart/\(id)").json(["quantity": 3]).expect(status) { problem }
    Delete("/cart/\(id)").expect(status) { problem }
  }
}

let item = Variable("item")
let otherItem = Variable("otherItem")
let itemTag = Variable("itemTag")

let cartItemsDiffer = Scenario("Two items of one product have two ids") {
  Post("/cart").json(["product": 4, "quantity": 1]).expect(201) { Capture(item, .json("$.id")) }
  Cleanup { Delete("/cart/\(item)").expect(.oneOf(204, 404)) }

  Post("/cart").json(["product": 4, "quantity": 1]).expect(201) {
    JSON(["id": .not(.variable(item))])
    Capture(otherItem, .json("$.id"))
  }
  Cleanup { Delete("/cart/\(otherItem)").expect(.oneOf(204, 404)) }
}

let cartItemLifecycle = Scenario("A cart item is added, changed and removed", .tags(.smoke)) {
  Post("/cart").json(["product": 7, "quantity": 2]).expect(201) {
    JSON(.exactly(["id": .integer(1...), "product": 7, "quantity": 2]))
    Capture(item, .json("$.id"))
    Header(.location, "/cart/\(item)")
  }
  Cleanup { Delete("/cart/\(item)").expect(.oneOf(204, 404)) }

  Get("/cart/\(item)").expect(200) {
    representation("application/json")
    JSON(.exactly(["id": .variable(item), "product": 7, "quantity": 2]))
  }
  // To read is not to change.
  Get("/cart/\(item)").expect(200) { JSON(["quantity": 2]) }
  conditions(on: "/cart/\(item)")

  Put("/cart/\(item)").json(["quantity": 3]).expect(200) {
    JSON(["id": .variable(item), "quantity": 3])
  }
  Get("/cart/\(item)").expect(200) { JSON(["quantity": 3]) }
  Get("/cart").expect(200) {
    JSON("$.items", .contains(["id": .variable(item), "product": 7, "quantity": 3]))
  }
  Delete("/cart/\(item)").expect(204) { NoBody() }
  Get("/cart/\(item)").expect(404) { problem }
  Delete("/cart/\(item)").expect(404) { problem }
}

let cartItemUnderConditions = Scenario("A cart item is changed only in the state that was seen") {
  Post("/cart").json(["product": 2, "quantity": 1]).expect(201) {
    Capture(item, .json("$.id"))
    Capture(itemTag, .header(.eTag))
  }
  Cleanup { Delete("/cart/\(item)").expect(.oneOf(204, 404)) }

  Put("/cart/\(item)").json(["quantity": 5]).header(.ifMatch, "\(itemTag)").expect(200)
  // The state that was seen is gone.
  Put("/cart/\(item)").json(["quantity": 9]).header(.ifMatch, "\(itemTag)").expect(412) { problem }
  Delete("/cart/\(item)").header(.ifMatch, "\(itemTag)").expect(412) { problem }
  Get("/cart/\(item)").expect(200) { JSON(["quantity": 5]) }
}

let cartItemRefusals = Scenario("What is refused leaves a cart item as it was") {
  Post("/cart").json(["product": 8, "quantity": 4]).expect(201) { Capture(item, .json("$.id")) }
  Cleanup { Delete("/cart/\(item)").expect(.oneOf(204, 404)) }

  refusals(of: Put("/cart/\(item)"))
  Put("/cart/\(item)").json(["product": 1, "quantity": 4]).expect(422) {
    JSON("$.errors", [["pointer": "/product", "detail": .containsText("cannot be changed")]])
  }
  Get("/cart/\(item)").expect(200) { JSON(["product": 8, "quantity": 4]) }
}
