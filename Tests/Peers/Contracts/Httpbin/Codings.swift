import Accord

/// What the server compresses is judged as what it stands for, where the step asks for the coding.
let httpbinCodings = Group("Content codings") {
  for (path, coding, member) in [
    ("/gzip", "gzip", "gzipped"), ("/deflate", "deflate", "deflated"), ("/brotli", "br", "brotli"),
  ] {
    Get(path).header("Accept-Encoding", coding).expect(200) {
      Header("Content-Encoding", .equal(to: coding))
      Header(.contentType, "application/json")
      JSON("$.\(member)", true)
      JSON("$.headers['Accept-Encoding']", .string(coding))
    }
    Head(path).header("Accept-Encoding", coding).expect(200) {
      Header("Content-Encoding", .equal(to: coding))
      NoBody()
    }
    Get(path).header("Accept-Encoding", "gzip, deflate, br").named("GET \(path), any coding")
      .expect(200) { JSON("$.\(member)", true) }
  }
  // A step that does not ask for a coding gets the octets as they came.
  Get("/gzip").named("GET /gzip as it comes").expect(200) {
    Header("Content-Encoding", "gzip")
    Check("the signature of gzip stands first") { $0.body.starts(with: [0x1F, 0x8B]) }
  }
}
