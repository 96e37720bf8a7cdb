internal import AccordDocuments
internal import AccordHTTP

/// Patches of which one part can be applied and another cannot.
package struct PartialPatching: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// A patch, and what became of the member that its first part sets.
  struct Trial {
    /// What cannot be applied.
    let words: String
    let before: ObservedExchange
    let patch: ObservedExchange
    let after: ObservedExchange
    let pointer: String
    /// The member before and after.
    let quote: String
    /// Whether the first part was applied.
    let isApplied: Bool
  }

  /// Patches that cannot be applied as a whole.
  let impossible: [Trial]
  /// A JSON patch whose test fails.
  let failedTest: Trial?

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> PartialPatching {
    let item = try probe.make()
    let types = probe.patchTypes(of: item.url)
    guard let sent = SentMembers(item.content), let collection = probe.target.collection else {
      throw .lacks("the sample is no object of JSON")
    }
    guard types.contains(PatchType.merge) || types.contains(PatchType.json) else {
      throw .lacks("neither the target nor Accept-Patch names a media type of patches")
    }
    let bad = collection.rejectedMember(besides: sent)
    let names = ([collection.patchedMember].compactMap { $0 } + sent.names).uniqued
    let volatility = probe.itemVolatility()
    guard
      let good = names.first(where: { name in
        name != bad?.name && !volatility.covers([name])
          && sent.root.member(name).flatMap { collection.anotherValue(of: name, than: $0) } != nil
      })
    else { throw .lacks("the sample has no member that a patch could change") }
    var impossible: [Trial] = []
    func attempt(
      _ words: String, _ type: String, _ content: (String, String) -> String
    ) throws(Obstacle) -> Trial? {
      let before = try probe.read(item.url).usable()
      guard let shown = sent.shown(in: before), let old = shown.object.member(good),
        let new = collection.anotherValue(of: good, than: old)
      else { return nil }
      let place = JSONPointer(tokens: shown.place + [good]).description
      let text = content(JSONPointer(tokens: [good]).description, new)
      let patch = try probe.change(
        "PATCH", item.url, ProbeContent(type: type, octets: Array(text.utf8)))
      if patch.isNotOffered || patch.status == 415 { return nil }
      try patch.answered()
      let after = try probe.read(item.url).usable()
      let now = sent.shown(in: after)?.object.member(good)
      let isApplied = now.map { !$0.equals(old) } ?? true
      return Trial(
        words: words, before: before, patch: patch, after: after, pointer: place,
        quote: "\(old.quotation) → \(now?.quotation ?? "nothing")",
        isApplied: isApplied)
    }
    if types.contains(PatchType.merge), let bad,
      let trial = try attempt(
        "\(bad.name), which it must refuse", PatchType.merge,
        {
          ObjectDraft([(good, $1), (bad.name, bad.text)], type: PatchType.merge).text
        })
    {
      impossible.append(trial)
    }
    var failedTest: Trial?
    if types.contains(PatchType.json) {
      let none = "/accord-\(probe.token)"
      if let trial = try attempt(
        "a member that is not there", PatchType.json,
        {
          #"[{"op":"replace","path":\#(JSONWriter.text(of: $0)),"value":\#($1)},"#
            + #"{"op":"replace","path":"\#(none)/none","value":1}]"#
        })
      {
        impossible.append(trial)
      }
      failedTest = try attempt(
        "a test that fails", PatchType.json,
        {
          #"[{"op":"replace","path":\#(JSONWriter.text(of: $0)),"value":\#($1)},"#
            + #"{"op":"test","path":\#(JSONWriter.text(of: $0)),"value":"\#(none)"}]"#
        })
    }
    return PartialPatching(impossible: impossible, failedTest: failedTest)
  }
}

extension ProbedCollection {
  /// A member with a value that must be refused: one of the content that is, and has another value in
  /// the sample.
  fileprivate func rejectedMember(besides sent: SentMembers) -> (name: String, text: String)? {
    for content in rejected {
      guard let members = SentMembers(content)?.root.members else { continue }
      for member in members {
        guard let value = sent.root.member(member.name), value.kind != member.value.kind else {
          continue
        }
        return (member.name, member.value.sourceText)
      }
    }
    return nil
  }
}
