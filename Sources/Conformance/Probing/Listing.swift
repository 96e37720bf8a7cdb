internal import AccordDocuments
internal import AccordHTTP

/// What a collection lists, page by page: the witness of what writes do.
package struct Listing {
  /// A thing that is listed.
  struct Entry {
    /// What is told of it; `nil` for a link alone.
    let node: JSONNode?
    /// Where it is, if the list or the template says so.
    let url: String?
    /// What tells it from others, if anything does.
    let key: String?
  }

  /// The pages, in their order.
  let pages: [ObservedExchange]
  let entries: [Entry]
  /// Whether nothing says or lets suspect that there is more.
  let isWhole: Bool
  /// How many there are, where a page says so.
  let total: Int?

  /// Whether it tells each thing from the others.
  var tellsApart: Bool { entries.allSatisfy { $0.key != nil } }

  /// The last page, where what is new usually stands.
  var last: ObservedExchange { pages[pages.count - 1] }

  /// The page on which an entry stands.
  func page(of entry: Entry) -> ObservedExchange {
    guard let node = entry.node else { return last }
    return pages.first { page in
      page.document.map { $0.root.document.bytes == node.document.bytes } ?? false
    } ?? last
  }

  /// What tells things apart.
  var keys: Set<String> { Set(entries.compactMap(\.key)) }

  /// The entry of a thing, by what tells it from others.
  func entry(of key: String) -> Entry? { entries.first { $0.key == key } }

  /// What is listed here and was not before.
  func added(since earlier: Listing) -> [Entry] {
    let known = earlier.keys
    return entries.filter { entry in entry.key.map { !known.contains($0) } ?? false }
  }

  /// How many are listed, for a quote.
  var count: Int { total ?? entries.count }
}

extension Probe {
  /// Reads what the collection lists: at most ten pages.
  ///
  /// - Throws: ``Obstacle/lacks(_:)`` where it lists nothing.
  func listing() throws(Obstacle) -> Listing {
    var pages: [ObservedExchange] = []
    var seen: Set<String> = []
    var entries: [Listing.Entry] = []
    var next: String? = target.url
    /// Whether a page behind the last one was asked for, and was none.
    var hasEnded = false
    while let url = next, seen.insert(url).inserted, pages.count < 10 {
      let page = try read(url)
      let isLinked = pages.isEmpty || pages.last?.nextPage == url
      // Behind the last page many have nothing, some an error.
      if !isLinked, page.isStatus(400...499), ![401, 403, 429].contains(page.status) {
        hasEnded = true
        break
      }
      let more = self.entries(of: try page.usable())
      if !isLinked {
        if more.isEmpty {
          hasEnded = true
          break
        }
        // A server that does not know the parameter answers with the first page again.
        let known = Set(entries.compactMap(\.key))
        if more.allSatisfy({ $0.key.map(known.contains) ?? true }) { break }
      }
      pages.append(page)
      entries += more
      next = page.nextPage
      if next == nil, !more.isEmpty {
        next = target.collection?.paging?.url(
          of: target.url, pages: pages.count, items: entries.count)
      }
    }
    guard !entries.isEmpty || pages[0].document.flatMap({ Self.list(in: $0.root) }) != nil else {
      throw .lacks("GET \(target.name) answers no list that can be read")
    }
    let total = pages[0].statedTotal
    let isWhole: Bool
    if next != nil, pages.count == 10, !hasEnded {
      isWhole = false
    } else if let total {
      isWhole = total <= entries.count
    } else if hasEnded {
      isWhole = true
    } else {
      // A first page without a word of others is as long as pages usually are.
      isWhole = pages.count > 1 || !Self.isUsualPageLength(entries.count)
    }
    return Listing(pages: pages, entries: entries, isWhole: isWhole, total: total)
  }

  /// Whether a page may be cut at a length: 10, 12, 16, 20, 24, 25, 40, 50, 60, 64, 75, 100 and so on.
  private static func isUsualPageLength(_ count: Int) -> Bool {
    count >= 10 && [5, 6, 8].contains { count.isMultiple(of: $0) }
  }

