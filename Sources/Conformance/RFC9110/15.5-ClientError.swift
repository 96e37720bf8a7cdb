extension RuleSection {
  /// RFC 9110 section 15.5: what was wrong with a request.
  static let clientError = RuleSection(
    .rfc9110, "15.5",
    [
      Rule(
        "http.4xx.explains", .should, .problems,
        "An error of the client has content that explains it, except to HEAD.",
        remedy: "Answer with a problem document that says what was wrong and what to do."
      ) { exchange in
        guard exchange.isStatus(400...499), exchange.method != "HEAD",
          let count = exchange.contentCount
        else { return .notApplicable }
        return .holds(count > 0, else: .content, "is missing: nothing explains the error")
      }
    ])

  /// RFC 9110 section 15.5.2: 401.
  static let unauthorized = RuleSection(
    .rfc9110, "15.5.2",
    [
      Rule(
        "http.401.www-authenticate", .must, .authentication,
        "A 401 says with WWW-Authenticate which credentials are asked for.",
        remedy:
          "Send `WWW-Authenticate: Bearer`, or the scheme that the API takes, with every 401.",
        also: [Citation(.rfc9110, "11.6.1")]
      ) { exchange in
        guard exchange.status == 401 else { return .notApplicable }
        return .holds(
          exchange.has(.wwwAuthenticate), else: .field("WWW-Authenticate"), "is missing")
      }
    ])

  /// RFC 9110 section 15.5.6: 405.
  static let methodNotAllowed = RuleSection(
    .rfc9110, "15.5.6",
    [
      Rule(
        "http.405.allow", .must, .methods,
        "A 405 says with Allow which methods the resource takes.",
        remedy: "Send Allow with every 405; the list may be empty, the field must be there.",
        also: [Citation(.rfc9110, "10.2.1")]
      ) { exchange in
        guard exchange.status == 405 else { return .notApplicable }
        return .holds(exchange.has(.allow), else: .field("Allow"), "is missing")
      }
    ])

  /// RFC 9110 section 15.5: what an error of the client leaves behind.
  static let refusedWrites = RuleSection(
    .rfc9110, "15.5",
    [
      Rule(
        "http.failed-write.no-effect", .convention, .methods,
        "A write that is refused with a 4xx leaves everything as it was.",
        remedy: "Check the whole request before anything is changed, or undo it in a transaction.",
        active: .of(Refusals.self) { refusals throws(Obstacle) in
          for write in refusals.writes {
            guard let again = write.again,
              let change = refusals.volatility.difference(write.after, again.after),
              refusals.volatility.difference(write.before, write.after) != nil,
              write.after.status == 200, again.after.status == 200
            else { continue }
            return .violation(
              Evidence(
                part: change.part,
                problem: "is another after a PUT that was answered \(again.put.status)",
                quote: change.quote,
                exhibits: [
                  Exhibit("before the PUT", write.after.exchange, change.part),
                  Exhibit("the PUT", again.put.exchange, .status),
                  Exhibit("after the PUT", again.after.exchange, change.part),
                ]))
          }
          var kept = refusals.writes.count
          var obstacle: Obstacle?
          for result in refusals.listChanges {
            do throws(Obstacle) {
              guard let change = try result.get() else {
                kept += 1
                continue
              }
              return .violation(
                Evidence(
                  part: .content,
                  problem: "lists more after POSTs that were answered \(change.action.status)",
                  quote: change.quote,
                  exhibits: [
                    Exhibit("before three POSTs", change.before.last.exchange, .content),
                    Exhibit("the last POST", change.action.exchange, .status),
                    Exhibit("after three POSTs", change.after.last.exchange, .content),
                  ]))
            } catch {
              obstacle = obstacle ?? error
            }
          }
          if kept == 0, let obstacle { throw obstacle }
          return kept == 0 ? .notApplicable : .conforms
        })
    ])
}
