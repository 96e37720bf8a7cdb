import AccordDocuments
import Testing

@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct SchemaSuiteTests {
  @Test(arguments: SchemaSuite.names)
  func `Every required case of a draft is judged as the suite says`(folder: String) throws {
    let draft = try #require(SchemaSuite.folders.first { $0.name == folder }).draft
    let resources = try SchemaSuite.remotes()
    var outcome = SchemaSuite.Outcome()
    for file in try SchemaSuite.files(in: folder) {
      outcome += try SchemaSuite.run(
        "\(folder)/\(file)", draft: draft, formats: .annotation, resources: resources)
    }
    print("JSON Schema \(draft.name): \(outcome.passed) of \(outcome.total)")
    #expect(outcome.total > 0)
    #expect(outcome.failures == [])
  }

  /// Counted, and not required: formats of international names rest on data of Unicode that the
  /// standard library tells only in part, and what strings hold besides text is a remark here.
  private static let notRequired = ["idn-", "iri", "content"]

  @Test(arguments: SchemaSuite.names)
  func `Every format is judged as the suite says when it is a demand`(folder: String) throws {
    let draft = try #require(SchemaSuite.folders.first { $0.name == folder }).draft
    let resources = try SchemaSuite.remotes()
    for file in try SchemaSuite.files(in: "\(folder)/optional/format") {
      let outcome = try SchemaSuite.run(
        "\(folder)/optional/format/\(file)", draft: draft, formats: .assertion,
        resources: resources)
      print(
        "JSON Schema \(draft.name), optional/format/\(file): "
          + "\(outcome.passed) of \(outcome.total)")
      if !Self.notRequired.contains(where: file.hasPrefix) { #expect(outcome.failures == []) }
      #expect(outcome.total > 0)
    }
  }

  @Test(arguments: SchemaSuite.names)
  func `Every optional case is judged as the suite says`(folder: String) throws {
    let draft = try #require(SchemaSuite.folders.first { $0.name == folder }).draft
    let resources = try SchemaSuite.remotes()
    for file in try SchemaSuite.files(in: "\(folder)/optional") {
      let outcome = try SchemaSuite.run(
        "\(folder)/optional/\(file)", draft: draft, formats: .annotation, resources: resources)
      print("JSON Schema \(draft.name), optional/\(file): \(outcome.passed) of \(outcome.total)")
      if !Self.notRequired.contains(where: file.hasPrefix) { #expect(outcome.failures == []) }
      #expect(outcome.total > 0)
    }
  }
}
