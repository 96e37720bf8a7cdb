internal import AccordDocuments
internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.3.5: DELETE.
  static let delete = RuleSection(
    .rfc9110, "9.3.5",
    [
      Rule(
        "rest.lifecycle.deleted-gone", .convention, .lifecycle,
        "What was deleted cannot be read any more: it is 404 or 410.",
        remedy: "Answer 404, or 410 for good, where something was deleted.",
        active: .of(Deletion.self) { deletion throws(Obstacle) in
          let after = deletion.after
          if after.status == 404 || after.status == 410 { return .conforms }
          try after.answered()
          guard after.status == 200 else {
            throw .prevents("\(after.requestLine) answered \(after.status) after the DELETE")
          }
          if deletion.firstDELETE.status == 202 {
            throw .prevents("the DELETE was queued (202), and is not done yet")
          }
          // What shows that it was deleted is an archive.
          if deletion.volatility.difference(deletion.before, after) != nil {
            throw .prevents("what was deleted is shown in another state")
          }
          return .violation(
            Evidence(
              part: .status, problem: "is 200 for what was deleted",
              exhibits: [
                Exhibit("the DELETE", deletion.firstDELETE.exchange, .status),
                Exhibit("after the DELETE", after.exchange, .status),
              ]))
        }),
      Rule(
        "rest.lifecycle.deleted-unlisted", .convention, .lifecycle,
        "What was deleted is not listed any more.",
        remedy: "Leave out of the collection what was deleted.",
        // What was not deleted is of course listed.
        dependsOn: ["rest.lifecycle.deleted-gone"],
        active: .of(Deletion.self) { deletion throws(Obstacle) in
          let list = try deletion.list.get()
          guard let entry = deletion.entry else {
            guard list.tellsApart else {
              throw .prevents("the items that \(list.last.requestLine) lists cannot be told apart")
            }
            return .conforms
          }
          if deletion.firstDELETE.status == 202 {
            throw .prevents("the DELETE was queued (202), and is not done yet")
          }
          return .violation(
            Evidence(
              part: .content, problem: "lists what was deleted",
              quote: entry.node?.quotation ?? entry.url,
              exhibits: [
                Exhibit("the DELETE", deletion.firstDELETE.exchange, .status),
                Exhibit("the list after it", list.page(of: entry).exchange, .content),
              ]))
        }),
    ])
}
