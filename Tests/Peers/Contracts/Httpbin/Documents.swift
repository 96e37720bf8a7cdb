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
}
