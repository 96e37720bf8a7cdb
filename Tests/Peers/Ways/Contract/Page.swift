import Accord

/// A page that a server gives to those who are let in.
let page = Contract("A page") {
  Get("/page").expect(200) { Text(.containsText("let in")) }
}

private let apiKey = Variable("key", .secret)

/// The page for those who have a key, in a field and in the query.
let key = Contract("A key") {
  Get("/page").auth(.apiKey("\(apiKey)", in: .header("X-API-Key"))).named("field").expect(200)
  Get("/page").auth(.apiKey("\(apiKey)", in: .query("key"))).named("query").expect(200)
  Get("/page").expect(401)
}

/// What no server answers, so that the command is printed that sends the request again.
let failing = Contract("A page that is none") { Get("/page").expect(418) }
