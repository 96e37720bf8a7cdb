/// What a ``ModelAPI`` does, with what it remembers.
struct ModelService: Sendable {
  let fault: ModelFault?
  let variants: Set<ModelVariant>
  let pageSize: Int
  var store = ModelStore()
  var now: ModelMoment
  /// Whether requests are answered: what is made before is there from the beginning.
  private(set) var isOpen = false

  init(
    fault: ModelFault?, variants: Set<ModelVariant>, items: Int, pageSize: Int, start: Int
  ) {
    self.fault = fault
    self.variants = variants
    self.pageSize = variants.contains(.bareList) ? .max : pageSize
    now = ModelMoment(start - 7_200)
    for number in 0..<items {
      let content = ModelItem.Content(
        name: "item \(number + 1)", quantity: number * 3 + 1,
        note: number.isMultiple(of: 2) ? "as found" : nil, tags: ["found"])
      _ = make(content)
    }
    now = ModelMoment(start)
    store.late = nil
    isOpen = true
  }

  static let methods = ["GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE"]

  mutating func answer(_ request: ModelRequest) -> ModelResponse {
    now.seconds += 1
    var asked = request
    if fault == .unknownMethodServed, !Self.methods.contains(asked.method) { asked.method = "GET" }
    guard let target = ModelTarget(request.target, isPlain: fault != .encodedIsAnother) else {
      return finished(problem(400, "the path cannot be read"), asked, nil)
    }
    return finished(respond(to: asked, target), asked, target)
  }

  private mutating func respond(to request: ModelRequest, _ target: ModelTarget) -> ModelResponse {
    guard Self.methods.contains(request.method) else {
      return variants.contains(.unknownMethodIs405)
        ? wrongMethod(request, target) : problem(501, "\(request.method) is no method known here")
    }
    if let refusal = refusal(of: request) { return refusal }
    if fault == .unknownFieldRefused, let field = unknownField(of: request) {
      return problem(400, "\(field) is no field known here")
    }
    if target.path == "*" {
      guard request.method == "OPTIONS" else { return problem(400, "* is for OPTIONS") }
      return ModelResponse(204, [ModelField("Allow", Self.methods.joined(separator: ", "))])
    }
    if let missing = missing(request, target) { return missing }
    let allowed = methods(of: target.route)
    guard allowed.contains(request.method) else { return wrongMethod(request, target) }
    if request.method == "OPTIONS" { return options(request, target) }
    switch target.route {
    case .root:
      defer { noteReading(request) }
      return read(home, request)
    case .collection:
      return request.method == "POST" ? post(request) : list(request, target)
    case .item(let id): return item(id, request, target)
    case .document(let name): return document(name, request, target)
    case .protected: return protected(request, target)
    case .slash, .unknown: return read(home, request)
    }
  }

  /// The answer of variants that refuse what is asked, whatever it is.
  private mutating func refusal(of request: ModelRequest) -> ModelResponse? {
    store.requests += 1
    if variants.contains(.otherWriter), store.requests.isMultiple(of: 9) {
      _ = make(ModelItem.Content(name: "of somebody else", quantity: store.requests))
    }
    if variants.contains(.limited), store.requests > 20 {
      return problem(429, "too much was asked", [ModelField("Retry-After", "30")])
    }
    if variants.contains(.writesAre403), !["GET", "HEAD", "OPTIONS"].contains(request.method) {
      return problem(403, "nothing may be changed")
    }
    return nil
  }

  // MARK: - What is not there, and what may be done with what is

  /// The answer where the path means nothing.
  private func missing(_ request: ModelRequest, _ target: ModelTarget) -> ModelResponse? {
    switch target.route {
    case .slash(let path):
      if fault == .slashIsAnother { return nil }
      guard variants.contains(.slashRedirects) else { break }
      let query = request.target.drop { $0 != "?" }
      return moved(308, to: path + query)
    case .unknown:
      if fault == .unknownPathIs200 { return nil }
      if fault == .unknownPathRedirects { return moved(302, to: "/") }
    default: return nil
    }
    return problem(404, "there is nothing here")
  }

