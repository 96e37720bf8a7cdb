internal import AccordDocuments
internal import AccordHTTP

/// Whose it is.
extension Probe {
  /// Where the thing is that an answer says was made: where Location says (RFC 9110 section 10.2.2), or
  /// where the template and a member of the answer say.
  ///
  /// `nil` too for another server's, and for what is not in the collection: what the template does not
  /// give, or, where none is known, what is not below the collection. 303 leads to anything that has to
  /// do with the request (section 15.4.4), so it takes a template to know an item by.
  func madeURL(of created: ObservedExchange) -> String? {
    let template = target.collection?.item.flatMap { ItemTemplate($0) }
    if created.status == 303, template == nil { return nil }
    var url: String?
    if var reference = created.location, let base = try? URLReference(parsing: target.url) {
      if isOwn(reference.description) {
        // One server has one name, so that one thing has one URL.
        reference.scheme = base.scheme
        reference.authority = base.authority
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
    guard let url, isItem(url) else { return nil }
    return url
  }

  /// Where else the template and a member of the answer say that the thing is.
  func otherURL(of created: ObservedExchange, than url: String) -> String? {
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }),
      let other = created.document?.root.member(template.name).flatMap({ template.url(with: $0) }),
      ResourceName(other) != ResourceName(url), isItem(other)
    else { return nil }
    return other
  }

  /// Whether a URL can be that of an item: one that the template gives, or, where none is known, one
  /// below the collection.
  private func isItem(_ url: String) -> Bool {
    guard isOwn(url) else { return false }
    if let item = target.collection?.item, let template = ItemTemplate(item) {
      return template.id(in: url) != nil
    }
    let path = ResourceName(url.withoutQuery)
    return !PercentEncodedSegment.isDots(path.lastSegment)
      && ResourceName(target.url.withoutQuery).isAbove(path)
  }

  /// Finds out what was in the collection before, once and before anything is made.
  func learnBeginnings() {
    guard workshop.beginnings == nil else { return }
    guard let list = try? listing() else {
      workshop.beginnings = Workshop.Beginnings(keys: [], tellsApart: false, isWhole: false)
      return
    }
    workshop.beginnings = Workshop.Beginnings(
      keys: list.keys, tellsApart: list.tellsApart, isWhole: list.isWhole)
  }

  /// Whether what is at a URL is new, as far as can be known: what was there before is not ours.
  ///
  /// A POST may answer with what it found there and changed instead (an upsert). That something was not
  /// listed before does not tell: no list is known to be whole. It is new where the list has become
  /// longer by it and by nothing else, or where the same content makes another thing when it is posted
  /// once more: had it found something, it would find the same again.
  func isNew(
    _ url: String, by created: ObservedExchange, of content: ProbeContent
  ) -> Bool {
    if workshop.knows(url) { return true }
    if workshop.beginnings?.has(key(of: url)) == true { return false }
    if workshop.isKnownToMakeNew(content) { return true }
    // Had there been something by which to find it, it would have been found the first time.
    if workshop.wasMade(of: content) { return true }
    return hasGrown(by: url) || makesAnother(than: url, by: created, of: content)
  }

  /// Notes that something was made at the other place that an answer tells of, where the list shows it:
  /// one of the two is wrong, and what is made is removed all the same.
  func noteElsewhere(than url: String, by created: ObservedExchange) -> Bool {
    guard let other = otherURL(of: created, than: url), hasGrown(by: other) else { return false }
    workshop.note(other)
    workshop.noteDoubt(of: url)
    return true
  }

  /// Whether all is listed that was at first, and besides what the probe made one thing more: this one.
  func hasGrown(by url: String) -> Bool {
    let key = key(of: url)
    guard let beginnings = workshop.beginnings, beginnings.tellsApart, !beginnings.has(key),
      let list = try? listing(), list.tellsApart
    else { return false }
    return list.keys.subtracting(ownKeys) == beginnings.keys.union([key])
  }

  /// What tells the things apart that the probe made.
  var ownKeys: Set<String> { Set(workshop.allURLs.map { key(of: $0) }) }

  /// Whether the same content makes another thing when it is posted once more.
  private func makesAnother(
    than url: String, by created: ObservedExchange, of content: ProbeContent
  ) -> Bool {
    guard let again = try? sendPOST(content), again.response != nil else { return false }
    // A conflict says that the first made what is in the way now.
    if again.status == 409 {
      workshop.noteNew(content)
      return true
    }
    guard again.isSuccess || again.status == 303 else { return false }
    guard let other = madeURL(of: again) else {
      findMade(by: again, of: content)
      return false
    }
    if ResourceName(other) == ResourceName(url) {
      // What says 200 for what it finds says 201 for what it makes (RFC 9110 section 15.3.2).
      return created.status == 201 && again.status == 200
    }
    guard workshop.beginnings?.has(key(of: other)) != true else { return false }
    _ = noteElsewhere(than: other, by: again)
    workshop.noteNew(content)
    workshop.note(other, of: content)
    return true
  }

  /// Looks in the collection for what an answer does not tell of.
  func findMade(by created: ObservedExchange, of content: ProbeContent) {
    let words = "what \(created.requestLine) made, answered \(created.status)"
    guard let beginnings = workshop.beginnings, beginnings.tellsApart,
      let list = try? listing(), list.tellsApart
    else { return workshop.noteLoss(words) }
    let known = beginnings.keys.union(ownKeys)
    let new = list.entries.filter { entry in entry.key.map { !known.contains($0) } ?? false }
    // Where the list has never shown anything that was made, it may never do so.
    let shows = created.status != 201 || !workshop.allURLs.isEmpty
    if new.isEmpty, shows, beginnings.isComplete { return }
    // Where nothing has gone, what is new was not behind the end of a page before.
    if new.count == 1, let url = new[0].url, let node = new[0].node, isItem(url),
      SentMembers(content)?.areShown(by: node) == true,
      beginnings.keys.isSubset(of: list.keys)
    {
      workshop.note(url, of: content)
      workshop.found = url
    } else {
      workshop.noteLoss(words)
    }
  }
}

extension String {
  /// A URL up to its path.
  fileprivate var withoutQuery: String { String(prefix { $0 != "?" && $0 != "#" }) }
}

extension URLReference {
  /// The path of a URL.
  fileprivate static func path(of url: String) -> String? {
    (try? URLReference(parsing: url))?.path
  }
}
