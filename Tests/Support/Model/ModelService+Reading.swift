extension ModelService {
  var home: ModelRepresentation {
    var home = ModelRepresentation(["items": "/items", "steady": "/steady"], caching: "max-age=60")
    home.tag = ModelRepresentation.tag(of: home.content)
    return home
  }

  mutating func document(
    _ name: String, _ request: ModelRequest, _ target: ModelTarget
  ) -> ModelResponse {
    defer { noteReading(request) }
    switch name {
    case "gone": return problem(410, "it was here once")
    case "busy": return problem(429, "too much was asked", [ModelField("Retry-After", "30")])
    case "broken":
      return problem(503, "nothing can be had now", [ModelField("Retry-After", "120")])
    case "moved": return moved(301, to: "/steady")
    case "redirect-away": return moved(302, to: "https://elsewhere.example/steady")
    case "steady":
      let json: ModelJSON = ["title": "steady", "figures": [1, 2, 3]]
      var steady = ModelRepresentation(
        decorated(json, request, target), caching: "max-age=60")
      steady.tag = ModelRepresentation.tag(of: steady.content)
      steady.modified = ModelMoment(1_600_000_000)
      return read(steady, request)
    case "clock":
      store.reads += 1
      let reads = store.reads
      return read(
        ModelRepresentation(["reading \(reads)": .number("\(reads)")], caching: "no-store"), request
      )
    default:
      store.reads += 1
      let json: ModelJSON = [
        "title": "report", "generatedAt": .number("\(store.reads)"), "lines": ["one", "two"],
      ]
      return read(ModelRepresentation(decorated(json, request, target)), request)
    }
  }

  mutating func protected(_ request: ModelRequest, _ target: ModelTarget) -> ModelResponse {
    if let refusal = challenge(request) { return refusal }
    let json = decorated(["account": "model", "balance": 12], request, target)
    var account = ModelRepresentation(json, caching: "no-store")
    account.tag = ModelRepresentation.tag(of: account.content)
    return read(account, request)
  }

  /// The answer to who is not authorised; `nil` for who is.
  private mutating func challenge(_ request: ModelRequest) -> ModelResponse? {
    guard let credentials = request.value("Authorization") else {
      if fault == .openToAll { return nil }
      if fault == .authorisedConnection, store.authorised.contains(request.connection) {
        return nil
      }
      if fault == .leadsToLogin { return moved(302, to: "/log-in") }
      if fault == .protectedIs304, request.value("If-None-Match") != nil {
        return ModelResponse(304, [ModelField("Cache-Control", "no-store")])
      }
      return problem(
        401, "credentials are needed", [ModelField("WWW-Authenticate", #"Bearer realm="model""#)])
    }
    let parts = credentials.split(separator: " ")
    let isBearer = parts.count == 2 && parts[0].lowercased() == "bearer"
    if isBearer, parts[1] == ModelAPI.token {
      store.authorised.insert(request.connection)
      return nil
    }
    if isBearer, fault == .anyToken { return nil }
    if isBearer, fault == .wrongTokenFails { return problem(500, "the token cannot be read") }
    return problem(
      401, "the token is not valid",
      [ModelField("WWW-Authenticate", #"Bearer realm="model", error="invalid_token""#)])
  }

  /// What is shown of a resource, with what faults add to it.
  mutating func decorated(
    _ json: ModelJSON, _ request: ModelRequest, _ target: ModelTarget
  ) -> ModelJSON {
    var json = json
    if fault == .knowsConnection, request.index == 0 { json["welcome"] = true }
    if fault == .knowsCookie, request.value("Cookie")?.contains("seen=1") == true {
      json["welcomeBack"] = true
    }
    if fault == .unknownFieldShows, hasUnknownField(request) { json["debug"] = true }
    let tells =
      switch (fault, target.route) {
      case (.knowsOrder, .document), (.itemKnowsOrder, .item): true
      default: false
      }
    if tells { json["readBefore"] = .string(before(request.path) ?? "") }
    return json
  }

  /// What was read before a path, and was another one.
  private func before(_ path: String) -> String? {
    store.lastRead == path ? store.readBefore : store.lastRead
  }

  /// Notes that something was read.
  mutating func noteReading(_ request: ModelRequest) {
    guard request.method == "GET", store.lastRead != request.path else { return }
    store.readBefore = store.lastRead
    store.lastRead = request.path
  }

  // MARK: - Preconditions of reading

  /// Answers GET with a representation, or says that the client has it (RFC 9110 section 13.2.2).
  mutating func read(
    _ shown: ModelRepresentation, _ request: ModelRequest
  ) -> ModelResponse {
    guard ModelNegotiation.choose(among: [shown.type], by: request.value("Accept")) != nil else {
      return notAcceptable
    }
    var shown = shown
    if variants.contains(.noValidators) {
      shown.tag = nil
      shown.modified = nil
      if shown.caching == "max-age=60" { shown.caching = "no-cache" }
    }
    if isCoded(request) {
      shown.content = ModelGzip.encode(shown.content)
      shown.fields.append(ModelField("Content-Encoding", "gzip"))
      shown.tag = shown.tag.map(codedTag)
    }
    let base = shown.tag
    shown.tag = shown.tag.map { restless($0, request) }
    var fields = [ModelField("Cache-Control", shown.caching)]
    if let tag = shown.tag { fields.append(ModelField("ETag", tag)) }
    if let modified = shown.modified { fields.append(ModelField("Last-Modified", modified.field)) }
    if let match = request.value("If-Match"), !Self.matches(match, base, isWeak: false) {
      return problem(412, "If-Match does not match")
    }
    if let none = request.value("If-None-Match") {
      if Self.matches(none, base, isWeak: true) { return ModelResponse(304, notModified(fields)) }
    } else if let since = request.value("If-Modified-Since").flatMap({ ModelMoment(parsing: $0) }),
      let modified = shown.modified, modified <= since
    {
      return ModelResponse(304, notModified(fields))
    }
    return ModelResponse(
      200, [ModelField("Content-Type", shown.type)] + fields + shown.fields,
      content: shown.content)
  }

  var notAcceptable: ModelResponse { problem(406, "nothing of these types can be had") }

  /// Whether what is read is coded with gzip.
  func isCoded(_ request: ModelRequest) -> Bool {
    ModelGzip.isTaken(by: request.value("Accept-Encoding"))
  }

  /// The tag of what has another one without its coding.
  func codedTag(_ tag: String) -> String {
    fault == .oneTagOfCodings ? tag : tag.dropLast() + "-gzip\""
  }

  private func notModified(_ fields: [ModelField]) -> [ModelField] {
    fields.filter { field in
      switch field.name {
      case "Cache-Control": fault != .notModifiedWithoutCaching
      case "ETag": fault != .notModifiedWithoutTag
      case "Last-Modified": false
      default: true
      }
    }
  }

  /// A tag with what faults add to it.
  private mutating func restless(_ tag: String, _ request: ModelRequest) -> String {
    switch fault {
    case .restlessTag:
      store.reads += 1
      return tag.dropLast() + "~\(store.reads)\""
    case .tagOfConnection: return tag.dropLast() + "~\(request.connection)\""
    default: return tag
    }
  }

  /// Whether a field names a tag, or anything that is there.
  static func matches(_ field: String, _ tag: String?, isWeak: Bool) -> Bool {
    if field == "*" { return true }
    guard let tag, isWeak || !tag.hasPrefix("W/") else { return false }
    return field.split(separator: ",").contains { other in
      let other = other.filter { $0 != " " }
      if !isWeak, other.hasPrefix("W/") { return false }
      return base(other) == base(tag)
    }
  }

  /// A tag without weakness, and without what faults added.
  private static func base(_ tag: String) -> String {
    let strong = tag.hasPrefix("W/") ? String(tag.dropFirst(2)) : tag
    return strong.firstIndex(of: "~").map { strong[..<$0] + "\"" } ?? strong
  }
}
