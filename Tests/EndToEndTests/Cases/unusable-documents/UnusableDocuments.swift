import Accord

private let name = Variable("name", .default("x"))

/// What is wrong with schemas, XPaths and documents is told before anything is sent.
let unusableDocumentsContract = Contract("Unusable documents") {
  Get("/json").expect(200) {
    JSONSchema("nowhere.json")
    JSONSchema("broken.json")
    JSONSchema("user.json#/definitions/usr")
    JSONSchema("user.json#definitions")
    JSONSchema(["type": "strnig"])
    JSONSchema(["pattern": "[0-9"])
    JSONSchema(["$ref": "https://example.com/user.json"])
    JSONSchema(["$ref": "missing.json"])
    JSONSchema(["const": "\(name)"])
    JSON(["user": .schema("user.json#/$defs")])
  }
  Get("/xml").expect(200) {
    XML("//product[", 1)
    XML("//s:product", 1)
    XML("//product", ["name": "Ink"])
    XML("//product", .nullable(.string))
    XML("//product", .each(.count(1)))
    XML(equals: "<a><b></a>")
    XML(equals: .file("user.json"))
    XML(equals: .file("nowhere.xml"))
    XMLSchema("nowhere.xsd")
    XMLSchema("user.json")
    XMLSchema("broken.xsd")
    RelaxNG("broken.xsd")
  }
  Get("/captures").expect(200) {
    Capture(name, .text(matching: "(a)(b)"))
    Capture(name, .header(.location, matching: "(a"))
    Capture(name, .xpath("//a b"))
  }
}
