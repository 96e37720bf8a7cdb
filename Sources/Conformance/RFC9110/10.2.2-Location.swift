internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 10.2.2: Location.
  static let location = RuleSection(
    .rfc9110, "10.2.2",
    [
      Rule(
        "http.location.valid", .must, .fields,
        "Location is one URI reference, without a user name or password in it.",
        remedy: "Percent-encode what no URI has; never build credentials into a link.",
        also: [Citation(.rfc9110, "4.2.4")], dependsOn: ["http.field.singleton"]
      ) { exchange in
        guard exchange.status == 201 || exchange.isStatus(300...399),
          let value = exchange.value(.location)
        else { return .notApplicable }
        switch ReferenceReading(value) {
        case .reference(let reference):
          // Of other schemes user information may be a part (RFC 3986 section 3.2.1).
          let scheme =
            reference.scheme ?? String(exchange.exchange.request.url.prefix { $0 != ":" })
          guard reference.authority?.userInformation != nil,
            ["http", "https"].contains(scheme.lowercased())
          else { return .conforms }
          return .violation(.field("Location"), "has user information before its host")
        // Widespread, and every reader encodes it.
        case .unencoded:
          return .violation(
            .field("Location"), "has characters that belong percent-encoded",
            quote: exchange.quote(.location), level: .should)
        case .none:
          return .violation(
            .field("Location"), "is no URI reference", quote: exchange.quote(.location))
        }
      }
    ])

  /// RFC 9110 section 10.2.2: what Location means in a 201.
  static let createdLocation = RuleSection(
    .rfc9110, "10.2.2",
    [
      Rule(
        "http.201.location-resolves", .must, .lifecycle,
        "What Location of a 201 names is there: it can be read.",
        remedy: "Send the URI under which the new resource can be read from now on.",
        also: [Citation(.rfc9110, "15.3.2")], dependsOn: ["http.location.valid"],
        active: .of(Creation.self) { creation throws(Obstacle) in
          let post = creation.first.post
          guard post.status == 201 else {
            throw .lacks("\(post.requestLine) answered \(post.status)")
          }
          guard let location = post.location else {
            throw .lacks("the 201 has no Location that can be read")
          }
          let target = post.exchange.request.url
          if ResourceName(location.description) == ResourceName(target) {
            return .violation(
              Evidence(
                part: .field("Location"), problem: "names the collection, not what was created",
                quote: post.quote(.location),
                exhibits: [Exhibit("the POST", post.exchange, .field("Location"))]))
          }
          guard let shown = creation.first.shown else {
            throw .prevents("Location leads to another server")
          }
          guard shown.response != nil, shown.status != 429, shown.status < 500 else {
            throw .prevents("\(shown.requestLine) answered \(shown.status)")
          }
          switch shown.status {
          case 200...299, 401, 403: return .conforms
          case 404, 410:
            // One that somebody else removed at once is no finding; two are.
            if let other = creation.second?.shown, other.isSuccess {
              throw .prevents("it is \(shown.status) for one of two items only")
            }
            return .violation(
              Evidence(
                part: .field("Location"), problem: "leads to what answers \(shown.status)",
                quote: post.quote(.location),
                exhibits: [
                  Exhibit("the POST", post.exchange, .field("Location")),
                  Exhibit("where Location leads", shown.exchange, .status),
                ]))
          case 405: throw .lacks("items cannot be read")
          default: throw .prevents("\(shown.requestLine) answered \(shown.status)")
          }
        })
    ])
}
