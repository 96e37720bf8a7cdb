import Accord

let eventuallyContract = Contract("Eventually") {
  Get("/soon").eventually(within: .seconds(20), every: .milliseconds(10)).expect(200) {
    JSON(["state": "done"])
  }
  Get("/never").eventually(within: .milliseconds(100), every: .seconds(1)).expect(200) {
    JSON(["state": "done"])
  }
}
