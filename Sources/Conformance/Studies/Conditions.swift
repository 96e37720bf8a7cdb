internal import AccordDocuments
internal import AccordHTTP

/// Writes whose preconditions do not hold.
package struct Conditions: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// A write to an item, and what became of the item.
  struct Trial {
    let before: ObservedExchange
    let write: ObservedExchange
    let after: ObservedExchange
    /// Whether the item is now as the write wants it.
    let isApplied: Bool
  }

  /// With If-Match and a tag that the item has not: PUT, PATCH and DELETE, as far as they are offered.
  let unmatched: [Trial]
  /// PUT with `If-None-Match: *`.
  let star: Trial?
  /// Whether items have an ETag.
  let hasTags: Bool

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Conditions {
    let item = try probe.make()
    let volatility = probe.itemVolatility()
    let stale = RequestField("If-Match", "\"accord-\(probe.token)\"")
    let hasTags = try probe.read(item.url).usable().has(.etag)
    let content = try probe.replacement()
    var unmatched: [Trial] = []
    func put(_ conditions: [RequestField]) throws(Obstacle) -> Trial? {
      try trial("PUT", item.url, content, conditions, volatility, probe)
    }
    if let trial = try put([stale]) { unmatched.append(trial) }
    // The star is tried on an item of its own, which is not yet as the PUT wants it.
    let other = try probe.make()
    let star = try trial(
      "PUT", other.url, content,
      [RequestField("If-None-Match", "*")] + probe.ifMatch(for: other.url), volatility, probe)
    if probe.patchTypes(of: other.url).contains(PatchType.merge),
      let patch = mergePatch(from: other.content, of: probe),
      let trial = try trial("PATCH", other.url, patch, [stale], volatility, probe)
    {
      unmatched.append(trial)
    }
    if let trial = try trial("DELETE", other.url, nil, [stale], volatility, probe) {
      unmatched.append(trial)
    }
    return Conditions(unmatched: unmatched, star: star, hasTags: hasTags)
  }

  /// A merge patch that changes one member.
  private static func mergePatch(from made: ProbeContent, of probe: Probe) -> ProbeContent? {
    guard let sent = SentMembers(made), let collection = probe.target.collection else { return nil }
    for name in [collection.patchedMember].compactMap({ $0 }) + sent.names {
      guard let value = sent.root.member(name),
        let other = collection.anotherValue(of: name, than: value)
      else { continue }
      return ObjectDraft([(name, other)], type: PatchType.merge).content
    }
    return nil
  }

  /// Sends a write; `nil` where its method is not offered.
  private static func trial(
    _ method: String, _ url: String, _ content: ProbeContent?, _ conditions: [RequestField],
    _ volatility: Volatility, _ probe: Probe
  ) throws(Obstacle) -> Trial? {
    let before = try probe.read(url).usable()
    let write = try probe.change(
      method, url, content, fields: conditions, isConditional: false)
    guard try !write.answered(butFor: [501]).isNotOffered else { return nil }
    let after = try probe.read(url).answered()
    let isApplied: Bool
    if method == "DELETE" {
      isApplied = after.status == 404 || after.status == 410
      if isApplied { probe.workshop.noteRemoval(of: url) }
    } else if let sent = content.flatMap({ SentMembers($0) }) {
      let change = sent.difference(before, after, volatility: volatility)
      isApplied =
        change != nil && sent.shown(in: after).map { sent.areShown(by: $0.object) } == true
    } else {
      isApplied = volatility.difference(before, after) != nil
    }
    return Trial(before: before, write: write, after: after, isApplied: isApplied)
  }
}