  /// What a page lists: by the template, by links in it, or by the members that usually tell apart.
  private func entries(of page: ObservedExchange) -> [Listing.Entry] {
    guard let list = page.document.flatMap({ Self.list(in: $0.root) }) else {
      return itemURLs(in: page).map { Listing.Entry(node: nil, url: $0, key: key(of: $0)) }
    }
    let template = target.collection?.item.flatMap { ItemTemplate($0) }
    let base = try? URLReference(parsing: page.exchange.request.url)
    return list.elements.map { element in
      if let url = template.flatMap({ template in
        element.member(template.name).flatMap { template.url(with: $0) }
      }) {
        return Listing.Entry(node: element, url: url, key: key(of: url))
      }
      let own = element.kind == .string ? element : element.ownReference
      if let text = own?.string, let base, let reference = try? URLReference(parsing: text),
        text.contains("/")
      {
        let url = reference.resolved(against: base).description
        return Listing.Entry(node: element, url: url, key: key(of: url))
      }
      let id = ["id", "_id", "uuid", "key", "name"].lazy.compactMap { element.member($0)?.scalar }
      return Listing.Entry(
        node: element, url: nil,
        key: (id.first ?? element.scalar).map { PercentEncodedSegment.text($0) })
    }
  }

  /// What tells the thing at a URL from others of the collection.
  func key(of url: String) -> String {
    let template = target.collection?.item.flatMap { ItemTemplate($0) }
    return template?.id(in: url) ?? ResourceName(url).lastSegment
  }
}

extension JSONNode {
  /// The text of a string, or a number as it is written; `nil` for everything else.
  var scalar: String? {
    switch kind {
    case .string: string
    case .number: sourceText
    case .null, .boolean, .array, .object: nil
    }
  }

  /// What an object says of where it is.
  fileprivate var ownReference: JSONNode? {
    for name in ["self", "href", "url", "uri", "@id"] {
      if let node = member(name), node.kind == .string { return node }
    }
    for name in ["_links", "links"] {
      guard let own = member(name)?.member("self") else { continue }
      if own.kind == .string { return own }
      if let node = own.member("href"), node.kind == .string { return node }
    }
    return nil
  }
}

extension ObservedExchange {
  /// Where the next page is, of the same server: by Link (RFC 8288) or by the content.
  fileprivate var nextPage: String? {
    guard let base = try? URLReference(parsing: exchange.request.url) else { return nil }
    var texts = links(relation: "next")
    if texts.isEmpty, let root = document?.root, root.kind == .object {
      let places = [root, root.member("_links"), root.member("links")].compactMap { $0 }
      for place in places {
        guard let next = place.member("next") else { continue }
        texts += [next.string ?? next.member("href")?.string].compactMap { $0 }
      }
    }
    guard let text = texts.first, let reference = try? URLReference(parsing: text) else {
      return nil
    }
    let url = reference.resolved(against: base).description
    return url.hasOrigin(of: exchange.request.url) ? url : nil
  }

  /// How many things there are in all, where the answer says so; a `count` may be that of the page.
  var statedTotal: Int? {
    if let value = line("x-total-count") { return Int(value) }
    guard let root = document?.root, root.kind == .object else { return nil }
    for name in ["total", "totalCount", "total_count", "totalItems", "total_items"] {
      if let number = root.member(name), number.kind == .number { return Int(number.sourceText) }
    }
    return nil
  }
}

/// A URL in the form in which two that mean one resource are usually the same text.
struct ResourceName: Hashable {
  private let text: String
  /// What stands behind the last slash of the path.
  let lastSegment: String

  init(_ url: String) {
    guard var reference = try? URLReference(parsing: url) else {
      text = url
      lastSegment = url
      return
    }
    reference.fragment = nil
    reference.scheme = reference.scheme?.lowercased()
    if let host = reference.authority?.host { reference.authority?.host = host.lowercased() }
    while reference.path.hasSuffix("/") { reference.path.removeLast() }
    text = reference.description
    lastSegment = String(reference.path.split(separator: "/").last ?? "")
  }

  /// Whether it is above another one.
  func isAbove(_ other: ResourceName) -> Bool { other.text.hasPrefix(text + "/") }
}
