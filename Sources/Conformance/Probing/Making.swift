internal import AccordDocuments
internal import AccordHTTP

/// An item that the probe made.
struct MadeItem {
  /// What made it.
  let exchange: ObservedExchange
  /// Where it is.
  let url: String
  /// What it was made of.
  let content: ProbeContent
}

/// Making what is thrown away.
extension Probe {
  /// Makes an item and gives its URL; it is removed when the probe ends.
  ///
  /// - Parameters:
  ///   - sample: Which of the samples, from 0; they repeat where there are fewer.
  ///   - fields: Besides Content-Type.
  /// - Throws: What is missing for it, or what stands in the way.
  func makeItem(sample: Int = 0, fields: [RequestField] = []) throws(Obstacle) -> String {
    try make(sample: sample, fields: fields).url
  }

  /// Makes an item.
  func make(sample: Int = 0, fields: [RequestField] = []) throws(Obstacle) -> MadeItem {
    try make(of: self.sample(sample), fields: fields)
  }

  /// One of the samples.
  ///
  /// - Throws: ``Obstacle/lacks(_:)`` where nothing may be made.
  func sample(_ number: Int) throws(Obstacle) -> ProbeContent {
    guard allowed.contains(.throwaway), let collection = target.collection,
      !collection.samples.isEmpty
    else { throw .lacks(SafetyClass.throwaway.permission) }
    return collection.samples[number % collection.samples.count]
  }

  /// Makes an item of content that the API should take.
  func make(of content: ProbeContent, fields: [RequestField] = []) throws(Obstacle) -> MadeItem {
    try ensureRemoval()
    return try makeAnyway(of: content, fields: fields)
  }

  /// Makes one item and removes it, before others are made: what cannot be removed is made once.
  func ensureRemoval() throws(Obstacle) {
    // Asking again for what was refused would only be a burden.
    if let known = workshop.obstacle { throw known }
    guard !workshop.removes else { return }
    do throws(Obstacle) {
      let first = try makeAnyway(of: sample(0), fields: [])
      let removal = try remove(first.url)
      guard removal.isSuccess else {
        workshop.leavesBehind = removal.status != 404 && removal.status != 410
        throw .prevents(
          "what is made cannot be removed: \(removal.requestLine) "
            + (removal.response == nil ? "was not answered" : "answered \(removal.status)"))
      }
      workshop.removes = true
    } catch {
      workshop.obstacle = error
      throw error
    }
  }

  private func makeAnyway(
    of content: ProbeContent, fields: [RequestField]
  ) throws(Obstacle) -> MadeItem {
    let known = workshop.made
    let (created, sent) = try postVaried(content, fields: fields)
    if created.isNotOffered, target.collection?.createsByPut == true { return try put(content) }
    guard created.isSuccess || created.status == 303 else {
      throw .prevents("\(created.requestLine) with the sample answered \(created.status)")
    }
    guard let url = madeURL(of: created) ?? workshop.found else {
      throw .prevents("nothing says where what \(created.requestLine) made is")
    }
    guard workshop.made.contains(url) else {
      throw .prevents("\(created.requestLine) answered with what may have been there before")
    }
    guard !known.contains(url) else {
      throw .prevents("\(created.requestLine) answered with what an earlier one made")
    }
    // 202 says that it will be made (RFC 9110 section 15.3.3).
    if created.status == 202 {
      _ = try settle({ () throws(Obstacle) in try read(url) }, until: { $0.status == 200 })
    }
    return MadeItem(exchange: created, url: url, content: sent)
  }

  /// Sends content to the collection; where it is in conflict with what is there (names that only one
  /// thing may have), with another text in one of its members.
  func postVaried(
    _ content: ProbeContent, fields: [RequestField] = []
  ) throws(Obstacle) -> (ObservedExchange, ProbeContent) {
    let first = unused(content)
    let created = try post(first, fields: fields).answered(butFor: [501])
    guard created.status == 409, workshop.uniqueMember == nil, let sent = SentMembers(content) else {
      return (created, first)
    }
    for name in sent.names.filter({ sent.root.member($0)?.kind == .string }).prefix(3) {
      guard let content = varied(content, name) else { continue }
      let other = try post(content, fields: fields).answered()
      if other.isSuccess {
        workshop.uniqueMember = name
        return (other, content)
      }
    }
    return (created, content)
  }

  /// Content with a text that nothing has where only one thing may have it, as far as that is known.
  func unused(_ content: ProbeContent) -> ProbeContent {
    workshop.uniqueMember.flatMap { varied(content, $0) } ?? content
  }

  private func varied(_ content: ProbeContent, _ name: String) -> ProbeContent? {
    guard let draft = ObjectDraft(content),
      let text = SentMembers(content)?.root.member(name)?.string
    else { return nil }
    return draft.with(name, JSONWriter.text(of: "\(text) \(token) \(exchanges.count)")).content
  }

  /// Makes an item by PUT, at a URL where nothing is.
  private func put(_ content: ProbeContent) throws(Obstacle) -> MadeItem {
    let url = try freeURL().url
    let created = try change("PUT", url, content).answered()
    guard created.isSuccess else {
      throw .prevents("\(created.requestLine) with the sample answered \(created.status)")
    }
    return MadeItem(exchange: created, url: url, content: content)
  }

