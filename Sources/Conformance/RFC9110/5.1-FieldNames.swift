extension RuleSection {
  /// RFC 9110 section 5.1: fields that nobody knows.
  static let fieldNames = RuleSection(
    .rfc9110, "5.1",
    [
      Rule(
        "http.unknown-field.ignored", .should, .fields,
        "A field that nobody knows changes nothing.",
        remedy: "Let fields be that the API has no use for.",
        active: .of(UnknownField.self) { study throws(Obstacle) in
          study.contrast.verdict(
            "is another one with a field that nobody knows",
            (plain: "without the field", varied: "with the field"))
        })
    ])
}
