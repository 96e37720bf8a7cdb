import Accord

/// Codes that the server answers without content; some are in no registry.
let emptyStatuses = [
  200, 201, 202, 203, 204, 205, 206, 207, 226, 300, 301, 302, 303, 304, 305, 307, 308, 400, 401,
  403, 404, 405, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 423, 424, 425, 426,
  428, 429, 431, 451, 500, 501, 502, 503, 504, 505, 506, 507, 511, 599, 600, 999,
]

let httpbinStatuses = Resource(
  "/status/{code}", .example("code", 200), .allows(.get, .post, .put, .patch, .delete, .trace)
) {
  for status in emptyStatuses {
    Get("/status/\(status)").expect(StatusPattern(status)) { NoBody() }
  }
  for status in [204, 304, 404] {
    Head("/status/\(status)").expect(StatusPattern(status)) { NoBody() }
    Delete("/status/\(status)").expect(StatusPattern(status)) { NoBody() }
  }
  Post("/status/303").json(["a": 1]).expect(303) { Header(.location, "/redirect/1") }
  Put("/status/409").expect(.clientError)
  Patch("/status/503").expect(.serverError)
  Get("/status/404").named("GET /status/404, either way").expect(.oneOf(200, 404))
  Get("/status/299").expect(.success)

  Get("/status/402").expect(402) { Text(.hasSuffix("pay me!")) }
  Get("/status/406").expect(406) { JSON("$.accept", .all(.count(5), .each(.hasPrefix("image/")))) }
  Get("/status/407").knownIssue("waitress sends no Proxy-Authenticate, and answers 500").expect(407)
}

let httpbinTeapot = Group("Tea") {
  Get("/status/418").expect(418) {
    Header("X-More-Info", .uri)
    NoHeader(.contentType)
    Text(.containsText("-=[ teapot ]=-"))
  }
}
