extension RuleSection {
  /// RFC 9110 section 9.3.3: POST.
  static let post = RuleSection(
    .rfc9110, "9.3.3",
    [
      Rule(
        "http.post.created-location", .should, .lifecycle, safety: .throwaway,
        "A 201 to POST says with Location where the new resource is.",
        remedy: "Send Location with the URI of what was created.",
        also: [Citation(.rfc9110, "15.3.2")]
      ) { exchange in
        guard exchange.status == 201, exchange.method == "POST" else { return .notApplicable }
        if exchange.has(.location) { return .conforms }
        // Without Location the target itself is what was created (section 15.3.2), and
        // Content-Location may say so.
        return exchange.has(.contentLocation)
          ? .inconclusive("Content-Location may name what was created")
          : .violation(.field("Location"), "is missing")
      }
    ])
}
