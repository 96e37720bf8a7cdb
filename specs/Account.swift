import Accord

/// What opens the account; no report shows it, and neither does `-v`.
///
/// Another shop's token is given by the environment: `ACCORD_SECRET_token=…`.
let token = Variable("token", .secret, .default("shop-secret-token"))

let account = Resource("/account", .allows(.get), .auth(.bearer(token))) {
  Get("/account").expect(200) {
    representation("application/json", caching: "private, no-cache")
    JSON(["user": 1, "credit": .close(to: 25.5, within: 0.005), "currency": .matches("^[A-Z]{3}$")])
  }
  conditions(on: "/account")

  for (credentials, authorization) in strangers {
    Get("/account").auth(authorization).named("GET /account with \(credentials)").expect(401) {
      Header(.wwwAuthenticate, #"Bearer realm="shop""#)
      problem
    }
  }
}

let strangers: [(credentials: String, authorization: Authorization)] = [
  ("no token", .none),
  ("a wrong token", .bearer("guess")),
  ("a password", .basic(user: "ada", password: "lovelace")),
]
