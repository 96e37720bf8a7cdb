extension RuleSection {
  /// RFC 9110 section 6.6.1: when a message was made.
  static let date = RuleSection(
    .rfc9110, "6.6.1",
    [
      Rule(
        "http.date.present", .must, .fields,
        "Every answer from 200 to 499 has a Date, if its server has a clock.",
        remedy: "Let the server set Date on every answer; only one without a clock leaves it out."
      ) { exchange in
        guard exchange.isStatus(200...499) else { return .notApplicable }
        if exchange.has(.date) { return .conforms }
        // Who has no clock must not send it, and who says a time or an age has one.
        let hasClock =
          exchange.has(.lastModified) || exchange.has(.age)
          || exchange.single(.expires).map { HTTPMoment($0) != nil } == true
        return .violation(.field("Date"), "is missing", level: hasClock ? nil : .should)
      }
    ])
}
