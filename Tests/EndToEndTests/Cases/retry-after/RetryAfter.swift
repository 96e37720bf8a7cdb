import Accord

let retryAfterContract = Contract("Retry-After", .serialized) {
  Get("/limited").expect(200)
  Put("/busy").json(["a": 1]).expect(204)
  Post("/limited").json(["a": 1]).expect(201)
  Get("/observed")
  Get("/wrong").expect(200)
  Get("/expected").expect(429) { Header(.retryAfter, "60") }
  Post("/busy").json(["a": 1]).expect(201)
  Get("/long").expect(200)
  Get("/garbage").expect(200)
  Get("/twice").expect(200)
}
