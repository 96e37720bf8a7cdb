internal import AccordDocuments
internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 15.3.2: 201.
  static let created = RuleSection(
    .rfc9110, "15.3.2",
    [
      Rule(
        "rest.lifecycle.roundtrip", .convention, .lifecycle,
        "What was sent with POST is what GET shows.",
        remedy: "Keep each member that is taken, and refuse those that are not.",
        dependsOn: ["http.201.location-resolves", "rest.lifecycle.post-distinct"],
        active: .of(Creation.self) { creation throws(Obstacle) in
          let (first, second) = (creation.first, creation.second)
          _ = try first.post.atOnce()
          guard SentMembers(first.content) != nil else {
            throw .lacks("the sample is no object of JSON")
          }
          guard let shown = first.shown else { throw .lacks("it is not told where the item is") }
          try shown.usable()
          guard let losses = first.losses(creation.volatility) else {
            throw .prevents("\(shown.requestLine) shows none of the members that were sent")
          }
          // What is so with one item only may have been changed by somebody.
          let others = second?.losses(creation.volatility)?.map(\.name)
          let loss = losses.first { loss in others.map { $0.contains(loss.name) } ?? true }
          guard let loss else { return .conforms }
          return .violation(
            Evidence(
              part: loss.difference.part,
              problem: loss.difference.right == nil
                ? "is not shown, and was sent" : "is not what was sent",
              quote: loss.difference.quote,
              exhibits: [
                Exhibit("the POST", first.post.exchange),
                Exhibit("what is read then", shown.exchange, loss.difference.part),
              ]))
        }),
      Rule(
        "rest.lifecycle.created-listed", .convention, .lifecycle,
        "What was created is listed in its collection.",
        remedy: "List everything that was created through the collection.",
        also: [Citation(.rfc9110, "10.2.2")],
        dependsOn: ["http.201.location-resolves", "rest.lifecycle.post-distinct"],
        active: .of(Creation.self) { creation throws(Obstacle) in
          let post = try creation.first.post.atOnce()
          guard creation.first.url != nil else { throw .lacks("it is not told where the item is") }
          let list = try creation.list.get()
          if creation.entries.contains(where: { $0 != nil }) { return .conforms }
          guard list.tellsApart else {
            throw .prevents("the items that \(list.last.requestLine) lists cannot be told apart")
          }
          guard list.isWhole else { throw .prevents("the list was not read to its end") }
          return .violation(
            Evidence(
              part: .content, problem: "does not list what was created",
              quote: creation.first.url,
              exhibits: [
                Exhibit("the POST", post.exchange, .field("Location")),
                Exhibit("the list after it", list.last.exchange, .content),
              ]))
        }),
    ])
}

extension Creation.Made {
  /// The members that were sent and are not shown as they were; `nil` where none is shown at all.
  fileprivate func losses(_ volatility: Volatility) -> [(name: String, difference: Difference)]? {
    guard let sent = SentMembers(content), let observed = shown,
      let shown = sent.shown(in: observed)
    else { return nil }
    return sent.root.members.compactMap { member in
      let place = shown.place + [member.name]
      guard !volatility.covers(place) else { return nil }
      let value = shown.object.member(member.name)
      if let value {
        guard Sameness.of(member.value, value) == .different else { return nil }
      } else {
        // Nothing may be shown as nothing, a secret is not shown, and a reference may be somewhere else.
        guard !member.value.isNull, !member.name.namesSecret,
          !shown.object.hasSomewhere(member.value)
        else { return nil }
      }
      return (
        member.name,
        Difference(
          part: .member(JSONPointer(tokens: place).description),
          left: member.value.quotation, right: value?.quotation)
      )
    }
  }
}

extension String {
  /// Whether it is the name of what is written and never shown.
  fileprivate var namesSecret: Bool {
    let name = lowercased()
    return ["pass", "secret", "token", "pin", "key", "cvv", "cvc", "card", "credential"].contains {
      name.contains($0)
    }
  }
}

extension JSONNode {
  /// Whether a value stands in the members of members.
  fileprivate func hasSomewhere(_ value: JSONNode) -> Bool {
    members.contains { member in
      member.value.equals(value)
        || member.value.members.contains { $0.value.equals(value) }
    }
  }
}
