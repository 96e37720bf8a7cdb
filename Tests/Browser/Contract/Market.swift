import Accord

/// Something of everything that the HTML report shows: each outcome, each kind of content, text that
/// a browser would run.
let market = Contract("Market API </title><script>window.broken = 1</script>") {
  products
  product
  orders
  returns
  hostile
  odds
}

let product = Resource("/products/{id}", .example("id", 1), .allows(.get, .put)) {}

let products = Resource("/products", .allows(.get, .post, .options), .tags("catalogue")) {
  Get("/products").query("limit", "2").tags("smoke").expect(200) {
    Header(.contentType, .hasPrefix("application/json"))
    JSON(["products": .each(["id": .integer(1...), "name": .string, "price": .number])])
    Within(.seconds(5))
  }
  Get("/products/1").expect(200) {
    JSON(["id": 1, "name": "Teapot", "price": .number, "stock": 12])
    JSON("$.tags", .contains("kitchen"))
    Header(.cacheControl, "max-age=60")
  }
  Get("/products/1").header(.accept, "application/xml").named("A product as XML").expect(200) {
    XML("count(//product)", 1)
    XML("//product/price", .number)
  }
  Get("/products/2").expect(200) { JSON(["id": 2, "name": .string]) }
  Get("/products/0").expect(404)
  Get("/products/99").expect(404)
  Get("/products/1/picture").expect(200) { Header(.contentType, "image/png") }
  Get("/products/1/manual").expect(200) {
    Text(.equal(to: "Fill the pot.\nBoil the water.\nWait for four minutes.\n"))
  }
  Get("/products/all").tags("slow").expect(200) { Within(.milliseconds(50)) }
  Get("/moved").followRedirects().expect(200)
}

let order = Variable("order")
let token = Variable("token", .secret)

let orders = Scenario("An order is placed, changed and cancelled", .tags("smoke", "orders")) {
  Post("/orders").json(["product": 1, "quantity": 2, "note": "Please wrap it <b>well</b>"])
    .header(.authorization, "Bearer \(token)")
    .expect(201) {
      Header(.location, .matches("^/orders/[0-9]+$"))
      JSON(["id": .integer, "quantity": 2])
      Capture(order, .json("$.id"))
    }
  Cleanup { Delete("/orders/\(order)").expect(.oneOf(204, 404)) }
  Get("/orders/\(order)").expect(200) { JSON(["id": .variable(order), "state": "open"]) }
  Put("/orders/\(order)").json(["quantity": 3]).expect(200) {
    JSON(["id": .variable(order), "quantity": 3, "state": "open"])
  }
  Delete("/orders/\(order)").expect(204) { NoBody() }
}

let returns = Resource("/returns", .tags("orders")) {
  Get("/returns").expect(200)
  Post("/returns").json(["order": 7]).expect(.oneOf(201, 202))
  Get("/returns/1").disabled("MARKET-12: comes in autumn").expect(200)
  Get("/returns/2").knownIssue("MARKET-34: answers 500 while the stock is counted").expect(200)
  Get("/returns/3").knownIssue("MARKET-35: was mended last week").expect(200)
  Get("/returns/4").retry(upTo: 2).expect(200)
  Get("/returns/cut").expect(200)
  Get("/returns/silent").timeout(.milliseconds(300)).expect(200)
  Get("/returns/observed")
}

/// What must stay text.
let hostile = Group("Hostile <img src=x onerror='window.broken = 2'>") {
  Get("/hostile/script").tags("</script><script>window.broken = 3</script>").expect(200) {
    JSON(["name": "harmless"])
    Text(.equal(to: "</script><script>window.broken = 4</script>"))
  }
  Get("/hostile/bidi").expect(200) { Header("X-Name", "user \u{202E}nimda") }
  Get("/hostile/html").expect(200) { Text("<!--<script>") }
  Get("/hostile/secret").expect(200) { Header("X-Echo", "nothing") }
}

let odds = Group("Odds and ends") {
  Post("/upload").multipart(.field("name", "label"), .field("size", "small")).expect(200)
  Post("/form").form(["name": "Ada Lovelace", "city": "London & Paris"]).expect(200)
  Put("/document").xml("<order><product>1</product></order>").expect(204)
  Head("/products").expect(200)
  Get("/large").expect(200) { Header("X-Size", "large") }
  Get("/many-fields").named("A head of many fields").expect(200)
}
