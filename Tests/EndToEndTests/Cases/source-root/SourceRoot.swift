import Accord

let sourceRootContract = Contract("Files elsewhere") {
  Post("/orders").body(.file("fixtures/order.json"), type: "application/json").expect(201) {
    JSON(["product": 7])
  }
}
