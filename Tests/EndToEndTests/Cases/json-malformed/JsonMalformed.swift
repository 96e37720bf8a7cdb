import Accord

let jsonMalformedContract = Contract("What is no JSON") {
  Get("/comma").expect(200) { JSON(["id": .integer]) }
  Get("/cut").expect(200) { JSON(["id": .integer]) }
  Get("/html").expect(200) { JSON(["id": .integer]) }
  Get("/nothing").expect(200) { JSON(["id": .integer]) }
  Get("/latin").expect(200) { JSON(["name": .string]) }
}
