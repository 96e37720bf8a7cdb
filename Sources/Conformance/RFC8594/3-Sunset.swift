internal import AccordHTTP

extension RuleSection {
  /// RFC 8594 section 3: Sunset.
  static let sunset = RuleSection(
    .rfc8594, "3",
    [
      Rule(
        "sunset.syntax", .must, .deprecation,
        "Sunset is a date.",
        remedy: "Write the date in HTTP's own form, in UTC."
      ) { exchange in
        guard let value = exchange.value(.sunset) else { return .notApplicable }
        // The older forms of dates break the rule of dates.
        let isDate =
          HTTPMoment(value) != nil
          || HTTPDate(parsing: String(decoding: value, as: UTF8.self), now: 0) != nil
        return isDate
          ? .conforms
          : .violation(.field("Sunset"), "is no date", quote: exchange.quote(.sunset))
      }
    ])
}
