import HummingbirdCore

/// A part of a list: `?limit=10&page=2`.
struct Page {
  /// Which one, from 1 on.
  ///
  /// A page after the last is empty.
  let number: Int
  /// How many a page holds at most.
  let limit: Int
  /// How many there are in all.
  let total: Int

  static let limits = 1...100

  /// Reads the query.
  ///
  /// Without `limit` a page holds ten, without `page` it is the first.
  ///
  /// - Throws: A ``Problem`` with status 400 for a limit out of bounds or a page that is not one.
  init(_ target: URI, total: Int) throws(Problem) {
    let query = target.queryParameters
    let limit = query["limit"].map { Int($0) ?? 0 } ?? 10
    let number = query["page"].map { Int($0) ?? 0 } ?? 1
    guard Self.limits.contains(limit) else {
      throw .malformed("limit has to be a number from 1 to 100.")
    }
    guard (1...1_000_000).contains(number) else {
      throw .malformed("page has to be a number from 1 to 1000000.")
    }
    self.limit = limit
    self.number = number
    self.total = total
  }

  /// The positions of the page's rows in the whole list.
  var rows: Range<Int> {
    let start = min((number - 1) * limit, total)
    return start..<min(start + limit, total)
  }

  /// The number of the last page.
  ///
  /// An empty list has one page, which is empty.
  var last: Int { max(1, (total + limit - 1) / limit) }

  /// The `Link` field (RFC 8288): `first` and `last` always, `prev` and `next` where they exist.
  func links(below path: String) -> String {
    var links = [("first", 1), ("last", last)]
    if number > 1 { links.append(("prev", min(number - 1, last))) }
    if number < last { links.append(("next", number + 1)) }
    return links.map { relation, page in
      "<\(path)?limit=\(limit)&page=\(page)>; rel=\"\(relation)\""
    }.joined(separator: ", ")
  }
}
