internal import AccordHTTP

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

  /// RFC 9110 section 9.3.3: what POST to a collection makes.
  static let distinctCreation = RuleSection(
    .rfc9110, "9.3.3",
    [
      Rule(
        "rest.lifecycle.post-distinct", .convention, .lifecycle,
        "Two POSTs that are answered 201 make two resources.",
        remedy: "Give what is created a URI of its own; answer 200 or 303 if it was there before.",
        also: [Citation(.rfc9110, "9.2.2")],
        active: .of(Creation.self) { creation throws(Obstacle) in
          let first = creation.first
          guard let second = creation.second else {
            throw .lacks("a second POST was refused")
          }
          guard first.post.status == 201, second.post.status == 201 else {
            throw .lacks("\(first.post.requestLine) does not say that it creates (201)")
          }
          guard let one = first.place, let other = second.place else {
            throw .lacks("it is not told where the items are")
          }
          if ResourceName(one) != ResourceName(other) { return .conforms }
          // The same content may rightly be the same thing.
          if creation.isOneSample {
            throw .prevents("the target names one sample only, which may be one thing")
          }
          return .violation(
            Evidence(
              part: .field("Location"), problem: "is the same for two resources",
              quote: second.post.has(.location) ? second.post.quote(.location) : other,
              exhibits: [
                Exhibit("the first POST", first.post.exchange, .field("Location")),
                Exhibit("the second POST", second.post.exchange, .field("Location")),
              ]))
        })
    ])
}

extension Creation.Made {
  /// Where the item is said to be.
  fileprivate var place: String? { url ?? post.location?.description }
}
