internal import AccordDocuments
internal import AccordHTTP

/// A member that one PUT sends and the next one leaves out.
package struct Omission: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// A PUT with the member, and one without it.
  struct Round {
    let with: ObservedExchange
    let shown: ObservedExchange
    let without: ObservedExchange
    let after: ObservedExchange
    /// Where the member is shown.
    let pointer: String
    /// What is shown before and after that, where it still has the value that it had.
    let kept: (before: JSONNode, after: JSONNode)?
  }

  let member: String
  /// The first round, and one with another value where the first one kept the member: what shows the
  /// same in both knows neither default nor fixed value.
  let rounds: [Round]

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Omission {
    let item = try probe.make()
    guard let full = ObjectDraft(item.content), let sent = SentMembers(item.content) else {
      throw .lacks("the sample is no object of JSON whose members could be left out")
    }
    let volatility = probe.itemVolatility()
    let replaced = try SentMembers(probe.replacement())?.names ?? sent.names
    // What the author's own replacement leaves out can be left out.
    let names =
      sent.names.filter { !replaced.contains($0) }
      + [probe.target.collection?.patchedMember].compactMap { $0 }.filter(sent.names.contains)
      + sent.names.filter(replaced.contains)
    var refused = 0
    for name in names.uniqued.prefix(4) where sent.names.count > 1 {
      guard let first = try round(name, full, item.url, volatility, probe) else {
        refused += 1
        continue
      }
      var rounds = [first]
      if let kept = first.kept,
        let other = probe.target.collection?.anotherValue(of: name, than: kept.after),
        let second = try round(name, full.with(name, other), item.url, volatility, probe)
      {
        rounds.append(second)
      }
      return Omission(member: name, rounds: rounds)
    }
    throw refused == 0
      ? .lacks("the sample has no member that could be left out")
      : .lacks("no member of the sample can be left out of a PUT")
  }

  /// A PUT with a member, and one without it; `nil` where it cannot be left out, or is not shown.
  private static func round(
    _ name: String, _ full: ObjectDraft, _ url: String, _ volatility: Volatility, _ probe: Probe
  ) throws(Obstacle) -> Round? {
    let with = try probe.change("PUT", url, full.content)
    if with.isNotOffered { throw .lacks("\(with.requestLine) answered \(with.status)") }
    guard try with.answered().atOnce().isSuccess, let sent = SentMembers(full.content),
      let value = sent.root.member(name)
    else { return nil }
    func read() throws(Obstacle) -> ObservedExchange { try probe.read(url).usable() }
    func member(of observed: ObservedExchange) -> JSONNode? {
      sent.shown(in: observed)?.object.member(name)
    }
    let shown = try probe.settle(read) { observed in
      member(of: observed).map { Sameness.of(value, $0) == .same } ?? false
    }
    guard let before = member(of: shown), Sameness.of(value, before) != .different,
      let place = sent.shown(in: shown)?.place, !volatility.covers(place + [name])
    else { return nil }
    let without = try probe.change("PUT", url, full.without(name).content)
    guard try without.answered().atOnce().isSuccess else { return nil }
    let after = try probe.settle(read) { observed in
      member(of: observed).map { !$0.equals(before) } ?? true
    }
    let kept = member(of: after).flatMap { $0.equals(before) ? (before, $0) : nil }
    return Round(
      with: with, shown: shown, without: without, after: after,
      pointer: JSONPointer(tokens: place + [name]).description, kept: kept)
  }
}

extension [String] {
  /// Each of them once, in their order.
  var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
