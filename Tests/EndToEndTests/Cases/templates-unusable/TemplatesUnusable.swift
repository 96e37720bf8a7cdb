import Accord

private let secret = Variable("secret", .secret, .default("long enough"))

/// Everything that can be wrong with a template is told once, and at once.
let templatesUnusableContract = Contract("Unusable templates") {
  Get("/users{?page, limit}", ["page": 2]).expect(200)
  Get("/users{?page,limit}", ["pgae": 2]).expect(200)
  Get("/users{?page,limit}", ["sort": 2]).expect(200)
  Get("/users{?page}", ["page": 2, "page": 3]).expect(200)
  Get("/users/{id}{/rest*}{?page}", ["page": 2]).expect(200)
  Get("/users/{id}", ["id": []]).expect(200)
  Get("/users{?tags:3}", ["tags": ["a", "b"]]).expect(200)
  Get("/users/{id:3}", ["id": "\(secret)"]).expect(200)
  Get("/users{#part}", ["part": "top"]).expect(200)
  Get("/files/{name}", ["name": ".."]).expect(200)
  Get("/users/{id}/posts/{post}").expect(200)
  Get("/users/{user-id}").expect(200)
  Resource("/users/{id") { Get("/users/1").expect(200) }
  Resource("/files{/path*}", .allows(.get)) { Get("/files/a").expect(200) }
  Resource("/names/{name:2}", .allows(.get), .example("name", ["a", "b"]))
}
