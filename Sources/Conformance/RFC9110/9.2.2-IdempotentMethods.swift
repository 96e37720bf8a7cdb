internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.2.2: methods that do the same when they are repeated.
  static let idempotentMethods = RuleSection(
    .rfc9110, "9.2.2",
    [
      Rule(
        "http.put.idempotent", .must, .methods,
        "Two equal PUTs leave behind what one leaves.",
        remedy: "Set what the content says; count, append and create nothing with a PUT.",
        active: .of(Replacement.self) { replacement throws(Obstacle) in
          // Only what grows on with each PUT is of the PUT's doing.
          if let third = replacement.afterThird,
            let change = Replacement.difference(
              replacement.sent, replacement.afterSecond, third, replacement.volatility),
            let first = Replacement.difference(
              replacement.sent, replacement.afterFirst, replacement.afterSecond,
              replacement.volatility)
          {
            return .violation(
              Evidence(
                part: first.part, problem: "is another after the second of two equal PUTs",
                quote: "\(first.quote), then \(change.right ?? "nothing")",
                exhibits: [
                  Exhibit("after the first PUT", replacement.afterFirst.exchange, first.part),
                  Exhibit("the second PUT", replacement.secondPUT.exchange),
                  Exhibit("after the second PUT", replacement.afterSecond.exchange, first.part),
                ]))
          }
          guard case .success(let change?) = replacement.listChange else { return .conforms }
          return .violation(
            Evidence(
              part: .content,
              problem: "lists \(change.words) after PUTs that were sent before",
              quote: change.quote,
              exhibits: [
                Exhibit("before three equal PUTs", change.before.last.exchange, .content),
                Exhibit("the last PUT", change.action.exchange),
                Exhibit("after three equal PUTs", change.after.last.exchange, .content),
              ]))
        }),
      Rule(
        "http.delete.idempotent", .must, .methods,
        "A DELETE that is repeated does nothing more, and is no error of the server.",
        remedy: "Answer 404 or 204 where there is nothing to delete, and leave the rest alone.",
        active: .of(Deletion.self) { deletion throws(Obstacle) in
          let second = deletion.repeated[0]
          if second.response == nil { throw .prevents("\(second.requestLine) was not answered") }
          if let third = deletion.repeated.last, deletion.repeated.count > 1,
            second.isServerFault, third.isServerFault
          {
            return .violation(
              Evidence(
                part: .status, problem: "is \(second.status) when the DELETE is repeated",
                quote: "\(deletion.firstDELETE.status) → \(second.status)",
                exhibits: [
                  Exhibit("the first DELETE", deletion.firstDELETE.exchange, .status),
                  Exhibit("the second DELETE", second.exchange, .status),
                ]))
          }
          try second.answered()
          if let other = deletion.bystanders.last, deletion.bystanders.count > 1, other.isGone {
            return .violation(
              Evidence(
                part: .status,
                problem: "of another item is \(other.after.status) after a repeated DELETE",
                quote: "\(other.before.status) → \(other.after.status)",
                exhibits: [
                  Exhibit("the other item before", other.before.exchange, .status),
                  Exhibit("the repeated DELETE", other.again.exchange),
                  Exhibit("the other item after", other.after.exchange, .status),
                ]))
          }
          guard let change = try? deletion.listChange.get() else { return .conforms }
          return .violation(
            Evidence(
              part: .content,
              problem: "lists \(change.words) after DELETEs of what was gone before",
              quote: change.quote,
              exhibits: [
                Exhibit("before three DELETEs", change.before.last.exchange, .content),
                Exhibit("the last DELETE", change.action.exchange),
                Exhibit("after three DELETEs", change.after.last.exchange, .content),
              ]))
        }),
    ])
}

extension ListChange {
  /// What became of the list.
  fileprivate var words: String { added.count >= vanished.count ? "more" : "less" }
}

extension ObservedExchange {
  /// Whether the server failed at it, and not for what passes by (RFC 9110 section 15.6).
  var isServerFault: Bool { status >= 500 && ![501, 503, 504].contains(status) }
}
