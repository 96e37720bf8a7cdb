import Accord

/// Each of these takes one method, and refuses the others with a true `Allow`.
let httpbinMethods = Group("Methods") {
  for (path, method) in [
    ("/get", .get), ("/post", .post), ("/put", .put), ("/patch", .patch), ("/delete", .delete),
  ] as [(String, Method)] {
    Resource(path, .allows(method, probing: .unsafe)) {
      Request(method, path).expect(200) {
        Header(.contentType, "application/json")
        JSON([
          "args": .exactly([:]), "origin": "127.0.0.1", "url": .hasSuffix("\(path)"),
          "headers": ["User-Agent": .hasPrefix("accord/"), "Accept": "*/*"],
        ])
      }
    }
  }
  Resource("/anything", .allows(.get, .post, .put, .patch, .delete, .trace, probing: .unsafe)) {
    for method in [.get, .post, .put, .patch, .delete, .trace] as [Method] {
      Request(method, "/anything").expect(200) { JSON("$.method", .not(.string(""))) }
    }
  }
  Head("/get").expect(200) {
    Header(.contentLength, .integer)
    NoBody()
  }
  Options("/get").expect(200) {
    Header(.allow, .all(.containsText("GET"), .containsText("HEAD"), .containsText("OPTIONS")))
    NoBody()
  }
  Request("PROPFIND", "/get").expect(405) { Header(.allow, .containsText("GET")) }
}
