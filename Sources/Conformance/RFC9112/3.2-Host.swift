extension RuleSection {
  /// RFC 9112 section 3.2: which host a request is for.
  static let host = RuleSection(
    .rfc9112, "3.2",
    [
      Rule(
        "framing.host-missing", .must, .framing,
        "A request of HTTP/1.1 without Host is answered 400.",
        remedy: "Refuse a request of HTTP/1.1 that has no Host with 400 before it is routed.",
        also: [Citation(.rfc9110, "7.2")],
        active: .of(UnusableHosts.self) { study in
          study.none.refusal(of: "a request without Host")
        }),
      Rule(
        "framing.host-duplicate", .must, .framing,
        "A request with two lines of Host, or with one that names no host, is answered 400.",
        remedy: "Refuse a request with several lines of Host, or with an invalid one, with 400.",
        also: [Citation(.rfc9110, "7.2")],
        active: .of(UnusableHosts.self) { study in
          .worst([
            study.two.refusal(of: "a request with two lines of Host"),
            study.unreadable.refusal(of: "a request whose Host is no host"),
          ])
        }),
    ])
}
