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
    if workshop.makesByPUT { return try put(content) }
    let known = workshop.made
    let (created, sent) = try postVaried(content, fields: fields)
    if target.collection?.createsByPut == true, created.takesNoContent {
      workshop.makesByPUT = true
      return try put(content)
    }
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
    // Of a server whose items are made by PUT a POST may want something else, and fail for it.
    let createsByPut = target.collection?.createsByPut == true
    let created = try post(first, fields: fields).answered(
      butFor: createsByPut ? [500, 501] : [501])
    guard created.status == 409, workshop.uniqueMember == nil, let sent = SentMembers(content)
    else {
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
    note(created, of: content)
    return created
  }

  /// Takes note of what an answer to a POST to the collection says was made.
  func note(_ created: ObservedExchange, of content: ProbeContent) {
    noteDoubt(of: created)
    guard created.isSuccess || created.status == 303 else { return }
    guard let url = madeURL(of: created) else {
      findMade(by: created, of: content)
      return
    }
    let isElsewhere = noteElsewhere(than: url, by: created)
    // What a POST answers with again after a DELETE is there again.
    if isNew(url, by: created, of: content) {
      workshop.note(url, of: content)
    } else {
      workshop.noteUndecided(
        url,
        created.status == 201 && !isElsewhere
          ? "what \(created.requestLine) made, if it is not what \(url) was before" : nil)
    }
  }

  /// Sends content to the collection, and takes note where nobody knows what came of it.
  func sendPOST(
    _ content: ProbeContent, fields: [RequestField] = []
  ) throws(Obstacle) -> ObservedExchange {
    let sent = try write(
      HTTPRequest(
        method: "POST", url: target.url,
        fields: [RequestField("Content-Type", content.type)] + fields,
        content: .bytes(content.octets)))
    noteDoubt(of: sent)
    return sent
  }

  /// Takes note where nobody knows what came of a POST.
  private func noteDoubt(of sent: ObservedExchange) {
    if sent.response == nil {
      workshop.noteLoss("what \(sent.requestLine) may have made, which was not answered")
    } else if sent.status >= 500, sent.status != 501 {
      workshop.failedPOST = "what \(sent.requestLine) may have made, answered \(sent.status)"
    }
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
      guard method == "PUT", workshop.mayMake(at: url) else { return observed }
      // What was removed is there again; after a failure it may be.
      workshop.note(url)
      if !observed.isSuccess { workshop.noteDoubt(of: url) }
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

extension ObservedExchange {
  /// Whether a POST to the collection was refused for what it is: another one would fare no better.
  fileprivate var takesNoContent: Bool {
    [400, 404, 405, 411, 412, 415, 422, 500, 501].contains(status)
  }
}
