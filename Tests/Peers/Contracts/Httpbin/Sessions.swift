import Accord

let httpbinCookies = Scenario("Cookies are kept and removed", .cookies) {
  Get("/cookies").expect(200) { JSON(.exactly(["cookies": .exactly([:])])) }
  Get("/cookies/set/flavour/vanilla").expect(302) {
    Header(.setCookie, "flavour=vanilla; Path=/")
    Header(.location, "/cookies")
  }
  Get("/cookies").expect(200) { JSON(["cookies": .exactly(["flavour": "vanilla"])]) }
  Get("/cookies/set?size=2&colour=red").followRedirects().expect(200) {
    JSON(["cookies": .exactly(["flavour": "vanilla", "size": "2", "colour": "red"])])
  }
  Get("/cookies/set?a=1&b=2").expect(302) {
    Header(.setCookie, all: ["a=1; Path=/", "b=2; Path=/"])
    Header(.setCookie, all: .each(.hasSuffix("; Path=/")))
  }
  Get("/cookies/delete?size&a&b").followRedirects().expect(200) {
    JSON(["cookies": .exactly(["flavour": "vanilla", "colour": "red"])])
  }
}

let httpbinCookiesNotKept = Scenario("Cookies are not kept unasked") {
  Get("/cookies/set/flavour/vanilla").followRedirects().expect(200) {
    JSON(["cookies": .exactly([:])])
  }
  Get("/cookies").header(.cookie, "by=hand; and=more").expect(200) {
    JSON(["cookies": .exactly(["by": "hand", "and": "more"])])
  }
}

let httpbinAuthorization = Group("Credentials") {
  let path = "/basic-auth/ada/love%20%26%20lace"
  Get(path).expect(401) {
    Header(.wwwAuthenticate, #"Basic realm="Fake Realm""#)
    NoBody()
  }
  Get(path).auth(.basic(user: "ada", password: "love & lace")).expect(200) {
    JSON(.exactly(["authenticated": true, "user": "ada"]))
  }
  for (what, authorization) in [
    ("another's name", .basic(user: "bob", password: "love & lace")),
    ("a wrong password", .basic(user: "ada", password: "lace")),
    ("a token", .bearer("ada-lovelace")),
  ] as [(String, Authorization)] {
    Get(path).auth(authorization).named("GET /basic-auth with \(what)").expect(401)
  }
  Get("/basic-auth/zo%C3%AB/%C3%A9clair").auth(.basic(user: "zoë", password: "éclair")).expect(200)
  {
    JSON(["user": "zoë"])
  }
  Get("/hidden-basic-auth/u/p").expect(404)
  Get("/hidden-basic-auth/u/swordfish").auth(.basic(user: "u", password: "swordfish")).expect(200)

  Get("/bearer").expect(401) { Header(.wwwAuthenticate, "Bearer") }
  Get("/bearer").auth(.basic(user: "u", password: "swordfish")).named("GET /bearer with a password")
    .expect(401)
  Get("/bearer").auth(.bearer(bearerToken)).expect(200) {
    JSON(.exactly(["authenticated": true, "token": .variable(bearerToken)]))
  }
  Get("/digest-auth/auth/u/p").expect(401) {
    Header(.wwwAuthenticate, .matches(#"^Digest realm="[^"]+", nonce="[0-9a-f]{32}", "#))
    Header(.setCookie, all: .count(2))
  }
}
