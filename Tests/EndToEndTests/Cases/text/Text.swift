import Accord

let textContract = Contract("Text") {
  Get("/hello").named("another text").expect(200) { Text("Hello, world") }
  Get("/hello").named("another pattern").expect(200) {
    Text(.matches("^[a-z]+$"))
    Text(.hasPrefix("Bye"))
    Text(.containsText("wide"))
  }
  Get("/hello").named("as it should be").expect(200) { Text(.hasSuffix("wörld\n")) }
  Get("/latin").named("in another encoding").expect(200) { Text("Jörg\n") }
  Get("/broken").named("not UTF-8").expect(200) { Text(.containsText("J")) }
  Get("/controls").named("what a terminal would obey").expect(200) { Text("nothing") }
}
