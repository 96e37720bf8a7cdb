internal import AccordDocuments
internal import AccordHTTP

/// Making and removing what is thrown away.
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
  ///
  /// - Returns: The exchange that made it, and where it is.
  func make(
    sample: Int = 0, fields: [RequestField] = []
  ) throws(Obstacle) -> (exchange: ObservedExchange, url: String) {
    guard allowed.contains(.throwaway), let collection = target.collection,
      !collection.samples.isEmpty
    else { throw .lacks(SafetyClass.throwaway.permission) }
    let content = collection.samples[sample % collection.samples.count]
    let created = try post(content, fields: fields).answered()
    guard (200...299).contains(created.status) else {
      throw .prevents("\(created.requestLine) with the sample answered \(created.status)")
    }
    guard let url = madeURL(of: created) else {
      throw .prevents("nothing says where what \(created.requestLine) made is")
    }
    return (created, url)
  }

  /// Sends content to the collection, and takes note of what it makes.
  func post(
    _ content: ProbeContent, fields: [RequestField] = []
  ) throws(Obstacle) -> ObservedExchange {
    let created = try write(
      HTTPRequest(
        method: "POST", url: target.url,
        fields: [RequestField("Content-Type", content.type)] + fields,
        content: .bytes(content.octets)))
    guard (200...299).contains(created.status) else { return created }
    if let url = madeURL(of: created) {
      workshop.note(url)
    } else if created.status != 204 {
      workshop.noteLoss("what \(created.requestLine) made, answered \(created.status)")
    }
    return created
  }

  /// Where the thing is that an answer says was made: where Location says (RFC 9110 section 10.2.2), or
  /// where the template and a member of the answer say.
  func madeURL(of created: ObservedExchange) -> String? {
    if let value = created.value(.location),
      let base = try? URLReference(parsing: created.exchange.request.url),
      let reference = try? URLReference(parsing: String(decoding: value, as: UTF8.self))
    {
      let url = reference.resolved(against: base)
      // Somebody else's server is not to be written to.
      guard url.authority == base.authority, url.scheme == base.scheme else { return nil }
      return url.description
    }
    guard let template = target.collection?.item.flatMap({ ItemTemplate($0) }) else { return nil }
    return created.document?.root.member(template.name).flatMap { template.url(with: $0) }
  }

  /// Removes an item that the probe made.
  func remove(_ url: String, fields: [RequestField] = []) throws(Obstacle) -> ObservedExchange {
    let removed = try write(HTTPRequest(method: "DELETE", url: url, fields: fields))
    if (200...299).contains(removed.status) || removed.status == 404 || removed.status == 410 {
      workshop.noteRemoval(of: url)
    }
    return removed
  }

  /// Removes all that is left of what the probe made, the newest first.
  ///
  /// - Returns: What could not be removed: URLs, or what is known instead.
  package func cleanUp() -> [String] {
    var left: [String] = []
    for url in workshop.made.reversed() {
      let removal = try? remove(url, fields: ifMatch(for: url))
      if workshop.made.contains(url) {
        left.append(url + (removal.map { " (DELETE answered \($0.status))" } ?? ""))
      }
    }
    return left + workshop.lost
  }

  /// If-Match with the current tag of an item whose writes want one.
  func ifMatch(for url: String) -> [RequestField] {
    guard target.collection?.needsPrecondition == true,
      let tag = (try? read(url))?.line("etag")
    else { return [] }
    return [RequestField("If-Match", tag)]
  }
}
