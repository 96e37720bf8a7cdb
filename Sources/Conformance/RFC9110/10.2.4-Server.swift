extension RuleSection {
  /// RFC 9110 section 10.2.4: Server.
  static let server = RuleSection(
    .rfc9110, "10.2.4",
    [
      Rule(
        "sec.server-detail", .should, .security,
        "Server names the product and not its exact version; no field names the framework.",
        remedy: "Switch off versions in Server (`server_tokens off`), and X-Powered-By altogether.",
        also: [Citation(.owaspREST, "Security Headers")]
      ) { exchange in
        guard exchange.status > 0 else { return .notApplicable }
        var verdict = Verdict.notApplicable
        // These stand in no standard: only authorities advise against them.
        for field in [KnownField.xPoweredBy, .xAspNetVersion, .xAspNetMvcVersion]
        where exchange.has(field) {
          verdict.take(
            .violation(
              .field(field.name), "names what the server is made of",
              quote: exchange.quote(field), level: .convention))
        }
        guard let value = exchange.value(.server) else { return verdict }
        guard isDetailed(value) else {
          verdict.take(.conforms)
          return verdict
        }
        return .violation(
          .field("Server"), "gives exact versions or more than two products",
          quote: exchange.quote(.server))
      }
    ])

  /// Whether there are more than two products, or a version of more than two numbers: the example of the
  /// section itself is `CERN/3.0 libwww/2.17`.
  private static func isDetailed(_ value: ArraySlice<UInt8>) -> Bool {
    var products = 0
    var reader = FieldReader(value)
    while !reader.isAtEnd {
      reader.skipBlanks()
      // A comment may say anything: what is no product ends the reading.
      guard reader.token() != nil else { return products > 2 }
      products += 1
      if reader.take("/"), let version = reader.token() {
        let numbers = version.split(separator: UInt8(ascii: "."))
        if numbers.count > 2, numbers[0].isDigits, numbers[1].isDigits,
          numbers[2].first?.isDigit == true
        {
          return true
        }
      }
    }
    return products > 2
  }
}
