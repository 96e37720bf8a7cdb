import Accord

let unixSocketContract = Contract("Elsewhere") {
  Get("/").expect(200)
}
