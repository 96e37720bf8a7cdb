internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 11.4: credentials that are missing or wrong.
  static let credentials = RuleSection(
    .rfc9110, "11.4",
    [
      Rule(
        "http.auth.missing-401", .should, .authentication,
        "What is protected is answered 401 to who sends no credentials.",
        remedy: "Ask for credentials with 401 and WWW-Authenticate before anything else.",
        also: [Citation(.rfc9110, "15.5.2")],
        active: .of(Protected.self) { study throws(Obstacle) in
          let status = study.missing[0].status
          if status == 401 { return .conforms }
          guard study.missing.allSatisfy({ $0.status == status }) else {
            throw .prevents("\(study.missing[0].requestLine) is not always answered alike")
          }
          if status != 500 { try study.missing[0].answered(butFor: [403]) }
          return .violation(
            Evidence(
              part: .status, problem: "is \(status) without credentials, which wants 401",
              quote: study.missing[0].line("location"),
              // Whoever hides what is there may say that nothing is (section 15.5.4).
              level: status == 404 || status == 410 ? .convention : nil,
              exhibits: [
                Exhibit("with credentials", study.authorized.exchange),
                Exhibit("without", study.missing[0].exchange, .status),
              ]))
        }),
      Rule(
        "http.auth.invalid-401", .should, .authentication,
        "Wrong credentials are refused with 401 or 403.",
        remedy: "Check the whole of a token, its signature above all, and answer 401.",
        also: [Citation(.owaspAPI, "API2:2023")], dependsOn: ["http.auth.missing-401"],
        active: .of(WrongCredentials.self) { study throws(Obstacle) in
          var verdict = Verdict.notApplicable
          for (words, exchange) in study.refused {
            let status = exchange.status
            if status == 401 || status == 403 {
              verdict.take(.conforms)
              continue
            }
            if status != 500, (try? exchange.answered()) == nil { continue }
            verdict.take(
              .violation(
                Evidence(
                  part: .status, problem: "is \(status) with wrong credentials, which want 401",
                  level: 400...499 ~= status ? .convention : nil,
                  exhibits: [
                    Exhibit("with credentials", study.authorized.exchange),
                    Exhibit(words, exchange.exchange, .status),
                  ])))
          }
          if verdict != .notApplicable { return verdict }
          let answers = study.refused.map { "\($0.exchange.status)" }.joined(separator: " and ")
          throw .prevents("wrong credentials were answered \(answers)")
        }),
    ])
}
