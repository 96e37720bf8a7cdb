import Accord

let brokenDocuments = Group("Documents") {
  Get("/json").named("JSON Schema").expect(200) {
    JSONSchema("../Schemas/brokenSlideshow.json", formats: .assertion)
    JSONSchema(["type": "array"])
    JSONSchema(["oneOf": [["required": ["slides"]], ["required": ["slideshow", "page"]]]])
    JSON(["slideshow": .schema("../Schemas/slideshow.json#/$defs/slide")])
  }
  Get("/html").named("JSON Schema of HTML").expect(200) { JSONSchema(["type": "object"]) }

  Get("/xml").named("XPath").expect(200) {
    XML("/slideshow/@title", "Sample Slideshow")
    XML("//slide/title", "Overview")
    XML("count(//slide)", 3)
    XML("//item", .count(2))
    XML("//item", .each(.hasPrefix("Wh")))
    XML("//slide/@type", ["all", "tech"])
    XML("//slide[3]", .any)
    XML("//slide[2]", .absent)
    XML("//em", .number)
    XML("//title[1]", .contains("Underview"))
    XML("//em", .unordered(["buys", "sells"]))
    XML("boolean(//slide[@type = 'exec'])", true)
    XML("/s:slideshow", .any, namespaces: ["s": "urn:slides"])
  }
  Get("/xml").named("the same document").expect(200) {
    XML(equals: "<slideshow title='Sample Slide Show'/>")
    XML(equals: .file("../Fixtures/otherSlideshow.xml"))
  }
  Get("/xml").named("schemas").expect(200) {
    XMLSchema("../Schemas/brokenSlideshow.xsd")
    RelaxNG("../Schemas/brokenSlideshow.rng")
  }
  Get("/json").named("XML of JSON").expect(200) {
    XML("//title", "Overview")
    XMLSchema("../Schemas/slideshow.xsd")
    RelaxNG("../Schemas/slideshow.rng")
    XML(equals: "<a/>")
  }
  Get("/status/200").named("XML of nothing").expect(200) {
    XML("//title", "Overview")
    XMLSchema("../Schemas/slideshow.xsd")
    JSONSchema(["type": "object"])
  }
  Get("/image/svg").named("a namespace forgotten").expect(200) { XML("/svg/title", "SVG Logo") }

  Scenario("An XPath that finds too much") {
    Get("/xml").expect(200) { Capture(missing, .xpath("//title")) }
    Get("/anything/\(missing)").expect(200)
  }
  Scenario("An expression that finds nothing") {
    Get("/robots.txt").expect(200) { Capture(missing, .text(matching: "Allow: (.+)")) }
    Get("/anything/\(missing)").expect(200)
  }
  Scenario("A field that does not match") {
    Get("/redirect/1").expect(302) {
      Capture(missing, .header(.location, matching: "/page/([0-9]+)"))
    }
    Get("/anything/\(missing)").expect(200)
  }
}
