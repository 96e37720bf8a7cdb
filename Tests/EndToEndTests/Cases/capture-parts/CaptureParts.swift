import Accord

private let id = Variable("id")
private let token = Variable("token")
private let total = Variable("total")
private let open = Variable("open")
private let ways = ["o": "urn:orders"]

let capturePartsContract = Contract("Parts of responses") {
  Scenario("XPath and regular expressions bind") {
    Post("/orders").expect(201) {
      Capture(id, .header(.location, matching: "/orders/([0-9]+)$"))
      Capture(token, .xpath("/o:order/o:token", namespaces: ways))
      Capture(total, .xpath("sum(//o:price)", namespaces: ways))
      Capture(open, .xpath("//o:open = 'yes'", namespaces: ways))
    }
    Post("/orders/\(id)").json([
      "token": "\(token)", "total": .variable(total), "open": .variable(open),
    ])
    .expect(200) { JSON(["total": .variable(total), "open": .variable(open)]) }
    Get("/page").expect(200) { Capture(token, .text(matching: "csrf-[a-z]+")) }
    Get("/page").query("csrf", "\(token)").expect(404)
  }
  Get("/page").named("nothing matches").expect(200) {
    Capture(id, .text(matching: "id=([0-9]+)"))
    Capture(id, .header(.contentType, matching: "charset=(.+)"))
  }
  Post("/orders").named("no node and several").expect(201) {
    Capture(id, .xpath("//nothing"))
    Capture(id, .xpath("//o:price", namespaces: ways))
  }
}
