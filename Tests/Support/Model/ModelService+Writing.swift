extension ModelService {
  // MARK: - PUT

  mutating func put(_ id: String, _ request: ModelRequest) -> ModelResponse {
    let place = store.place(of: id)
    if place == nil, variants.contains(.noPutCreation) { return absent(id, request) }
    guard Self.mediaType(of: request) == "application/json" else {
      return problem(415, "an item is replaced by JSON", [ModelField("Accept", "application/json")])
    }
    guard let document = ModelJSON(request.content) else {
      return problem(400, "the content is no JSON")
    }
    let problems = ModelItem.Content.problems(
      of: document, isStrict: variants.contains(.strictMembers))
    guard problems.isEmpty else {
      if fault == .refusedPutCounts { count(id) }
      return problem(422, problems.joined(separator: ", "))
    }
    guard chosenType(request) != nil else { return notAcceptable }
    var content = ModelItem.Content(document)
    if let refusal = precondition(request, place.map { store.items[$0] }) {
      if fault == .refusedAndApplied, refusal.status == 412, let place {
        change(place, to: content)
      }
      return refusal
    }
    guard let place else {
      guard id.utf8.count <= 64, id.utf8.allSatisfy(ModelTarget.isUnreserved) else {
        return problem(422, "this is no name for an item")
      }
      let item = make(content, id: id)
      return shown(item, request, status: fault == .putCreationIs200 ? 200 : 201)
    }
    let before = store.items[place].content
    if fault == .putMerges {
      content.note = content.note ?? before.note
      content.tags = content.tags ?? before.tags
    }
    if fault == .putCounts, content == before { content.quantity += 1 }
    if fault == .putAdds, content == before { _ = make(content) }
    if fault != .putIgnored { change(place, to: content) }
    return written(place, request, status: fault == .putReplacementIs201 ? 201 : 200)
  }

  private mutating func written(
    _ place: Int, _ request: ModelRequest, status: Int = 200
  ) -> ModelResponse {
    if variants.contains(.writesAre204), status == 200 { return ModelResponse(204) }
    return shown(store.items[place], request, status: status)
  }

  // MARK: - DELETE

  mutating func delete(_ id: String, _ request: ModelRequest) -> ModelResponse {
    guard let place = store.place(of: id) else {
      if store.deleted[id] != nil {
        if fault == .deleteAdds { _ = make(ModelItem.Content(name: "removed", quantity: 0)) }
        if fault == .deleteFails { return problem(500, "there is no such row") }
        if fault == .deletedStays { return ModelResponse(204) }
      }
      return absent(id, request)
    }
    if let refusal = precondition(request, store.items[place]) { return refusal }
    noteWrite()
    let item = store.items.remove(at: place)
    store.deleted[id] = item
    if variants.contains(.deleteIs200) { return shown(item, request, status: 200) }
    return variants.contains(.deleteIs202) ? accepted : ModelResponse(204)
  }

  /// The answer to what is done later.
  var accepted: ModelResponse {
    let report: ModelJSON = ["state": "accepted"]
    return ModelResponse(
      202,
      [ModelField("Content-Type", "application/json"), ModelField("Cache-Control", "no-store")],
      content: Array(report.source.utf8))
  }

  // MARK: - PATCH

  mutating func patch(_ id: String, _ request: ModelRequest) -> ModelResponse {
    guard let place = store.place(of: id) else { return absent(id, request) }
    let type = Self.mediaType(of: request)
    guard type == "application/merge-patch+json" || type == "application/json-patch+json" else {
      return problem(415, "a patch of this type is not known", [Self.acceptPatch])
    }
    guard let patch = ModelJSON(request.content) else {
      return problem(400, "the content is no JSON")
    }
    let item = store.items[place]
    let before = ModelJSON.object(item.content.members)
    let changed: ModelJSON
    if type == "application/merge-patch+json" {
      changed = merged(before, patch)
    } else {
      switch ModelJSONPatch(patch).apply(to: before) {
      case .changed(let document): changed = document
      case .refused(let status, let words, let reached):
        if fault == .testPassed, status == 409 {
          change(place, to: ModelItem.Content(reached, before: item.content))
        }
        return problem(status, words)
      }
    }
    let problems = ModelItem.Content.problems(
      of: changed, isStrict: variants.contains(.strictMembers))
    guard problems.isEmpty else {
      if fault == .patchApplied, type == "application/merge-patch+json" {
        change(place, to: ModelItem.Content(changed, before: item.content))
      }
      return problem(422, problems.joined(separator: ", "))
    }
    guard chosenType(request) != nil else { return notAcceptable }
    if let refusal = precondition(request, item) { return refusal }
    change(place, to: ModelItem.Content(changed))
    return written(place, request)
  }

  /// Merges a patch into an item (RFC 7396); a member of a member there is none.
  private func merged(_ document: ModelJSON, _ patch: ModelJSON) -> ModelJSON {
    guard let members = patch.members else { return patch }
    var document = document
    for member in members where member.name != "id" {
      switch member.value {
      case .null:
        if fault != .nullKept { document[member.name] = nil }
      case .array(let added) where fault == .arrayAppended:
        document[member.name] = .array((document[member.name]?.elements ?? []) + added)
      default: document[member.name] = member.value
      }
    }
    if fault == .absentReset, patch["quantity"] == nil { document["quantity"] = 0 }
    return document
  }
}
