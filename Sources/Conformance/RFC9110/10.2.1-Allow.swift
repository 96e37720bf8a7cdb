internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 10.2.1: Allow.
  static let allow = RuleSection(
    .rfc9110, "10.2.1",
    [
      Rule(
        "http.options.allow-truthful", .must, .methods, safety: .throwaway,
        "Allow lists the methods that the resource takes, and no others.",
        remedy: "Make Allow of the routes that there really are.",
        also: [Citation(.rfc9110, "15.5.6")],
        active: .of(AllowTruth.self) { truth throws(Obstacle) in
          var known = 0
          var verdict = Verdict.notApplicable
          for resource in truth.resources {
            for request in resource.requests {
              let isListed = resource.listed.contains(request.method)
              // Credentials may decide, and who is busy says nothing.
              if isListed, request.isNotOffered {
                verdict.take(
                  resource.lie(
                    "lists \(request.method), which is answered \(request.status)", request))
              }
              // HEAD comes with GET in many frameworks, which do not list it.
              if !isListed, request.isSuccess, request.method != "HEAD" {
                verdict.take(
                  resource.lie(
                    "does not list \(request.method), which is answered \(request.status)",
                    request))
              }
              if request.isStatus(200...499), ![401, 403, 429].contains(request.status) {
                known += 1
              }
            }
          }
          if verdict != .notApplicable { return verdict }
          return known > 0 ? .conforms : .inconclusive("no method was answered")
        })
    ])
}

extension AllowTruth.Resource {
  fileprivate func lie(_ problem: String, _ request: ObservedExchange) -> Verdict {
    .violation(
      Evidence(
        part: .field("Allow"), problem: problem, quote: statement.quote(.allow),
        // What a 405 lists must be true (section 15.5.6); other answers may have Allow.
        level: statement.status == 405 ? nil : .should,
        exhibits: [
          Exhibit("what Allow says", statement.exchange, .field("Allow")),
          Exhibit("the \(request.method)", request.exchange, .status),
        ]))
  }
}
