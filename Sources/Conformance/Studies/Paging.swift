internal import AccordDocuments
internal import AccordHTTP

/// The pages of a collection, one after another.
package struct Paging: Study {
  package static let safety = SafetyClass.readOnly
  package static let roles: Set<Subject.Role> = [.collection]

  /// How a walk ended.
  enum End {
    /// At a page without `next`.
    case last
    /// At a page whose `next` leads to one that was read before.
    case loop(String)
    /// At several pages in a row that have nothing but a `next`.
    case nothingMore
    /// Nowhere yet, after as many pages as are read.
    case open
  }

  /// A walk from the first page to where it ends.
  struct Walk {
    var pages: [ObservedExchange] = []
    /// Where they are.
    var urls: [String] = []
    /// What tells the items of each page apart; `nil` where something has nothing that does.
    var items: [[String]?] = []
    var end = End.open
  }

  /// A walk, and a second one where the first found items twice or too few.
  let walks: [Walk]
  /// The most pages that are read.
  static let limit = 20

  package static func conduct(on subject: Subject, by probe: Probe) throws(Obstacle) -> Paging {
    _ = try probe.study(Reads.self, of: subject)
    var walks = [try walk(from: subject.url, by: probe)]
    guard walks[0].pages.count > 1 else { throw .lacks("the collection has no next page") }
    if walks[0].repeated != nil || walks[0].missing != nil {
      walks.append(try walk(from: subject.url, by: probe))
    }
    return Paging(walks: walks)
  }

  private static func walk(from url: String, by probe: Probe) throws(Obstacle) -> Walk {
    var walk = Walk()
    var seen: Set<String> = []
    var next = url
    var empty = 0
    while walk.pages.count < limit {
      seen.insert(next)
      let page = try probe.read(next).usable()
      walk.pages.append(page)
      walk.urls.append(next)
      let list = page.document.flatMap { Probe.list(in: $0.root) }
      walk.items.append(keys(of: page, list, by: probe))
      guard let following = page.links(relation: "next").first else {
        walk.end = .last
        break
      }
      if seen.contains(following) {
        walk.end = .loop(following)
        break
      }
      empty = list?.count == 0 ? empty + 1 : 0
      if empty == 3 {
        walk.end = .nothingMore
        break
      }
      next = following
    }
    return walk
  }

  private static func keys(
    of page: ObservedExchange, _ list: JSONNode?, by probe: Probe
  ) -> [String]? {
    let urls = probe.itemURLs(in: page)
    guard let list else { return urls.isEmpty ? nil : urls }
    if urls.count == list.count { return urls }
    let ids = list.elements.compactMap { $0.member("id")?.sourceText }
    return ids.count == list.count ? ids : nil
  }
}

extension Paging.Walk {
  /// An item that is there twice, and the pages on which it is.
  var repeated: (item: String, pages: [ObservedExchange])? {
    guard case .last = end else { return nil }
    var places: [String: Int] = [:]
    for (number, keys) in items.enumerated() {
      for key in keys ?? [] {
        if let place = places[key] {
          return (key, place == number ? [pages[place]] : [pages[place], pages[number]])
        }
        places[key] = number
      }
    }
    return nil
  }

  /// How many items there are said to be, and how many there are, if those are too few.
  var missing: (total: Int, count: Int)? {
    guard case .last = end, repeated == nil, pages.count > 1, let total = statedTotal else {
      return nil
    }
    var count = 0
    for keys in items {
      guard let keys else { return nil }
      count += keys.count
    }
    // A total of something else, a price for example, is seldom just what fits on the pages.
    guard let size = items[0]?.count, total <= pages.count * size else { return nil }
    return count < total ? (total, count) : nil
  }

  /// The number of items that all pages name.
  private var statedTotal: Int? {
    let totals = Set(pages.map { $0.statedTotal })
    return totals.count == 1 ? totals.first ?? nil : nil
  }
}
