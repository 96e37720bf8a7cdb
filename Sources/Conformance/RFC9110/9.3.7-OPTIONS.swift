internal import AccordHTTP

extension RuleSection {
  /// RFC 9110 section 9.3.7: OPTIONS.
  static let options = RuleSection(
    .rfc9110, "9.3.7",
    [
      Rule(
        "http.options.allow", .should, .methods,
        "A successful answer to OPTIONS says with Allow which methods the resource takes.",
        remedy: "Send Allow with every answer to OPTIONS that is no preflight."
      ) { exchange in
        // A preflight asks for something else (Fetch), and `*` for no resource.
        guard exchange.method == "OPTIONS", exchange.isStatus(200...299),
          exchange.requestField("origin") == nil, exchange.exchange.request.target != "*"
        else { return .notApplicable }
        return .holds(exchange.has(.allow), else: .field("Allow"), "is missing")
      }
    ])
}
