import AccordDocuments
import Testing

/// The optional format tests of the JSON Schema test suite, for the formats that there are.
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct TextFormatSuiteTests {
  @Test(arguments: [
    ("date", TextFormat.date), ("date-time", .dateTime), ("email", .email), ("uri", .uri),
    ("uuid", .uuid),
  ])
  func `Every string of the suite is judged as it says`(name: String, format: TextFormat) throws {
    let suite = try JSONDocument(
      parsing: try Suites.bytes("json-schema/tests/draft2020-12/optional/format/\(name).json"))
    var count = 0
    for group in suite.root.elements {
      for test in try #require(group.member("tests")).elements {
        guard let text = test.member("data")?.string else { continue }
        count += 1
        let description = test.member("description")?.string ?? ""
        #expect(
          format.accepts(text) == test.member("valid")?.boolean,
          "\(name): \(description): \(text.debugDescription)")
      }
    }
    #expect(count > 15, "the file for \(name) has only \(count) strings")
  }
}
