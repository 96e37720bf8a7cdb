extension RuleSection {
  /// RFC 9110 section 12.5.3: Accept-Encoding.
  static let acceptEncoding = RuleSection(
    .rfc9110, "12.5.3",
    [
      Rule(
        "http.accept-encoding.respected", .should, .negotiation,
        "Content has no coding that the request's Accept-Encoding does not allow.",
        remedy: "Compress only where Accept-Encoding names the coding, or `*`."
      ) { exchange in
        // Without the field any coding will do. What is stored compressed cannot be sent otherwise.
        guard exchange.isStatus(200...499), exchange.mediaType?.isReadable == true,
          let accepted = exchange.requestField("accept-encoding")
        else { return .notApplicable }
        let codings = exchange.values(.contentEncoding)
          .flatMap { $0.split(separator: UInt8(ascii: ",")) }
          .map { $0.trimmed.loweredText }.filter { $0 != "identity" }
        guard let coding = codings.first(where: { !allows($0, accepted) }) else {
          return .conforms
        }
        return .violation(
          .field("Content-Encoding"), "is none that Accept-Encoding allows", quote: coding)
      }
    ])

  /// Whether a field's value allows a coding.
  private static func allows(_ coding: String, _ accepted: String) -> Bool {
    var takesAny = false
    for element in Array(accepted.utf8).split(separator: UInt8(ascii: ",")) {
      let parts = element.split(separator: UInt8(ascii: ";")).map(\.trimmed)
      guard let name = parts.first?.loweredText else { continue }
      let isRefused = parts.dropFirst().contains {
        $0.begins(with: "q=0") && $0.dropFirst(2).allSatisfy { "0.".utf8.contains($0) }
      }
      // Two names for one coding (section 8.4.1.3).
      if name == coding || name == "x-\(coding)" || "x-\(name)" == coding { return !isRefused }
      if name == "*" { takesAny = !isRefused }
    }
    return takesAny
  }
}
