internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 15.5.5: 404.
  static let notFound = RuleSection(
    .rfc9110, "15.5.5",
    [
      Rule(
        "http.404.unknown-path", .convention, .status,
        "A path that nobody knows is answered 404, or 410.",
        remedy: "Answer 404 where no route fits; keep pages for browsers out of the API's paths.",
        active: .of(Absent.self, on: [.server]) { study throws(Obstacle) in
          if study.first.isPage {
            throw .prevents("a page for browsers is answered, which may have paths of its own")
          }
          if let location = study.first.line("location")?.lowercased(),
            study.first.isStatus(300...399)
          {
            let leadsToLogin = ["login", "log-in", "signin", "sign-in", "sso", "oauth", "auth"]
              .contains { location.contains($0) }
            // To itself in another form, or to where credentials are asked for first.
            if leadsToLogin || location.contains("no-such-") {
              throw .prevents("\(study.first.requestLine) leads to \(location)")
            }
          }
          return try study.verdict("a path that nobody knows", redirects: true)
        }),
      Rule(
        "http.404.unknown-item", .convention, .status,
        "An item that is not there is answered 404, or 410.",
        remedy: "Answer 404 where nothing is found, not an empty document and no 500.",
        active: .of(Absent.self, on: [.collection]) { study throws(Obstacle) in
          let verdict = try study.verdict("an item that never was", redirects: false)
          guard verdict == .conforms, let other = study.malformed.first else { return verdict }
          // An id of another form: 400 will do too, and whatever else refuses it.
          let isKept = study.malformed.contains { !$0.isStatus(200...299) && $0.status != 500 }
          return .holds(
            isKept, else: .status, "is \(other.status) for an item whose id has another form",
            quote: "\(other.status)",
            shownBy: [Exhibit("an id of another form", other.exchange, .status)])
        }),
    ])
}

extension Absent {
  /// Whether both are said not to be there.
  fileprivate func verdict(_ what: String, redirects: Bool) throws(Obstacle) -> Verdict {
    let status = first.status
    if status == 404 || status == 410 { return .conforms }
    if status != 500 { try first.answered() }
    let isServed = 200...299 ~= status || status == 500 || redirects && 300...399 ~= status
    guard isServed, second.status == status else {
      throw .prevents("\(first.requestLine) answered \(status)")
    }
    return .violation(
      Evidence(
        part: .status, problem: "is \(status) for \(what)", quote: first.quotation,
        exhibits: [
          Exhibit(what, first.exchange, .status, .content),
          Exhibit("another one", second.exchange, .status),
        ]))
  }
}

extension ObservedExchange {
  /// Whether it is a page to be shown by a browser.
  fileprivate var isPage: Bool {
    isStatus(200...299)
      && ["text/html", "application/xhtml+xml"].contains(mediaType?.essence ?? "")
  }
}
