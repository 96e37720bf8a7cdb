import Accord

let http2Contract = Contract("HTTP/2") {
  Get("/").expect(200) { JSON(["id": 2]) }
}
