internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 3.3: each request stands alone.
  static let connections = RuleSection(
    .rfc9110, "3.3",
    [
      Rule(
        "rest.stateless.connection", .must, .statelessness,
        "An answer does not depend on what went over its connection before.",
        remedy: "Keep nothing with the connection; let each request say all that it needs.",
        also: [Citation(.rfc9205, "4.11")],
        active: .of(Connections.self) { study throws(Obstacle) in
          study.contrast.verdict(
            "is another one on a connection that carried requests before",
            (plain: "on a new connection", varied: "on one in use"))
        }),
      Rule(
        "rest.stateless.order", .convention, .statelessness,
        "An answer does not depend on what was read before.",
        remedy: "Let the URL say which page or item is meant; keep no current one.",
        dependsOn: ["http.get.safe"],
        active: .of(Order.self) { study throws(Obstacle) in
          study.watch.verdict(
            "is another one after something else was read", act: "read in between")
        }),
      Rule(
        "rest.auth.not-connection-bound", .must, .authentication,
        "Who was authorised once has to be so with each request, on the same connection too.",
        remedy: "Look at the credentials of each request; keep no user with the connection.",
        also: [Citation(.rfc9205, "4.11")], dependsOn: ["http.auth.missing-401"],
        active: .of(Protected.self) { study throws(Obstacle) in
          guard study.missing[0].isStatus(400...499) else {
            throw .prevents(
              "without credentials \(study.missing[0].requestLine) answered "
                + "\(study.missing[0].status)")
          }
          for pair in study.connected {
            let (one, other) = (pair.authorized.exchange, pair.missing.exchange)
            // Only the same connection shows something.
            guard !other.connection.isNew, other.connection.local != nil,
              one.connection.local == other.connection.local
            else { throw .prevents("the connection was not kept, or nobody knows whether it was") }
            guard pair.missing.isStatus(200...299) else {
              try pair.missing.answered(butFor: [401, 403])
              return .conforms
            }
          }
          let last = study.connected[study.connected.count - 1]
          return .violation(
            Evidence(
              part: .status,
              problem: "is a success without credentials on a connection that carried some before",
              quote: "\(study.missing[0].status) → \(last.missing.status)",
              exhibits: [
                Exhibit(
                  "without credentials, on a new connection", study.missing[0].exchange, .status),
                Exhibit("with credentials", last.authorized.exchange),
                Exhibit("without, on the same connection", last.missing.exchange, .status),
              ]))
        }),
    ])
}
