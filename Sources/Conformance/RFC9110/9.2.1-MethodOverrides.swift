internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.2.1: safe methods whose URL or fields name another action.
  static let methodOverrides = RuleSection(
    .rfc9110, "9.2.1",
    [
      Rule(
        "http.safe.method-override", .must, .methods,
        "GET stays GET: no parameter and no field makes it do what only an unsafe method may.",
        remedy: "Let nothing override the method of a GET; take overrides with POST at most.",
        active: .of(Overrides.self) { overrides throws(Obstacle) in
          let broken = overrides.trials.first { $0.after.status == 404 || $0.after.status == 410 }
          guard let trial = broken else {
            // All ways together removed an item, and none by itself: somebody else did.
            return overrides.trials.isEmpty
              ? .conforms : .inconclusive("an item vanished while it was read")
          }
          return .violation(
            Evidence(
              part: .status,
              problem: "is \(trial.after.status) after a GET with \(trial.way.words)",
              quote: "\(trial.before.status) → \(trial.after.status)",
              exhibits: [
                Exhibit("before", trial.before.exchange, .status),
                Exhibit("the GET with \(trial.way.words)", trial.override.exchange, .status),
                Exhibit("after", trial.after.exchange, .status),
              ]))
        })
    ])
}
