import Accord

let fieldsContract = Contract("Header fields") {
  Get("/").named("absent").expect(200) { Header(.location, .any) }
  Get("/").named("misspelt").expect(200) { Header("Cache-Contrl", "no-store") }
  Get("/").named("another value").expect(200) { Header(.contentType, "application/json") }
  Get("/").named("another pattern").expect(200) {
    Header(.contentType, .hasPrefix("application/"))
    Header("ETag", .matches("^\"[0-9a-f]{8}\"$"))
    Header("X-Count", .integer)
    Header("Last-Modified", .httpDate)
    Header("X-Request", .uuid)
  }
  Get("/").named("must not be there").expect(200) { NoHeader("X-Powered-By") }
  Get("/").named("all lines").expect(200) {
    Header("Set-Cookie", all: .each(.containsText("Secure")))
    Header("Set-Cookie", all: .count(3))
    Header("Set-Cookie", all: ["a=1; Secure"])
  }
  Get("/").named("as it should be").expect(200) {
    Header(.contentType, "text/plain")
    Header("Set-Cookie", all: .contains(.hasPrefix("b=")))
    NoHeader(.location)
  }
}
