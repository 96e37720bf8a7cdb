/// What something that is done again and again does to the collection each time.
struct ListChange {
  let before: Listing
  /// What was done, the last time.
  let action: ObservedExchange
  let after: Listing

  /// What is listed and was not, by what tells it apart.
  var added: Set<String> { after.keys.subtracting(before.keys) }
  var vanished: Set<String> { before.keys.subtracting(after.keys) }

  /// Both, for a quote.
  var quote: String { "\(before.count) → \(after.count)" }
}

extension Probe {
  /// What doing something does to the collection besides what the probe made: it is done once, and
  /// where the collection is another one after it, three times more.
  ///
  /// Others may write meanwhile: only what happens as often as it is done is told.
  ///
  /// - Returns: What it does each time; `nil` for nothing.
  /// - Throws: Why it cannot be said, or what `act` throws.
  func listChange(
    of act: () throws(Obstacle) -> ObservedExchange
  ) throws(Obstacle) -> ListChange? {
    let before = try witness()
    let first = try act()
    let after = try witness()
    let once = ListChange(before: before, action: first, after: after)
    guard !unexplained(once).isEmpty else { return nil }
    // What else happens in the time that it takes.
    _ = try witness()
    let unaffected = try witness()
    guard
      unexplained(ListChange(before: after, action: first, after: unaffected)).isEmpty
    else { throw .prevents("others change the collection at the same time") }
    var last = first
    for _ in 0..<3 { last = try act() }
    let thrice = ListChange(before: unaffected, action: last, after: try witness())
    guard unexplained(thrice).count >= 3 else { return nil }
    // Nobody knows for certain whose they are, so they stay.
    if !thrice.added.isEmpty {
      workshop.makesUnasked = "\(last.method) seems to have made it"
    }
    return thrice
  }

  /// The list, if it can tell what became of it.
  private func witness() throws(Obstacle) -> Listing {
    let list = try listing()
    guard list.tellsApart else {
      throw .prevents("the items that \(list.last.requestLine) lists cannot be told apart")
    }
    return list
  }

  /// What changed and is not of the probe's doing.
  private func unexplained(_ change: ListChange) -> Set<String> {
    change.added.union(change.vanished).subtracting(workshop.allURLs.map { key(of: $0) })
  }
}
