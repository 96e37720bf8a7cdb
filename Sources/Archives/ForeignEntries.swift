internal import AccordEngine
internal import AccordHTTP

/// The entries of another program, found by what was sent.
struct ForeignEntries {
  private struct Entry {
    var place: EntryPlace
    var method: String
    var url: String
    /// Where it redirects to, if it does.
    var location: [UInt8]?
    var isTaken = false
  }

  private struct Target: Hashable {
    var method: String
    var target: [UInt8]
  }

  /// The entries that may be what is looked for, in their order.
  private struct Candidates {
    var indices: [Int]
    /// How many of the first ones are taken.
    var takenCount = 0

    /// The first one from an entry on that is not taken.
    mutating func first(from beginning: Int, of entries: [Entry]) -> Int? {
      while takenCount < indices.count, entries[indices[takenCount]].isTaken { takenCount += 1 }
      var bounds = takenCount..<indices.count
      while !bounds.isEmpty {
        let middle = bounds.lowerBound + bounds.count / 2
        let isBefore = indices[middle] < beginning
        bounds = isBefore ? middle + 1..<bounds.upperBound : bounds.lowerBound..<middle
      }
      return indices[bounds.lowerBound...].first { !entries[$0].isTaken }
    }
  }

  private var entries: [Entry] = []
  private var byTarget: [Target: [Int]] = [:]
  private var byMethod: [String: [Int]] = [:]
  /// In octets; for redirects, whatever their method.
  private var byURL: [[UInt8]: Candidates] = [:]
  /// What was looked for before: steps of a template share what fits it.
  private var found: [SoughtStep.Key: Candidates] = [:]
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
    let method = exchange.request.method
    let url = exchange.request.url
    let target = Array(SoughtStep.requestTarget(of: url).utf8)
    byTarget[Target(method: method, target: target), default: []].append(entries.count)
    byMethod[method, default: []].append(entries.count)
    byURL[Array(url.utf8), default: Candidates(indices: [])].indices.append(entries.count)
    entries.append(
      Entry(
        place: place, method: method, url: url, location: location.map { Array($0.utf8) }))
  }

  /// Finds the entries of a step, the hops of its redirects after one another, and takes them.
  mutating func takePlaces(of sought: SoughtStep) -> [EntryPlace] {
    let key = sought.key
    var candidates = found.removeValue(forKey: key) ?? Candidates(indices: matches(of: sought))
    let first = candidates.first(from: beginnings[sought.unit] ?? 0, of: entries)
    found[key] = candidates
    guard var index = first else { return [] }
    var places = [take(index)]
    while places.count <= sought.hopLimit, let location = entries[index].location,
      let next = byURL[location]?.first(from: index, of: entries)
    {
      places.append(take(next))
      index = next
    }
    beginnings[sought.unit] = index + 1
    return places
  }

  private func matches(of sought: SoughtStep) -> [Int] {
    let possible: [Int]?
    if let target = sought.requestTarget {
      possible = byTarget[Target(method: sought.method, target: target)]
    } else {
      possible = byMethod[sought.method]
    }
    return possible?.filter { sought.isSent(entries[$0].method, to: entries[$0].url) } ?? []
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
