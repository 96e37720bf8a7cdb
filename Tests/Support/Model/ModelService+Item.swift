extension ModelService {
  mutating func item(
    _ id: String, _ request: ModelRequest, _ target: ModelTarget
  ) -> ModelResponse {
    if let method = overriding(request, target), method == "DELETE", store.place(of: id) != nil {
      return delete(id, request)
    }
    switch request.method {
    case "PUT": return put(id, request)
    case "PATCH": return patch(id, request)
    case "DELETE": return delete(id, request)
    default: return get(id, request, target)
    }
  }

  /// The method that a GET really means to a server that lets it be overridden.
  private func overriding(_ request: ModelRequest, _ target: ModelTarget) -> String? {
    guard request.method == "GET" else { return nil }
    switch fault {
    case .overrideField:
      return request.value("X-HTTP-Method-Override") ?? request.value("X-Method-Override")
        ?? request.value("X-HTTP-Method")
    case .overrideQuery: return target.query["_method"]
    default: return nil
    }
  }

  /// The answer where there is no item.
  func absent(_ id: String, _ request: ModelRequest) -> ModelResponse {
    if let none = request.value("If-None-Match"), !none.isEmpty, fault == .absentIs304,
      request.method == "GET" || request.method == "HEAD"
    {
      return ModelResponse(304, [ModelField("Cache-Control", "no-cache")])
    }
    return variants.contains(.deletedIs410) && store.deleted[id] != nil
      ? problem(410, "the item was removed")
      : problem(404, "there is no such item")
  }

  // MARK: - Reading

  private mutating func get(
    _ id: String, _ request: ModelRequest, _ target: ModelTarget
  ) -> ModelResponse {
    guard let place = store.place(of: id) else {
      if fault == .deletedStays, let item = store.deleted[id] {
        return read(representation(of: item, request, target), request)
      }
      guard store.deleted[id] == nil else { return absent(id, request) }
      if fault == .unknownItemFails { return problem(500, "there is no such row") }
      if fault == .unknownItemIsNull || fault == .headOfAbsent && request.method == "HEAD" {
        var null = ModelRepresentation(.null)
        null.tag = ModelRepresentation.tag(of: null.content)
        return read(null, request)
      }
      return absent(id, request)
    }
    if request.method == "GET" { store.items[place].views += 1 }
    guard chosenType(request) != nil else { return notAcceptable }
    let response = read(representation(of: store.items[place], request, target), request)
    noteReading(request)
    if fault == .getCounts, request.method == "GET" { count(id) }
    if fault == .headCounts, request.method == "HEAD" { count(id) }
    if fault == .getAdds, request.method == "GET" {
      _ = make(ModelItem.Content(name: "read", quantity: 1))
    }
    return response
  }

  /// Adds one to an item's quantity.
  mutating func count(_ id: String) {
    guard let place = store.place(of: id) else { return }
    var content = store.items[place].content
    content.quantity += 1
    change(place, to: content)
  }

  /// The type that an item is shown in; `nil` where none is acceptable.
  func chosenType(_ request: ModelRequest) -> String? {
    ModelNegotiation.choose(
      among: ["application/json", "application/xml"], by: request.value("Accept"))
  }

  private mutating func representation(
    of item: ModelItem, _ request: ModelRequest, _ target: ModelTarget?
  ) -> ModelRepresentation {
    var json = item.document(variants)
    if variants.contains(.servedAt) {
      store.reads += 1
      json["servedAt"] = .number("\(store.reads)")
    }
    if let target { json = decorated(json, request, target) }
    let isXML = chosenType(request) == "application/xml"
    var shown = isXML ? ModelRepresentation(xml: json) : ModelRepresentation(json)
    guard !variants.contains(.servedAt) else { return shown }
    shown.tag = tag(of: item, isXML: isXML, content: shown.content)
    if !variants.contains(.viewCounter) { shown.modified = item.modified }
    return shown
  }

  /// The tag of an item in one of its types.
  private func tag(of item: ModelItem, isXML: Bool, content: [UInt8]) -> String {
    if fault == .tagOfItem { return "\"item-\(item.id)-\(isXML ? "xml" : "json")\"" }
    if variants.contains(.viewCounter) {
      let steady = Array("\(item.id)-\(item.version)-\(isXML)".utf8)
      return "W/" + ModelRepresentation.tag(of: steady)
    }
    if fault == .oneTag {
      return ModelRepresentation.tag(of: Array(item.document(variants).source.utf8))
    }
    return ModelRepresentation.tag(of: content)
  }

  /// Answers a write with what came of it.
  mutating func shown(
    _ item: ModelItem, _ request: ModelRequest, status: Int
  ) -> ModelResponse {
    let shown = representation(of: item, request, nil)
    let fields = [
      ModelField("Content-Type", shown.type), ModelField("Cache-Control", "no-store"),
      ModelField("Content-Location", "/items/\(item.id)"),
    ]
    return ModelResponse(status, fields, content: shown.content)
  }

  // MARK: - Preconditions of writing

  /// The answer to a write whose preconditions do not hold; `nil` where they do.
  func precondition(_ request: ModelRequest, _ item: ModelItem?) -> ModelResponse? {
    let failed = problem(412, "a precondition does not hold")
    let ignoresMatch =
      fault == .ifMatchIgnored || fault == .ifMatchOfDeleteIgnored && request.method == "DELETE"
    let match = request.value("If-Match")
    guard let item else { return match != nil ? failed : nil }
    let tags =
      variants.contains(.noValidators) || variants.contains(.servedAt) ? [] : tags(of: item)
    if let match, !ignoresMatch {
      guard match == "*" || tags.contains(where: { Self.matches(match, $0, isWeak: false) }) else {
        return failed
      }
    }
    if match == nil, variants.contains(.needsPrecondition) {
      return problem(428, "say with If-Match what is to be changed")
    }
    if let none = request.value("If-None-Match") {
      if none == "*" { return fault == .starIgnored && request.method == "PUT" ? nil : failed }
      if tags.contains(where: { Self.matches(none, $0, isWeak: true) }) { return failed }
    }
    if match == nil,
      let since = request.value("If-Unmodified-Since").flatMap({ ModelMoment(parsing: $0) }),
      item.modified > since
    {
      return failed
    }
    return nil
  }

  /// The tags of an item's representations now.
  private func tags(of item: ModelItem) -> [String] {
    let json = item.document(variants)
    let tags = [ModelRepresentation(json), ModelRepresentation(xml: json)].map { shown in
      tag(of: item, isXML: shown.type == "application/xml", content: shown.content)
    }
    return tags + tags.map(codedTag)
  }
}