  /// The methods that a resource really takes.
  private func methods(of route: ModelTarget.Route) -> [String] {
    var methods =
      switch route {
      case .collection: ["GET", "HEAD", "OPTIONS", "POST"]
      case .item: ["GET", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE"]
      default: ["GET", "HEAD", "OPTIONS"]
      }
    if fault == .noHead { methods.removeAll { $0 == "HEAD" } }
    return methods
  }

  /// Allow: the methods that a resource is said to take.
  func allow(_ route: ModelTarget.Route) -> ModelField {
    var methods = methods(of: route)
    switch (fault, route) {
    case (.allowsTooMuch, .item): methods.append("POST")
    case (.allowsTooMuch, .collection): methods.append("PATCH")
    case (.allowsTooLittle, .item): methods.removeAll { $0 == "PATCH" }
    case (.allowsTooLittle, .collection): methods.removeAll { $0 == "POST" }
    case (.allowsNoRead, _): methods.removeAll { $0 == "GET" }
    default: break
    }
    return ModelField("Allow", methods.joined(separator: ", "))
  }

  private func wrongMethod(_ request: ModelRequest, _ target: ModelTarget) -> ModelResponse {
    let words = "\(request.method) is not for this resource"
    if fault == .wrongMethodIs400 { return problem(400, words) }
    return problem(405, words, [allow(target.route)])
  }

  private mutating func options(_ request: ModelRequest, _ target: ModelTarget) -> ModelResponse {
    var fields = [allow(target.route)]
    switch target.route {
    case .collection: fields.append(ModelField("Accept-Post", "application/json"))
    case .item(let id):
      if store.place(of: id) == nil, variants.contains(.noPutCreation) {
        return absent(id, request)
      }
      fields.append(Self.acceptPatch)
      if fault == .optionsCounts { count(id) }
    default: break
    }
    if request.value("Origin") == ModelAPI.origin,
      request.value("Access-Control-Request-Method") != nil
    {
      fields.append(ModelField("Access-Control-Allow-Methods", fields[0].value))
      fields.append(
        ModelField("Access-Control-Allow-Headers", "Authorization, Content-Type, If-Match"))
    }
    return ModelResponse(204, fields)
  }

  static let acceptPatch = ModelField(
    "Accept-Patch", "application/merge-patch+json, application/json-patch+json")

  // MARK: - Answers that all resources give

  /// An error, as problem details (RFC 9457).
  func problem(_ status: Int, _ detail: String, _ fields: [ModelField] = []) -> ModelResponse {
    let content: ModelJSON = [
      "type": "about:blank", "title": .string(ModelResponse(status).reason),
      "status": .number("\(status)"), "detail": .string(detail),
    ]
    return ModelResponse(
      status,
      [
        ModelField("Content-Type", "application/problem+json"),
        ModelField("Cache-Control", "no-store"),
      ]
        + fields, content: Array(content.source.utf8))
  }

  /// A redirect.
  func moved(_ status: Int, to location: String) -> ModelResponse {
    let content: ModelJSON = ["location": .string(location)]
    return ModelResponse(
      status,
      [
        ModelField("Content-Type", "application/json"), ModelField("Cache-Control", "no-store"),
        ModelField("Location", location),
      ], content: Array(content.source.utf8))
  }

  private func unknownField(of request: ModelRequest) -> String? {
    let own = ["x-http-method-override", "x-method-override", "x-http-method"]
    return request.fields.map(\.name).first {
      let name = $0.lowercased()
      return name.hasPrefix("x-") && !own.contains(name)
    }
  }

  /// Whether a request has a field that nobody knows.
  func hasUnknownField(_ request: ModelRequest) -> Bool { unknownField(of: request) != nil }
}
