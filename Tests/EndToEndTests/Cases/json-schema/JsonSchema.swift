import Accord

private let point = SchemaSource.literal([
  "type": "object", "required": ["x", "y"],
  "additionalProperties": ["type": "integer", "minimum": 0],
])

let jsonSchemaContract = Contract("JSON Schema") {
  Get("/user").named("a file, and the file that it refers to").expect(200) {
    JSONSchema("user.json")
  }
  Get("/user").named("formats as demands").expect(200) {
    JSONSchema("user.json#/properties/email", formats: .assertion)
    JSONSchema("user.json", formats: .assertion)
  }
  Get("/user").named("in a pattern").expect(200) {
    JSON(["address": .schema("user.json#/$defs/address"), "tags": .each(.schema(["type": "null"]))])
    JSON("$.tags[1]", .schema(["maxLength": 3]))
    JSON(["address": .not(.schema("user.json#/$defs/address"))])
  }
  Get("/shapes").named("the closest of several").expect(200) {
    JSONSchema("shapes.json")
  }
  Get("/point").named("a literal").expect(200) { JSONSchema(point) }
  Get("/point").named("an older draft").expect(200) {
    JSONSchema(["minimum": 3, "exclusiveMinimum": true], draft: .draft4)
    JSONSchema("number.json", draft: .draft4)
  }
  Get("/user").named("documents provided").expect(200) {
    JSONSchema("account.json", resources: ["user.json"])
  }
  Get("/user").named("as it should be").expect(200) {
    JSONSchema(true)
    JSONSchema(["properties": ["id": ["const": "7"]]])
    JSON(["tags": .schema(["uniqueItems": true])])
  }
  Get("/user").named("bounded").expect(200) {
    JSON(["note": .schema(["pattern": "^(a*)*\\1b"])])
  }
}
