internal import AccordHTTP

extension RuleSection {
  /// RFC 5005 section 3: what is paged.
  static let pagedFeeds = RuleSection(
    .rfc5005, "3",
    [
      Rule(
        "link.next-terminates", .convention, .links,
        "Who follows next from page to page comes to an end.",
        remedy: "Leave next out of the last page.",
        also: [Citation(.rfc8288, "3.3")], dependsOn: ["link.syntax", "link.rel-present"],
        active: .of(Paging.self) { study throws(Obstacle) in
          let walk = study.walks[0]
          func violation(_ problem: String, quote: String?) -> Verdict {
            .violation(
              Evidence(
                part: .field("Link"), problem: problem, quote: quote,
                exhibits: walk.pages.suffix(3).map {
                  Exhibit("a page", $0.exchange, .field("Link"))
                }))
          }
          switch walk.end {
          case .last: return .conforms
          case .loop(let url): return violation("leads to a page that was read before", quote: url)
          case .nothingMore:
            return violation(
              "has a next behind pages that are empty", quote: walk.pages.last?.quote(.link))
          case .open: throw .prevents("there are more than \(Paging.limit) pages")
          }
        }),
      Rule(
        "link.next-no-duplicates", .convention, .links,
        "Each item is on one page, and on one only.",
        remedy: "Sort by something that no two items share, and page by it.",
        dependsOn: ["link.next-terminates", "rest.stateless.order"],
        active: .of(Paging.self) { study throws(Obstacle) in
          let walk = study.walks[0]
          guard case .last = walk.end else { throw .prevents("the last page was not reached") }
          guard walk.items.contains(where: { $0 != nil }) else {
            throw .lacks("nothing tells items apart")
          }
          guard study.walks.count > 1 else { return .conforms }
          let again = study.walks[1]
          if let (item, pages) = again.repeated, let (known, _) = walk.repeated, item == known {
            return .violation(
              Evidence(
                part: .content, problem: "has an item that was listed before", quote: item,
                exhibits: pages.map { Exhibit("a page that has it", $0.exchange, .content) }))
          }
          if let (total, count) = again.missing, let missing = walk.missing,
            missing == (total, count)
          {
            return .violation(
              Evidence(
                part: .content, problem: "names more items than there are on all pages",
                quote: "\(total) → \(count)",
                exhibits: again.pages.map { Exhibit("a page", $0.exchange, .content) }))
          }
          throw .prevents("the collection changed meanwhile")
        }),
    ])
}
