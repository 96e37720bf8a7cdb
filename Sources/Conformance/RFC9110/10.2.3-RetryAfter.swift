internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 10.2.3: Retry-After.
  static let retryAfter = RuleSection(
    .rfc9110, "10.2.3",
    [
      Rule(
        "http.retry-after.syntax", .must, .fields,
        "Retry-After is a whole number of seconds or a date.",
        remedy: "Write bare digits for seconds, without a unit, a sign or a fraction.",
        dependsOn: ["http.field.singleton"]
      ) { exchange in
        guard let value = exchange.value(.retryAfter) else { return .notApplicable }
        if value.isDigits || HTTPMoment(value) != nil { return .conforms }
        // The older forms of dates break the rule of dates.
        let isDate = HTTPDate(parsing: String(decoding: value, as: UTF8.self), now: 0) != nil
        return isDate
          ? .conforms
          : .violation(
            .field("Retry-After"), "is neither seconds nor a date",
            quote: exchange.quote(.retryAfter))
      }
    ])
}
