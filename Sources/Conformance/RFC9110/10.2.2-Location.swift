internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 10.2.2: Location.
  static let location = RuleSection(
    .rfc9110, "10.2.2",
    [
      Rule(
        "http.location.valid", .must, .fields,
        "Location is one URI reference, without a user name or password in it.",
        remedy: "Percent-encode what no URI has; never build credentials into a link.",
        also: [Citation(.rfc9110, "4.2.4")], dependsOn: ["http.field.singleton"]
      ) { exchange in
        guard exchange.status == 201 || exchange.isStatus(300...399),
          let value = exchange.value(.location)
        else { return .notApplicable }
        switch ReferenceReading(value) {
        case .reference(let reference):
          guard reference.authority?.userInformation != nil else { return .conforms }
          return .violation(.field("Location"), "has user information before its host")
        // Widespread, and every reader encodes it.
        case .unencoded:
          return .violation(
            .field("Location"), "has characters that belong percent-encoded",
            quote: exchange.quote(.location), level: .should)
        case .none:
          return .violation(
            .field("Location"), "is no URI reference", quote: exchange.quote(.location))
        }
      }
    ])
}
