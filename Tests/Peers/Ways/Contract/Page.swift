import Accord

/// A page that a server gives to those who are let in.
let page = Contract("A page") {
  Get("/page").expect(200) { Text(.containsText("let in")) }
}
