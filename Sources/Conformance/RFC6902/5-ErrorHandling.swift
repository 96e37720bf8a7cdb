extension RuleSection {
  /// RFC 6902 section 5: what becomes of a patch that cannot be applied.
  static let jsonPatchErrors = RuleSection(
    .rfc6902, "5",
    [
      Rule(
        "patch.json.failed-test", .must, .methods,
        "A JSON patch with a test that fails changes nothing.",
        remedy: "Answer 409 or 422 if a test fails, and forget what stands before it.",
        also: [Citation(.rfc5789, "2")], dependsOn: ["http.patch.atomic"],
        active: .of(PartialPatching.self) { study throws(Obstacle) in
          guard let trial = study.failedTest else {
            throw .lacks("neither the target nor Accept-Patch names \(PatchType.json)")
          }
          return trial.isApplied ? trial.finding("of a patch whose test fails") : .conforms
        })
    ])
}
