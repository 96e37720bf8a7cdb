import Accord

private let secret = Variable("client", .secret)

/// An API behind OAuth 2: all steps with one token, which the contract itself asks for.
let tokens = Contract(
  "Tokens",
  .auth(
    .oauth2(
      tokenURL: "/token", clientID: "shop-tests", clientSecret: "\(secret)", scopes: "read", "write"
    ))
) {
  for number in 0..<40 { Get("/page").query("n", "\(number)").expect(200) { Text("let in") } }
  Scenario("A token that is taken back is replaced") {
    Get("/page").expect(200)
    Delete("/tokens").auth(.none).expect(204)
    Post("/page").named("with the next token").expect(200)
    Get("/page").auth(.none).expect(401)
  }
}

/// How many tokens were given so far.
let given = Contract("Tokens given") {
  Get("/count").expect(200) { JSON(["given": 2]) }
}
