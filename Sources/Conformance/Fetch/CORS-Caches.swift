internal import AccordHTTP

extension RuleSection {
  /// WHATWG Fetch: CORS and caches.
  static let corsCaches = RuleSection(
    .fetch, "CORS protocol and HTTP caches",
    [
      Rule(
        "sec.cors.vary-origin", .convention, .security,
        "Where Access-Control-Allow-Origin depends on who asks, Vary names Origin in all answers.",
        remedy: "Send `Vary: Origin` with every answer, also where no origin asks.",
        also: [Citation(.rfc9110, "12.5.5")],
        active: .of(Origins.self) { study throws(Obstacle) in
          func allowed(_ answer: ObservedExchange) -> String? {
            answer.line("access-control-allow-origin")
          }
          guard let other = study.all.first(where: { allowed($0) != allowed(study.plain) }) else {
            throw .lacks("Access-Control-Allow-Origin is the same, or absent, whoever asks")
          }
          // An answer with `*` may be kept for every origin, as long as none comes with credentials.
          let isForAll =
            allowed(study.plain) == "*"
            && study.all.allSatisfy { $0.line("access-control-allow-credentials") != "true" }
          let answers = (isForAll ? [other] : [study.plain, other]).filter(\.isCacheable)
          guard !answers.isEmpty else { throw .lacks("no cache may keep the answers (no-store)") }
          return .holds(
            answers.allSatisfy { $0.varies.contains("origin") || $0.varies.contains("*") },
            else: .field("Vary"),
            "does not name Origin, on which Access-Control-Allow-Origin hangs",
            quote: answers[0].line("vary"),
            shownBy: [
              Exhibit("without Origin", study.plain.exchange, .field("Vary")),
              Exhibit(
                "with Origin", other.exchange, .field("Vary"),
                .field("Access-Control-Allow-Origin")),
            ])
        })
    ])
}
