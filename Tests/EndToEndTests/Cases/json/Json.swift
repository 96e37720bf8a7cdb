import Accord

let jsonContract = Contract("JSON") {
  Get("/user").named("types and values").expect(200) {
    JSON([
      "id": .string, "name": "Anna", "age": .integer(18...30), "admin": true, "manager": .string,
      "score": 0.5, "email": .email, "born": .date, "seen": .dateTime, "key": .uuid,
    ])
  }
  Get("/user").named("missing, misspelt, absent").expect(200) {
    JSON(["surname": .string, "emial": .string, "password": .absent])
  }
  Get("/user").named("nothing else").expect(200) {
    JSON(["address": .exactly(["street": "Main Street 1"])])
  }
  Get("/user").named("arrays").expect(200) {
    JSON(["tags": ["red", "green", "blue"]])
    JSON(["tags": .count(3...)])
    JSON(["tags": .each(.hasPrefix("r"))])
    JSON(["tags": .contains("yellow")])
    JSON(["tags": .unordered(["green", "yellow"])])
  }
  Get("/user").named("alternatives").expect(200) {
    JSON(["age": .oneOf(.null, .string)])
    JSON(["id": .all(.integer, .integer(8...))])
    JSON(["name": .not("Bert")])
  }
  Get("/user").named("paths").expect(200) {
    JSON("$.tags[0]", "blue")
    JSON("$.tags[*]", .count(3))
    JSON("$.nowhere", 1)
    JSON("$.address['street']", "Main Street 1")
  }
  Get("/user").named("as it should be").expect(200) {
    JSON(["id": 7, "name": "Bert", "age": 40.0, "manager": nil])
    JSON(["tags": .unordered(["green", "red"])])
  }
  Get("/numbers").named("exact numbers").expect(200) {
    JSON(["large": 9007199254740992, "tenth": .number("0.30000000000000000001"), "one": 1])
  }
  Get("/twice").named("a member twice").expect(200) { JSON(["id": 1]) }
  Get("/list").named("another kind").expect(200) { JSON(["id": 1]) }
  Get("/list").named("many elements").expect(200) { JSON(.each(["id": .string])) }
}
