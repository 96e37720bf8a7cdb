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
