import Accord

private let client = Variable("client", .secret)

/// Steps with an access token, of a server that tells everything that it is told.
let oauth2Contract = Contract(
  "OAuth 2",
  .auth(
    .oauth2(
      tokenURL: "/token", clientID: "shop tests", clientSecret: "\(client)", scopes: "read", "write"
    ))
) {
  Get("/page").expect(200) { Text("let in") }
  Get("/echo").expect(200) { Text("nothing") }
  Get("/ended").expect(200)
  Get("/refused").expect(401)
  Get("/public").auth(.none).expect(200)
}
