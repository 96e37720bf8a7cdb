internal import AccordHTTP

/// An item that is deleted, looked for, and deleted again, beside one that stays.
package struct Deletion: Study {
  package static let safety = SafetyClass.throwaway
  package static let roles: Set<Subject.Role> = [.collection]

  /// An item that nobody deletes.
  struct Bystander {
    let before: ObservedExchange
    /// A DELETE of what is gone already.
    let again: ObservedExchange
    let after: ObservedExchange

    /// Whether it is gone.
    var isGone: Bool { after.status == 404 || after.status == 410 }
  }

  let before: ObservedExchange
  let firstDELETE: ObservedExchange
  /// What is read where it was.
  let after: ObservedExchange
  /// What is listed then, or why nothing is.
  let list: Result<Listing, Obstacle>
  /// The entry of the item, if it is listed still.
  let entry: Listing.Entry?
  /// Further DELETEs of it, two where the first of them failed.
  let repeated: [ObservedExchange]
  /// The other item, around the second DELETE; where it is gone then, a third one around one more.
  let bystanders: [Bystander]
  /// What a further DELETE does to the collection each time, or why that is not known.
  let listChange: Result<ListChange?, Obstacle>
  let volatility: Volatility

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Deletion {
    let item = try probe.make()
    let other = try probe.make(sample: 1)
    let volatility = probe.itemVolatility()
    let key = probe.key(of: item.url)
    let before = try probe.read(item.url).usable()
    let firstDELETE = try probe.remove(item.url).accepted()
    let after = try probe.settle({ () throws(Obstacle) in try probe.read(item.url) }) {
      $0.status == 404 || $0.status == 410
    }
    probe.workshop.removalIsSeen = after.status != 200
    let list: Result<Listing, Obstacle>
    do throws(Obstacle) {
      list = .success(
        try probe.settle({ () throws(Obstacle) in try probe.listing() }) {
          $0.entry(of: key) == nil
        })
    } catch {
      list = .failure(error)
    }
    func bystand(_ url: String) throws(Obstacle) -> Bystander {
      let standing = try probe.read(url).usable()
      let again = try probe.remove(item.url)
      return Bystander(before: standing, again: again, after: try probe.read(url))
    }
    var bystanders = [try bystand(other.url)]
    // Somebody else may have removed it, or its time may have come: once, not twice.
    if bystanders[0].isGone { bystanders.append(try bystand(probe.make(sample: 1).url)) }
    var repeated = [bystanders[0].again]
    if repeated[0].status >= 500 { repeated.append(try probe.remove(item.url)) }
    let listChange: Result<ListChange?, Obstacle>
    do throws(Obstacle) {
      listChange = .success(
        try probe.listChange { () throws(Obstacle) in try probe.remove(item.url) })
    } catch {
      listChange = .failure(error)
    }
    return Deletion(
      before: before, firstDELETE: firstDELETE, after: after, list: list,
      entry: (try? list.get())?.entry(of: key), repeated: repeated,
      bystanders: bystanders, listChange: listChange, volatility: volatility)
  }
}
