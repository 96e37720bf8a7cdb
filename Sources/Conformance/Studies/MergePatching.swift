internal import AccordDocuments
internal import AccordHTTP

/// An item that merge patches change (RFC 7396).
package struct MergePatching: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// A patch, and the item before and after it.
  struct Step {
    let before: ObservedExchange
    let patch: ObservedExchange
    let after: ObservedExchange
  }

  /// A patch that gives one member another value, and what it changed of the others.
  let change: (step: Step, loss: Difference?)?
  /// The member that null was sent for; empty where none can be removed.
  let pointer: String
  /// Patches with null for it: a second one, after it was given another value, where the first one left
  /// it as it was.
  let removals: [Step]
  /// Whether the member had another value at the second, too, and kept it.
  let isKept: Bool
  /// What of the other members each of them changed.
  let losses: [Difference?]
  /// A patch with an array of one element in place of a longer one, and how many are there then.
  let array: (step: Step, pointer: String, old: Int, new: Int)?

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> MergePatching {
    let item = try probe.make()
    guard probe.patchTypes(of: item.url).contains(PatchType.merge) else {
      throw .lacks("neither the target nor Accept-Patch names \(PatchType.merge)")
    }
    guard let sent = SentMembers(item.content), let collection = probe.target.collection else {
      throw .lacks("the sample is no object of JSON")
    }
    let volatility = probe.itemVolatility()
    let bench = Bench(item: item, sent: sent, probe: probe, volatility: volatility)
    let names = ([collection.patchedMember].compactMap { $0 } + sent.names).uniqued.prefix(4)
    let change = try change(bench, names, collection)
    for name in names {
      guard let old = try bench.value(of: name), !old.isNull, old.count > 0 || old.scalar != nil,
        let first = try bench.send([(name, "null")], until: { $0.map { !$0.equals(old) } ?? true })
      else { continue }
      var removals = [first]
      var isKept = false
      if let kept = bench.value(of: name, in: first.after), kept.equals(old),
        let other = collection.anotherValue(of: name, than: old),
        try bench.send([(name, other)], until: { $0.map { !$0.equals(old) } ?? true }) != nil,
        let given = try bench.value(of: name), !given.equals(old),
        let second = try bench.send(
          [(name, "null")], until: { $0.map { !$0.equals(given) } ?? true })
      {
        removals.append(second)
        isKept = bench.value(of: name, in: second.after).map { $0.equals(given) } ?? false
      }
      var losses: [Difference?] = []
      for step in removals { losses.append(try bench.loss(in: step, of: name)) }
      return MergePatching(
        change: change, pointer: bench.pointer(of: name, in: first.before), removals: removals,
        isKept: isKept, losses: losses, array: try array(bench, collection.samples))
    }
    guard change != nil else {
      throw .lacks("no member of the sample can be changed by a merge patch")
    }
    return MergePatching(
      change: change, pointer: "", removals: [], isKept: false, losses: [],
      array: try array(bench, collection.samples))
  }

  /// Gives a member another value.
  private static func change(
    _ bench: Bench, _ names: some Sequence<String>, _ collection: ProbedCollection
  ) throws(Obstacle) -> (step: Step, loss: Difference?)? {
    for name in names {
      guard let old = try bench.value(of: name), !old.isNull,
        let other = collection.anotherValue(of: name, than: old),
        let step = try bench.send([(name, other)], until: { $0.map { !$0.equals(old) } ?? true })
      else { continue }
      return (step, try bench.loss(in: step, of: name))
    }
    return nil
  }

  /// Puts an array of one element in the place of a longer one.
  private static func array(
    _ bench: Bench, _ samples: [ProbeContent]
  ) throws(Obstacle) -> (step: Step, pointer: String, old: Int, new: Int)? {
    for member in bench.sent.root.members {
      guard let first = member.value.element(0), member.value.kind == .array else { continue }
      let name = member.name
      // The array may be the member that was removed before.
      if try bench.value(of: name)?.kind != .array {
        _ = try bench.send([(name, member.value.sourceText)], until: { $0?.kind == .array })
      }
      guard let old = try bench.value(of: name), old.kind == .array, old.count > 0,
        let step = try bench.send([(name, "[\(first.sourceText)]")], until: { $0?.count == 1 }),
        let new = bench.value(of: name, in: step.after), new.kind == .array
      else { continue }
      return (step, bench.pointer(of: name, in: step.after), old.count, new.count)
    }
    return nil
  }

  /// An item, and what is needed to patch it.
  private struct Bench {
    let item: MadeItem
    let sent: SentMembers
    let probe: Probe
    let volatility: Volatility

    func value(of name: String, in observed: ObservedExchange) -> JSONNode? {
      sent.shown(in: observed)?.object.member(name)
    }

    func value(of name: String) throws(Obstacle) -> JSONNode? {
      value(of: name, in: try probe.read(item.url).usable())
    }

    func pointer(of name: String, in observed: ObservedExchange) -> String {
      JSONPointer(tokens: (sent.shown(in: observed)?.place ?? []) + [name]).description
    }

    /// What else than a member a patch of it changed.
    ///
    /// What the server keeps up itself is nothing, and what it makes of that member either: both are
    /// given back, and then a patch of another member leaves it alone.
    func loss(in step: Step, of name: String) throws(Obstacle) -> Difference? {
      let maintained = sent.maintainedNames
      guard
        let loss = sent.difference(
          step.before, step.after, volatility: volatility, without: maintained.union([name])),
        let lost = loss.name, let value = sent.root.member(lost)
      else { return nil }
      let before = self.value(of: lost, in: step.before) ?? value
      if let old = self.value(of: name, in: step.before),
        let restored = try send(
          [(name, old.sourceText), (lost, before.sourceText)], until: { $0 != nil }),
        self.value(of: lost, in: restored.after) == nil
      {
        return loss
      }
      let others = sent.names.filter { $0 != name && $0 != lost && !maintained.contains($0) }
      for other in others.map(Optional.some) + [nil] {
        var members: [(name: String, text: String)] = []
        if let other {
          guard let shown = try self.value(of: other), !shown.isNull else { continue }
          members = [(other, shown.sourceText)]
        }
        guard let again = try send(members, until: { _ in true }) else { continue }
        let kept = (self.value(of: lost, in: again.before), self.value(of: lost, in: again.after))
        guard let before = kept.0 else { return nil }
        return kept.1?.equals(before) == true ? nil : loss
      }
      return nil
    }

    /// Sends a merge patch; `nil` where it is refused.
    func send(
      _ members: [(name: String, text: String)], until isDone: (JSONNode?) -> Bool
    ) throws(Obstacle) -> Step? {
      let before = try probe.read(item.url).usable()
      let patch = try probe.change(
        "PATCH", item.url, ObjectDraft(members, type: PatchType.merge).content)
      if patch.isNotOffered || patch.status == 415 {
        throw .lacks("\(patch.requestLine) answered \(patch.status)")
      }
      guard try patch.answered().atOnce().isSuccess else { return nil }
      let after = try probe.settle({ () throws(Obstacle) in try probe.read(item.url).usable() }) {
        observed in members.allSatisfy { isDone(value(of: $0.name, in: observed)) }
      }
      return Step(before: before, patch: patch, after: after)
    }
  }
}
