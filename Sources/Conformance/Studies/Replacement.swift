internal import AccordHTTP

/// An item that is replaced by PUT, and by the same PUT again.
package struct Replacement: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// What the item was made of.
  let made: ProbeContent
  /// What it was replaced with.
  let content: ProbeContent
  let before: ObservedExchange
  let firstPUT: ObservedExchange
  let afterFirst: ObservedExchange
  let secondPUT: ObservedExchange
  let afterSecond: ObservedExchange
  /// After a third PUT, which was sent where the second one seems to have done something.
  let afterThird: ObservedExchange?
  /// What the PUT does to the collection each time, or why that is not known.
  let listChange: Result<ListChange?, Obstacle>
  let volatility: Volatility

  /// The members that were sent.
  var sent: SentMembers? { SentMembers(content) }

  package static func conduct(
    on subject: Subject, by probe: Probe
  ) throws(Obstacle) -> Replacement {
    let item = try probe.make()
    let volatility = probe.itemVolatility()
    let content = try probe.replacement()
    let before = try probe.read(item.url).usable()
    func put() throws(Obstacle) -> ObservedExchange {
      try probe.change("PUT", item.url, content).accepted().atOnce()
    }
    func read() throws(Obstacle) -> ObservedExchange { try probe.read(item.url).usable() }
    let firstPUT = try put()
    let sent = SentMembers(content)
    let afterFirst = try probe.settle(read, isDecisive: true) { after in
      // What cannot show a difference is not waited for.
      guard let sent, content != item.content, sent.shown(in: after) != nil else { return true }
      return sent.difference(before, after, volatility: volatility) != nil
    }
    let secondPUT = try put()
    let afterSecond = try read()
    var afterThird: ObservedExchange?
    if difference(sent, afterFirst, afterSecond, volatility) != nil {
      _ = try put()
      afterThird = try read()
    }
    let listChange: Result<ListChange?, Obstacle>
    do throws(Obstacle) {
      listChange = .success(try probe.listChange(of: put))
    } catch {
      listChange = .failure(error)
    }
    return Replacement(
      made: item.content, content: content, before: before, firstPUT: firstPUT,
      afterFirst: afterFirst, secondPUT: secondPUT, afterSecond: afterSecond,
      afterThird: afterThird, listChange: listChange, volatility: volatility)
  }

  /// Where two reads differ in what was sent.
  static func difference(
    _ sent: SentMembers?, _ one: ObservedExchange, _ other: ObservedExchange,
    _ volatility: Volatility
  ) -> Difference? {
    if let sent { return sent.difference(one, other, volatility: volatility) }
    return one.document == nil ? volatility.difference(one, other) : nil
  }
}

extension Probe {
  /// Content that a PUT may replace an item with.
  func replacement() throws(Obstacle) -> ProbeContent {
    if let content = target.collection?.replacement { return content }
    return try sample(1)
  }
}

extension ObservedExchange {
  /// The exchange, if what it asked for was done.
  ///
  /// - Throws: ``Obstacle/lacks(_:)`` where the method is not offered, ``Obstacle/prevents(_:)`` where
  ///   it was refused.
  func accepted() throws(Obstacle) -> ObservedExchange {
    if isNotOffered { throw .lacks("\(requestLine) answered \(status)") }
    try answered()
    guard isSuccess else { throw .prevents("\(requestLine) answered \(status)") }
    return self
  }
}
