extension ModelService {
  /// The items that the collection shows now.
  private mutating func listed() -> [ModelItem] {
    guard let late = store.late else {
      let deleted =
        fault == .deletedListed ? store.deleted.values.sorted { $0.modified < $1.modified } : []
      return store.items.filter(\.isListed) + deleted
    }
    store.late = late.reads > 1 ? (late.items, late.reads - 1) : nil
    return late.items.filter(\.isListed)
  }

  mutating func list(_ request: ModelRequest, _ target: ModelTarget) -> ModelResponse {
    let size = min(target.query["per_page"].map { Int($0) ?? 0 } ?? pageSize, 100)
    let start = fault == .knowsPage ? store.lastPage : 1
    var number = target.query["page"].map { Int($0) ?? 0 } ?? start
    guard size > 0, number > 0 else { return problem(400, "pages are counted from 1") }
    let items = listed()
    let shownSize = variants.contains(.bareList) ? max(items.count, 1) : size
    let last = max((items.count + shownSize - 1) / shownSize, 1)
    if target.query["page"] == nil { number = min(number, last) }
    guard number <= last || fault == .nextIsEndless else {
      return problem(404, "there are only \(last) pages")
    }
    if fault == .knowsPage, target.query["page"] != nil { store.lastPage = number }
    var page = Array(items.dropFirst((number - 1) * shownSize).prefix(shownSize))
    if fault == .pagesOverlap, number == 2 { page.insert(items[shownSize - 1], at: 0) }
    if fault == .pageLoses, number == 2 { page.removeFirst() }
    let shown = ModelJSON.array(page.map { $0.document(variants) })
    let json: ModelJSON =
      variants.contains(.bareList)
      ? shown : ["items": shown, "total": .number("\(items.count)")]
    var list = ModelRepresentation(decorated(json, request, target))
    list.tag = ModelRepresentation.tag(of: list.content)
    if !variants.contains(.bareList) {
      list.fields.append(ModelField("Link", links(number, of: last, target)))
    }
    noteReading(request)
    return read(list, request)
  }

  private func links(_ number: Int, of last: Int, _ target: ModelTarget) -> String {
    let size = target.query["per_page"].map { "&per_page=\($0)" } ?? ""
    func link(_ page: Int, _ relation: String, path: String = "/items") -> String {
      "<\(path)?page=\(page)\(size)>; rel=\"\(relation)\""
    }
    var links = [link(1, "first")]
    if number > 1 { links.append(link(number - 1, "prev")) }
    if number < last || fault == .nextIsEndless {
      links.append(link(number + 1, "next"))
    } else if fault == .nextLoops {
      links.append(link(1, "next"))
    }
    links.append(
      fault == .lastIsAbsent ? link(last, "last", path: "/itemz") : link(last, "last"))
    return links.joined(separator: ", ")
  }

  // MARK: - Making items

  mutating func post(_ request: ModelRequest) -> ModelResponse {
    guard let key = request.value("Idempotency-Key"), fault != .keyIgnored else {
      return postOnce(request)
    }
    if let known = store.keys[key] {
      guard known.content == request.content else {
        return problem(422, "the key was used for other content")
      }
      return known.response
    }
    let response = postOnce(request)
    if response.status < 300 { store.keys[key] = (request.content, response) }
    return response
  }

  private mutating func postOnce(_ request: ModelRequest) -> ModelResponse {
    let type = Self.mediaType(of: request)
    guard type == "application/json" || fault == .anyType && type != nil else {
      return problem(
        415, "items are made of JSON", [ModelField("Accept-Post", "application/json")])
    }
    guard let document = ModelJSON(request.content) else {
      switch fault {
      case .malformedFails: return problem(500, "the content could not be read")
      case .malformedMakes: return posted(ModelItem.Content(name: "", quantity: 0), request)
      default: return problem(400, "the content is no JSON")
      }
    }
    let problems = ModelItem.Content.problems(
      of: document, isStrict: variants.contains(.strictMembers))
    guard problems.isEmpty else {
      if fault == .refusedPostMakes { _ = make(ModelItem.Content(document)) }
      return problem(422, problems.joined(separator: ", "))
    }
    guard chosenType(request) != nil else { return notAcceptable }
    let name = document["name"]?.text
    if variants.contains(.uniqueNames), store.items.contains(where: { $0.content.name == name }) {
      return problem(409, "there is an item of this name")
    }
    var content = ModelItem.Content(document)
    if fault == .postCounts { content.quantity += 1 }
    if fault == .postDrops {
      content.note = nil
      content.tags = nil
    }
    return posted(content, request)
  }

  private mutating func posted(
    _ content: ModelItem.Content, _ request: ModelRequest
  ) -> ModelResponse {
    let item: ModelItem
    if fault == .postReplaces, let place = store.lastPosted.flatMap({ store.place(of: $0) }) {
      change(place, to: content)
      item = store.items[place]
    } else {
      item = make(content)
    }
    store.lastPosted = item.id
    if variants.contains(.postIs202) { return accepted }
    if variants.contains(.postIs204) { return ModelResponse(204) }
    var response = shown(item, request, status: variants.contains(.postIs200) ? 200 : 201)
    guard response.status == 201 else { return response }
    let place = fault == .locationIsAbsent ? "\(item.id)-absent" : item.id
    response.fields.append(ModelField("Location", "/items/\(place)"))
    return response
  }

  /// Makes an item.
  mutating func make(_ content: ModelItem.Content, id: String? = nil) -> ModelItem {
    noteWrite()
    var name = id ?? newID()
    while id == nil, store.place(of: name) != nil || store.deleted[name] != nil { name = newID() }
    var item = ModelItem(id: name, content: content, modified: now)
    item.isListed = fault != .createdUnlisted || !isOpen
    store.items.append(item)
    store.deleted[name] = nil
    return item
  }

  private mutating func newID() -> String {
    defer { store.nextNumber += 1 }
    return variants.contains(.wordIDs) ? "item-\(store.nextNumber)" : "\(store.nextNumber)"
  }

  /// Gives an item other content.
  mutating func change(_ place: Int, to content: ModelItem.Content) {
    noteWrite()
    store.items[place].content = content
    store.items[place].modified = now
    store.items[place].version += 1
  }

  /// Notes that something is written: with a delay, the list stays as it is for a while.
  mutating func noteWrite() {
    guard variants.contains(.listDelay) else { return }
    store.late = (store.late?.items ?? store.items, 2)
  }

  /// The media type of a request's content, without parameters and in small letters.
  static func mediaType(of request: ModelRequest) -> String? {
    request.value("Content-Type").map { value in
      value.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    }
  }
}
