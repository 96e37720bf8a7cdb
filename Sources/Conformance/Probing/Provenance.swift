internal import AccordDocuments
internal import AccordHTTP

/// Whose it is.
extension Probe {
  /// Where the thing is that an answer says was made: where Location says (RFC 9110 section 10.2.2), or
  /// where the template and a member of the answer say.
  ///
  /// `nil` too for another server's, and for the collection itself and what is above it.
  func madeURL(of created: ObservedExchange) -> String? {
    let template = target.collection?.item.flatMap { ItemTemplate($0) }
    var url: String?
    if let reference = created.location,
      let base = try? URLReference(parsing: created.exchange.request.url)
    {
      if reference.authority == base.authority, reference.scheme == base.scheme {
        url = reference.description
      } else if let template, let other = URLReference.path(of: template.url(with: "")),
        reference.path.hasPrefix(other), reference.query == nil
      {
        // A server behind a proxy that knows itself by another name; the author named the one that
        // is meant.
        let id = reference.path.dropFirst(other.count)
        if !id.isEmpty, !id.contains("/") { url = template.urlAsIs(with: String(id)) }
      }
      // Of queued work Location tells where to ask for its state.
      if created.status == 202, let template, let given = url, template.id(in: given) == nil {
        url = nil
      }
    }
    if url == nil, created.status != 303, created.status != 202 || created.location == nil,
      let template
    {
      url = created.document?.root.member(template.name).flatMap { template.url(with: $0) }
    }
    guard let url, url.isItem(of: target, template) else { return nil }
    return url
  }

  /// Where else the template and a member of the answer say that the thing is.
  func otherURL(of created: ObservedExchange, than url: String) -> String? {
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }),
      let other = created.document?.root.member(template.name).flatMap({ template.url(with: $0) }),
      ResourceName(other) != ResourceName(url), other.isItem(of: target, template)
    else { return nil }
    return other
  }

  /// Finds out what was in the collection before, once and before anything is made.
  func learnBeginnings() {
    guard workshop.beginnings == nil else { return }
    guard let list = try? listing() else {
      workshop.beginnings = Workshop.Beginnings(keys: [], isComplete: false)
      return
    }
    workshop.beginnings = Workshop.Beginnings(
      keys: list.keys, isComplete: list.isWhole && list.tellsApart)
  }

  /// Whether what is at a URL is new, as far as can be known: what was there before is not ours.
  ///
  /// A POST may answer with what it found there and changed instead (an upsert). Where the collection
  /// cannot be listed as a whole, the same content is posted again: had it found something, it would
  /// find the same once more.
  func isNew(
    _ url: String, by created: ObservedExchange, of content: ProbeContent
  ) -> Bool {
    if workshop.knows(url) { return true }
    let name = ResourceName(url)
    if let beginnings = workshop.beginnings {
      if beginnings.keys.contains(key(of: url)) { return false }
      if beginnings.isComplete { return true }
    }
    if created.status == 303 { return false }
    if let known = workshop.makesNewEachTime { return known }
    guard let again = try? sendPOST(content), again.response != nil else { return false }
    let other = madeURL(of: again)
    // A conflict says that the first made what is in the way now.
    let makesNew =
      again.status == 409 || again.isSuccess && other != nil && other.map(ResourceName.init) != name
    workshop.makesNewEachTime = makesNew
    if makesNew, again.isSuccess, let other { workshop.note(other) }
    return makesNew
  }

  /// Looks in the collection for what an answer does not tell of.
  func findMade(by created: ObservedExchange, of content: ProbeContent) {
    guard let beginnings = workshop.beginnings, beginnings.isComplete,
      let list = try? listing(), list.tellsApart
    else {
      workshop.noteLoss("what \(created.requestLine) made, answered \(created.status)")
      return
    }
    let known = beginnings.keys.union(workshop.allURLs.map { key(of: $0) })
    let new = list.entries.filter { entry in entry.key.map { !known.contains($0) } ?? false }
    guard !new.isEmpty else { return }
    let sent = SentMembers(content)
    if new.count == 1, let url = new[0].url, let node = new[0].node,
      sent?.areShown(by: node) == true
    {
      workshop.note(url)
      workshop.found = url
    } else {
      workshop.noteLoss("what \(created.requestLine) made, answered \(created.status)")
    }
  }
}

extension String {
  /// Whether a URL can be that of an item: neither the collection, whatever the query, nor above it.
  fileprivate func isItem(of target: ProbeTarget, _ template: ItemTemplate?) -> Bool {
    if template?.id(in: self) != nil { return true }
    let path = String(prefix { $0 != "?" && $0 != "#" })
    return !ResourceName(path).isAboveOrSame(ResourceName(target.url))
  }
}

extension URLReference {
  /// The path of a URL.
  fileprivate static func path(of url: String) -> String? {
    (try? URLReference(parsing: url))?.path
  }
}
