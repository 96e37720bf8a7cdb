internal import AccordEngine
internal import AccordHTTP

/// The entries of another program, found by what was sent.
struct ForeignEntries {
  private struct Entry {
    var place: EntryPlace
    var method: String
    var url: String
    /// Where it redirects to, if it does.
    var location: String?
    var isTaken = false
  }

  private var entries: [Entry] = []
  /// By unit, from which entry on one is looked for: of a scenario behind the last one.
  private var beginnings: [Int: Int] = [:]

  /// The number of the first one.
  var firstEntry: Int? { entries.first?.place.entry }

  mutating func add(_ exchange: Exchange, at place: EntryPlace) {
    var location: String?
    if let response = exchange.response, 300..<400 ~= response.status,
      let reference = response.fields.first("Location")?.value
    {
      location = URLReference.following(reference, from: exchange.request.url)
    }
    entries.append(
      Entry(
        place: place, method: exchange.request.method,
        url: exchange.request.url, location: location))
  }

  /// Finds the entries of a step, the hops of its redirects after one another, and takes them.
  mutating func takePlaces(of sought: SoughtStep) -> [EntryPlace] {
    var index = beginnings[sought.unit] ?? 0
    while index < entries.count,
      entries[index].isTaken || !sought.isSent(entries[index].method, to: entries[index].url)
    {
      index += 1
    }
    guard index < entries.count else { return [] }
    var places = [take(index)]
    while places.count <= sought.hopLimit, let location = entries[index].location,
      let next = entries[index...].firstIndex(where: { !$0.isTaken && $0.url == location })
    {
      places.append(take(next))
      index = next
    }
    beginnings[sought.unit] = index + 1
    return places
  }

  private mutating func take(_ index: Int) -> EntryPlace {
    entries[index].isTaken = true
    return entries[index].place
  }
}

extension URLReference {
  /// Where a reference leads to from a URL; nil where one of them is none.
  fileprivate static func following(_ reference: String, from base: String) -> String? {
    guard let reference = try? URLReference(parsing: reference),
      let base = try? URLReference(parsing: base)
    else { return nil }
    var url = reference.resolved(against: base)
    url.fragment = nil
    return url.description
  }
}
