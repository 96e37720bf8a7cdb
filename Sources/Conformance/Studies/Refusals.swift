internal import AccordDocuments
internal import AccordHTTP

/// Writes of content that must be refused, and what they leave behind.
package struct Refusals: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// What a refused PUT did to an item.
  struct Write {
    let before: ObservedExchange
    let put: ObservedExchange
    let after: ObservedExchange
    /// Another PUT of the same and what is read after it, where the first seems to have done something.
    let again: (put: ObservedExchange, after: ObservedExchange)?
  }

  /// The PUTs that were refused with a 4xx.
  let writes: [Write]
  /// What the POSTs that were refused with a 4xx do to the collection each time; `nil` for nothing.
  let listChanges: [Result<ListChange?, Obstacle>]
  let volatility: Volatility

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Refusals {
    let rejected = probe.target.collection?.rejected ?? []
    guard !rejected.isEmpty else { throw .lacks("the target names no content that is refused") }
    let item = try probe.make()
    let volatility = probe.itemVolatility()
    var writes: [Write] = []
    var changes: [Result<ListChange?, Obstacle>] = []
    for content in rejected.prefix(3) {
      if let write = try put(content, item.url, volatility, probe) { writes.append(write) }
      do throws(Obstacle) {
        let change = try probe.listChange { () throws(Obstacle) in
          let post = try probe.post(content).answered()
          guard post.isStatus(400...499) else {
            throw .lacks("\(post.requestLine) with the content to refuse answered \(post.status)")
          }
          return post
        }
        changes.append(.success(change))
      } catch {
        changes.append(.failure(error))
      }
    }
    return Refusals(writes: writes, listChanges: changes, volatility: volatility)
  }

  private static func put(
    _ content: ProbeContent, _ url: String, _ volatility: Volatility, _ probe: Probe
  ) throws(Obstacle) -> Write? {
    let before = try probe.read(url).usable()
    let put = try probe.change("PUT", url, content).answered(butFor: [501])
    guard put.isStatus(400...499), put.status != 405 else { return nil }
    let after = try probe.read(url).answered()
    guard volatility.difference(before, after) != nil else {
      return Write(before: before, put: put, after: after, again: nil)
    }
    let second = try probe.change("PUT", url, content).answered()
    return Write(
      before: before, put: put, after: after, again: (second, try probe.read(url).answered()))
  }
}

/// Content that is not what its media type says, and content that is too much for a careless reader.
package struct MalformedContent: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// What was sent, and the answer to it.
  struct Trial {
    let words: String
    /// Whether it is no JSON at all.
    let isMalformed: Bool
    let post: ObservedExchange
    /// The answer to the same again, where the first was a 5xx or a 2xx that should be neither.
    let again: ObservedExchange?
  }

  let trials: [Trial]

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> MalformedContent {
    let sample = try probe.sample(0)
    guard let sent = SentMembers(sample), let draft = ObjectDraft(sample) else {
      throw .lacks("the sample is no object of JSON")
    }
    // Of a server that does not even take the sample nothing can be said.
    try probe.ensureRemoval()
    var contents: [(words: String, isMalformed: Bool, content: ProbeContent)] = [
      (
        "the beginning of an object", true,
        ProbeContent(type: sample.type, octets: Array(#"{"name": "#.utf8))
      ),
      ("an array of nothing", false, ProbeContent(type: sample.type, octets: Array("[]".utf8))),
    ]
    if let name = sent.names.first {
      contents.append(
        ("an object as \(name)", false, draft.with(name, #"{"accord":[]}"#).content))
    }
    if let name = sent.names.first(where: { sent.root.member($0)?.kind == .number }) {
      contents.append(
        (
          "a number of 40 digits as \(name)", false,
          draft.with(name, String(repeating: "9", count: 40)).content
        ))
    }
    var trials: [Trial] = []
    for (words, isMalformed, content) in contents {
      let post = try probe.post(content)
      let isFault = post.status >= 500 || isMalformed && (post.isSuccess || post.status == 303)
      trials.append(
        Trial(
          words: words, isMalformed: isMalformed, post: post,
          again: isFault ? try probe.post(content) : nil))
    }
    return MalformedContent(trials: trials)
  }
}
