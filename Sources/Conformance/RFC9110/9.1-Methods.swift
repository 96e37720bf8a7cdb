internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.1: which methods a server knows.
  static let knownMethods = RuleSection(
    .rfc9110, "9.1",
    [
      Rule(
        "http.head.supported", .must, .methods,
        "HEAD is answered wherever GET is.",
        remedy: "Route HEAD to where GET goes, and leave the content out.",
        // OWASP advises to switch off each method that nobody needs, and names HEAD (API8:2023).
        also: [Citation(.rfc9110, "9.3.2")], profiles: [.http, .rest],
        active: .of(Heads.self) { study throws(Obstacle) in
          for head in study.heads where head.status != 501 { try head.answered() }
          guard let status = study.agreed(\.status)?.head else {
            throw .prevents("\(study.heads[0].requestLine) is not always answered alike")
          }
          return .holds(
            ![404, 405, 501].contains(status), else: .status,
            "is \(status) to HEAD where GET is answered \(study.gets[1].status)",
            shownBy: study.exhibits(.status))
        }),
      Rule(
        "http.method.unknown-501", .should, .methods,
        "A method that nobody knows is refused, best with 501.",
        remedy: "Answer 501 to methods that the server does not implement.",
        active: .of(ForeignMethod.self) { study throws(Obstacle) in
          let exhibits = [
            Exhibit("GET", study.plain.exchange),
            Exhibit("a method that means nothing", study.foreign.exchange, .status),
          ]
          let status = study.foreign.status
          func violation(_ level: RuleLevel? = nil) -> Verdict {
            .violation(
              Evidence(
                part: .status,
                problem:
                  "is \(status) for \(study.foreign.method), which is no method and wants 501",
                level: level, exhibits: exhibits))
          }
          switch status {
          case 501: return .conforms
          case 200...299: return violation()
          // Widespread, and no client is misled.
          case 400, 405: return violation(.convention)
          case 300...399:
            return .inconclusive("\(study.foreign.requestLine) was led elsewhere (\(status))")
          default:
            try study.foreign.answered()
            return .conforms
          }
        }),
      Rule(
        "http.method.not-allowed-405", .should, .methods,
        "A method that a resource does not take is answered 405.",
        remedy: "Answer 405, with Allow, to methods that the resource does not take.",
        also: [Citation(.rfc9110, "15.5.6")], dependsOn: ["http.options.allow"],
        active: .of(MethodsNotAllowed.self) { study throws(Obstacle) in
          var hasKept = false
          for answer in study.tried {
            switch answer.status {
            case 405, 501: hasKept = true
            // Somebody else answers these: who hides what is there, a proxy, who asks for conditions.
            case 0, 300...399, 404, 410, 411, 412, 415, 428: continue
            case let status where status.isOfSomethingElse: continue
            default:
              return .violation(
                Evidence(
                  part: .status, problem: "is no 405, and Allow does not name \(answer.method)",
                  quote: "\(answer.status)",
                  exhibits: [
                    Exhibit("what is allowed", study.options.exchange, .field("Allow")),
                    Exhibit("what is not", answer.exchange, .status),
                  ]))
            }
          }
          if hasKept { return .conforms }
          let tried = study.tried.map { "\($0.requestLine) answered \($0.status)" }
          throw .prevents(tried.joined(separator: ", "))
        }),
    ])
}
