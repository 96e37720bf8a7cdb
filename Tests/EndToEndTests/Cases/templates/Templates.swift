import Accord

private let id = Variable("id")
private let path = Variable("path")
private let token = Variable("api key", .secret, .default("s3cr3t/key"))

/// Each operator of RFC 6570, and what a server may do with it.
let templatesContract = Contract("Templates") {
  templatesUsers
  templatesFiles
  templatesAnswers
  templatesHostile
  Get("/other{?nothing}", [:]).expect(200)
  Get("/keys/\(token){?page}", ["page": 1]).expect(200)
}

private let templatesUsers = Resource("/users{?page,limit}", .allows(.get)) {
  Get("/users{?page,limit}", ["page": 2]).expect(200)
  Get("/users{?page,limit}", ["page": 2, "limit": 10]).query("sort", "name").expect(404)
  Get("/users{?exact,deep,price,q}", ["exact": true, "price": 1.50, "q": "a b&c"]).expect(200)
  Get("/users?sort=name{&tags*}", ["tags": ["new", "half open"]]).expect(200)
  Get("/users{?filter*}", ["filter": ["name": "Ada", "age": 36]]).expect(200)
}

private let templatesFiles = Resource(
  "/files{/path*}", .example("path", ["a", "b"]), .allows(.get, .options)
) {
  Get("/files{/path*}", ["path": ["docs", "a/b.txt"]]).expect(200)
  Get("/files/{+path}", ["path": "docs/a b.txt"]).expect(200)
  Get("/files/report{.type}", ["type": "json"]).expect(200)
  Get("/files/report{;lang,draft}", ["lang": "de", "draft": ""]).expect(200)
  Get("/files/{name:3}/{name}", ["name": "report"]).expect(200)
}

private let templatesAnswers = Scenario("Values of an answer are encoded") {
  Get("/first").expect(200) {
    Capture(id, .json("$.id"))
    Capture(path, .json("$.path"))
  }
  Get("/users/{user}/posts{?tags*}", ["user": "\(id)", "tags": ["a", "b\(id)"]]).expect(200)
  Get("/users/\(id)/posts{?page}", ["page": 2]).expect(200)
  Get("/files/{+path}", ["path": "\(path)"]).expect(404)
}

private let templatesHostile = Group("A value cannot lead elsewhere") {
  for operation in ["{x}", "{+x}", "{x}{?page}"] {
    Scenario("In \(operation)") {
      Get("/hostile").expect(200) { Capture(path, .json("$.climbs")) }
      Delete("/files/\(operation)", ["x": "\(path)"]).expect(204)
    }
  }
  Scenario("A fragment") {
    Get("/hostile").expect(200) { Capture(path, .json("$.cuts")) }
    Delete("/files/{+x}/draft", ["x": "\(path)"]).expect(204)
  }
  Scenario("Another host") {
    Get("/hostile").expect(200) { Capture(path, .json("$.leaves")) }
    Delete("{+x}", ["x": "\(path)"]).expect(204)
  }
}
