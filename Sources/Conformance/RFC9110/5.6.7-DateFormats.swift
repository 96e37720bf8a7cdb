internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 5.6.7: how dates are written.
  static let dateFormats = RuleSection(
    .rfc9110, "5.6.7",
    [
      Rule(
        "http.date.format", .must, .fields,
        "Dates in fields have the form of `Sun, 06 Nov 1994 08:49:37 GMT`, with the right weekday.",
        remedy: "Write dates in UTC with a formatter for HTTP's own form, whatever the locale.",
        also: [Citation(.rfc9111, "5.3")], dependsOn: ["http.field.singleton"]
      ) { exchange in
        var verdict = Verdict.notApplicable
        for field in dated {
          guard let value = exchange.single(field) else { continue }
          if HTTPMoment(value) != nil {
            verdict.take(.conforms)
            continue
          }
          switch field {
          // What is no date of any form breaks the rules of these fields themselves.
          case .retryAfter, .sunset:
            let text = String(decoding: value, as: UTF8.self)
            guard HTTPDate(parsing: text, now: 0) != nil else { continue }
          // Widespread, and every cache takes it for the past (RFC 9111 section 5.3).
          case .expires where value.isWord("0") || value.isWord("-1"):
            verdict.take(
              .violation(
                .field(field.name), "is no date", quote: exchange.quote(field), level: .should))
            continue
          default: break
          }
          return .violation(
            .field(field.name), "is no date in the form that is sent, or no day of the calendar",
            quote: exchange.quote(field))
        }
        return verdict
      }
    ])

  private static let dated: [KnownField] = [
    .date, .lastModified, .expires, .sunset, .retryAfter,
  ]
}
