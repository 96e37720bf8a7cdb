import Accord

let httpbinRedirects = Group("Redirects") {
  for path in ["/redirect/3", "/relative-redirect/3"] {
    Get(path).expect(302) { Header(.location, "/relative-redirect/2") }
  }
  Get("/absolute-redirect/3").expect(302) {
    Header(.location, .all(.uri, .hasSuffix("/absolute-redirect/2")))
  }
  for path in ["/redirect/3", "/relative-redirect/3", "/absolute-redirect/3"] {
    Get(path).followRedirects().expect(200) {
      JSON(["url": .hasSuffix("/get")])
      Check("it ends at /get") { $0.url.hasSuffix("/get") }
    }
    Head(path).followRedirects(upTo: 3).expect(200) { NoBody() }
  }
}

/// What becomes of the method and the content (RFC 9110 sections 15.4.2 to 15.4.9).
let httpbinRedirectedMethods = Group("Redirected methods") {
  for (status, becomes, data) in [
    (301, "GET", ""), (302, "GET", ""), (303, "GET", ""), (307, "POST", "kept"),
    (308, "POST", "kept"),
  ] {
    Post("/redirect-to?url=/anything/there&status_code=\(status)").body(.text("kept"))
      .followRedirects().expect(200) {
        JSON([
          "method": .string(becomes), "data": .string(data), "url": .hasSuffix("/anything/there"),
        ])
      }
  }
  for status in [301, 302, 307, 308] {
    Put("/redirect-to?url=/anything/there&status_code=\(status)").body(.text("kept"))
      .followRedirects().expect(200) { JSON(["method": "PUT", "data": "kept"]) }
  }
  Put("/redirect-to?url=/anything/there&status_code=303").body(.text("dropped"))
    .followRedirects().expect(200) { JSON(["method": "GET", "data": ""]) }
}

let nextPage = Variable("nextPage", .link)

let httpbinRedirectsByHand = Scenario("A captured link leads on") {
  Get("/redirect/2").expect(302) { Capture(nextPage, .header(.location)) }
  Get(nextPage).named("the second hop").expect(302) { Capture(nextPage, .header(.location)) }
  Get(nextPage).named("the end").expect(200) { JSON(["url": .hasSuffix("/get")]) }
  Get("/absolute-redirect/1").expect(302) { Capture(nextPage, .header(.location)) }
  Get(nextPage).named("an absolute link").expect(200) { JSON(["url": .hasSuffix("/get")]) }
}

let authority = Variable("authority")
let port = Variable("port")
let bearerToken = Variable("token", .secret, .default("kept-from-strangers"))

let httpbinRedirectedCredentials = Scenario("Credentials stay with their origin") {
  Get("/headers").expect(200) { Capture(authority, .json("$.headers.Host")) }
  Get("/redirect-to").query("url", "http://\(authority)/headers").auth(.bearer(bearerToken))
    .named("the same origin").followRedirects().expect(200) {
      JSON("$.headers.Authorization", "Bearer \(bearerToken)")
    }
  // Another name for the same machine is another origin.
  Get("/headers").named("the port").expect(200) {
    Capture(port, .text(matching: #""Host": "127\.0\.0\.1:(\d+)""#))
  }
  Get("/redirect-to").query("url", "http://localhost:\(port)/headers").auth(.bearer(bearerToken))
    .named("another origin").followRedirects().expect(200) {
      JSON("$.headers.Host", "localhost:\(port)")
      JSON("$.headers.Authorization", .absent)
    }
}