  /// A URL of the template at which nothing is, and the read that says so.
  func freeURL() throws(Obstacle) -> (read: ObservedExchange, url: String) {
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }) else {
      throw .lacks("no template says where a PUT could make an item")
    }
    let url = template.url(with: "accord-\(token)-\(exchanges.count)")
    let before = try read(url).answered()
    guard before.status == 404 || before.status == 410 else {
      throw .prevents("\(before.requestLine), where nothing should be, answered \(before.status)")
    }
    workshop.noteFree(url)
    return (before, url)
  }

  /// Sends content to the collection, and takes note of what it makes.
  ///
  /// What may have been there before is not noted: it is neither changed nor removed.
  func post(
    _ content: ProbeContent, fields: [RequestField] = []
  ) throws(Obstacle) -> ObservedExchange {
    learnBeginnings()
    workshop.found = nil
    let created = try sendPOST(content, fields: fields)
    guard created.response != nil else {
      workshop.noteLoss("what \(created.requestLine) may have made, which was not answered")
      return created
    }
    guard created.isSuccess || created.status == 303 else { return created }
    if let url = madeURL(of: created) {
      // What a POST answers with again after a DELETE is there again.
      if isNew(url, by: created, of: content) {
        workshop.note(url)
        // One of the two is wrong; what is made is removed all the same.
        if let other = otherURL(of: created, than: url),
          workshop.beginnings.map({ $0.isComplete && !$0.keys.contains(key(of: other)) }) == true
        {
          workshop.note(other)
          workshop.noteDoubt(of: url)
        }
      } else if !workshop.knows(url), created.status == 201 {
        workshop.noteLoss(
          "what \(created.requestLine) made, if it is not what \(url) was before")
      }
    } else if created.status != 303 {
      findMade(by: created, of: content)
    }
    return created
  }

  private func sendPOST(
    _ content: ProbeContent, fields: [RequestField] = []
  ) throws(Obstacle) -> ObservedExchange {
    try write(
      HTTPRequest(
        method: "POST", url: target.url,
        fields: [RequestField("Content-Type", content.type)] + fields,
        content: .bytes(content.octets)))
  }

  /// Changes an item that the probe made, with If-Match where the server wants it.
  ///
  /// - Parameter isConditional: Whether If-Match may be added.
  func change(
    _ method: String, _ url: String, _ content: ProbeContent? = nil,
    fields: [RequestField] = [], isConditional: Bool = true
  ) throws(Obstacle) -> ObservedExchange {
    func send(_ conditions: [RequestField]) throws(Obstacle) -> ObservedExchange {
      let type = content.map { [RequestField("Content-Type", $0.type)] } ?? []
      let observed = try write(
        HTTPRequest(
          method: method, url: url, fields: type + fields + conditions,
          content: content.map { .bytes($0.octets) } ?? .none))
      // What was removed is there again.
      if method == "PUT", observed.isSuccess { workshop.note(url) }
      return observed
    }
    guard isConditional else { return try send([]) }
    let conditions = ifMatch(for: url)
    let observed = try send(conditions)
    guard observed.status == 428, conditions.isEmpty else { return observed }
    workshop.wantsPrecondition = true
    let wanted = ifMatch(for: url)
    return wanted.isEmpty ? observed : try send(wanted)
  }

  /// If-Match with the current tag of an item whose writes want one.
  func ifMatch(for url: String) -> [RequestField] {
    guard target.collection?.needsPrecondition == true || workshop.wantsPrecondition,
      let tag = (try? read(url))?.line("etag")
    else { return [] }
    return [RequestField("If-Match", tag)]
  }
}

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
  private func otherURL(of created: ObservedExchange, than url: String) -> String? {
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }),
      let other = created.document?.root.member(template.name).flatMap({ template.url(with: $0) }),
      ResourceName(other) != ResourceName(url), other.isItem(of: target, template)
    else { return nil }
    return other
  }

  /// Finds out what was in the collection before, once and before anything is made.
  private func learnBeginnings() {
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
  private func isNew(
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
  private func findMade(by created: ObservedExchange, of content: ProbeContent) {
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
    if new.count == 1, let url = new[0].url, let node = new[0].node, sent?.areShown(by: node) == true {
      workshop.note(url)
      workshop.found = url
    } else {
      workshop.noteLoss("what \(created.requestLine) made, answered \(created.status)")
    }
  }
}

extension ObservedExchange {
  /// Whether the response code is of the two hundreds.
  var isSuccess: Bool { isStatus(200...299) }

  /// Whether the method is not offered here.
  var isNotOffered: Bool { status == 405 || status == 501 }

  /// Where Location leads, seen from the request's URL; `nil` where it is absent or no reference.
  var location: URLReference? {
    guard let value = value(.location),
      let base = try? URLReference(parsing: exchange.request.url),
      let reference = try? URLReference(parsing: String(decoding: value, as: UTF8.self))
    else { return nil }
    return reference.resolved(against: base)
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
