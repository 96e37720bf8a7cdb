import AccordDocuments
import Testing

/// The optional format tests of the JSON Schema test suite, for the formats that there are.
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct TextFormatSuiteTests {
  /// The formats by their names in JSON Schema, which the suite calls its files by.
  private static let formats: [String: TextFormat] = [
    "date": .date, "date-time": .dateTime, "email": .email, "uri": .uri, "uuid": .uuid,
  ]

  @Test func `Every string of the suite is judged as it says`() throws {
    let folder = "json-schema/tests/draft2020-12/optional/format"
    var total = 0
    for file in try Suites.files(folder) {
      let name = String(file.prefix { $0 != "." })
      guard let format = Self.formats[name] else { continue }
      let suite = try JSONDocument(parsing: try Suites.bytes("\(folder)/\(file)"))
      var passed = 0
      var count = 0
      for group in suite.root.elements {
        for test in try #require(group.member("tests")).elements {
          guard let text = test.member("data")?.string else { continue }
          let isRight = format.accepts(text) == test.member("valid")?.boolean
          let description = test.member("description")?.string ?? ""
          #expect(isRight, "\(name): \(description): \(text.debugDescription)")
          count += 1
          if isRight { passed += 1 }
        }
      }
      print("String format \(name): \(passed) of \(count)")
      total += count
    }
    #expect(total > 0)
  }
}
