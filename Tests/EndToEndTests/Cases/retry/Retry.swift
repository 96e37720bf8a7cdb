import Accord

let retryContract = Contract("Retries") {
  Get("/once-broken").retry(upTo: 1).expect(200)
  Get("/broken").retry(upTo: 1).expect(200)
  Get("/answered").retry(upTo: 3).expect(200)
  Post("/unsafe").json(["a": 1]).expect(201)
}
