import Accord

let httpbinDocuments = Group("Documents") {
  Get("/json").expect(200) {
    Header(.contentType, "application/json")
    JSON([
      "slideshow": .exactly([
        "author": "Yours Truly", "date": "date of publication", "title": "Sample Slide Show",
        "slides": .all(.count(2), .each(["title": .string, "type": "all"])),
      ])
    ])
    JSON("$..title", .unordered(["Sample Slide Show", "Wake up to WonderWidgets!", "Overview"]))
    JSON("$.slideshow.slides[?@.items].items[0]", ["Why <em>WonderWidgets</em> are great"])
    JSON("$.slideshow.pages", .absent)
  }
  Get("/json").named("GET /json by its schema").expect(200) {
    JSONSchema("Schemas/slideshow.json")
    JSONSchema(["type": "object", "required": ["slideshow"], "maxProperties": 1])
    JSON(["slideshow": ["slides": .each(.schema("Schemas/slideshow.json#/$defs/slide"))]])
  }
  for method in [.get, .post, .put, .patch, .delete] as [Method] {
    Request(method, "/anything?a=1&a=2").named("\(method) /anything by its schema").expect(200) {
      JSONSchema("Schemas/anything.json", formats: .assertion)
      JSON("$.headers", .schema("Schemas/anything.json#/$defs/fields"))
    }
  }
  Get("/uuid").named("GET /uuid by its schema").expect(200) {
    JSONSchema(
      ["properties": ["uuid": ["format": "uuid"]], "required": ["uuid"]], draft: .draft2019,
      formats: .assertion)
  }

  Get("/xml").expect(200) {
    Header(.contentType, "application/xml")
    XMLSchema("Schemas/slideshow.xsd")
    RelaxNG("Schemas/slideshow.rng")
    XML("/slideshow/@title", "Sample Slide Show")
    XML("count(//slide)", 2)
    XML("//slide", .count(2))
    XML("//slide/title", ["Wake up to WonderWidgets!", "Overview"])
    XML("//slide/@type", .each("all"))
    XML("//item", .count(3))
    XML("//item[1]", "Why WonderWidgets are great")
    XML("//item/em", .unordered(["buys", "WonderWidgets"]))
    XML("//item", .contains(.hasPrefix("Who buys")))
    XML("//slide[3]", .absent)
    XML("boolean(//slide[title = 'Overview'])", true)
    XML("concat(/slideshow/@author, ', ', /slideshow/@date)", "Yours Truly, Date of publication")
    XML("string-length(//slide[1]/title)", .integer(20...30))
    XML(equals: .file("Fixtures/slideshow.xml"))
  }
  Get("/image/svg").expect(200) {
    Header(.contentType, "image/svg+xml")
    XML("/svg:svg/svg:title", "SVG Logo", namespaces: svg)
    XML("//svg:a/@xlink:href", .contains("http://www.w3.org/Graphics/SVG/"), namespaces: svg)
    XML("/svg", .absent)
    XML("/svg:svg/@width", "100%", namespaces: svg)
  }
  Get("/html").expect(200) {
    // What is HTML by its type may be well-formed all the same.
    XML("/html/body/h1", "Herman Melville - Moby-Dick")
    XML("string-length(//p) > 3000", true)
  }
}

let svg = ["svg": "http://www.w3.org/2000/svg", "xlink": "http://www.w3.org/1999/xlink"]

let lastLink = Variable("lastLink", .link)

let httpbinLinks = Scenario("A link that an XPath finds leads on") {
  Get("/links/3/1").expect(200) {
    XML("//a", ["0", "2"])
    XML("//a/@href", .each(.matches("^/links/3/[02]$")))
    Capture(lastLink, .xpath("//a[last()]/@href"))
  }
  Get(lastLink).expect(200) {
    XML("//a", ["0", "1"])
    Capture(lastLink, .text(matching: "href='([^']+)'"))
  }
  Get(lastLink).named("GET the first link").expect(200) { XML("//a", ["1", "2"]) }
}
