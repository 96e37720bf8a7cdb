extension RuleSection {
  /// RFC 9745 section 2.1: how Deprecation is written.
  static let deprecation = RuleSection(
    .rfc9745, "2.1",
    [
      Rule(
        "deprecation.syntax", .must, .deprecation,
        "Deprecation is a moment in the form of `@1688169599`.",
        remedy: "Write @ and the seconds since the beginning of 1970.",
        also: [Citation(.rfc9745, "2")]
      ) { exchange in
        guard let value = exchange.value(.deprecation) else { return .notApplicable }
        if DeprecationMoment(value) != nil { return .conforms }
        // The drafts before the standard had other forms, which many have implemented.
        let isOfDraft =
          value.isWord("true") || value.isWord("?1") || HTTPMoment(value) != nil
        return .violation(
          .field("Deprecation"),
          isOfDraft ? "has the form of an earlier draft" : "is no moment of the form @seconds",
          quote: exchange.quote(.deprecation), level: isOfDraft ? .should : nil)
      }
    ])

  /// RFC 9745 section 4: Deprecation beside Sunset.
  static let sunsetAfterDeprecation = RuleSection(
    .rfc9745, "4",
    [
      Rule(
        "sunset.after-deprecation", .must, .deprecation,
        "Sunset is no earlier than Deprecation.",
        remedy: "Deprecate a resource before it goes, or at the same moment.",
        dependsOn: ["deprecation.syntax", "sunset.syntax", "http.date.format"]
      ) { exchange in
        guard let deprecated = exchange.single(.deprecation).flatMap({ DeprecationMoment($0) }),
          let sunset = exchange.single(.sunset).flatMap({ HTTPMoment($0) })
        else { return .notApplicable }
        return .holds(
          sunset.seconds >= deprecated.seconds, else: .field("Sunset"),
          "is \(deprecated.seconds - sunset.seconds) s earlier than Deprecation")
      }
    ])
}

/// A structured field's Date (RFC 9651 section 3.3.7), with parameters or without.
struct DeprecationMoment {
  /// Seconds since the beginning of 1970.
  let seconds: Int

  init?(_ octets: ArraySlice<UInt8>) {
    let item = octets.prefix { $0 != UInt8(ascii: ";") }
    guard item.first == UInt8(ascii: "@") else { return nil }
    let digits = item.dropFirst().first == UInt8(ascii: "-") ? item.dropFirst(2) : item.dropFirst()
    guard digits.isDigits, digits.count <= 15,
      let seconds = Int(String(decoding: item.dropFirst(), as: UTF8.self))
    else { return nil }
    self.seconds = seconds
  }
}
