import AccordDocuments
import Testing

/// The published tests of RFC 6570.
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct URITemplateSuiteTests {
  @Test func `Every template of the suite is expanded as it says, or refused`() throws {
    var total = 0
    var totalPassed = 0
    for file in try Suites.files("uri-template") where file.hasSuffix(".json") {
      let groups = try JSONDocument(parsing: try Suites.bytes("uri-template/\(file)")).root
      var passed = 0
      var count = 0
      for group in groups.members {
        let values = try Self.values(of: #require(group.value.member("variables")))
        for test in try #require(group.value.member("testcases")).elements {
          let elements = Array(test.elements)
          let template = try #require(elements.first?.string)
          let isRight = hasResult(template, values, try #require(elements.last))
          #expect(isRight, "\(file), \(group.name): \(template)")
          count += 1
          if isRight { passed += 1 }
        }
      }
      print("URI templates, \(file): \(passed) of \(count)")
      total += count
      totalPassed += passed
    }
    print("URI templates: \(totalPassed) of \(total)")
    #expect(total > 0)
  }

  /// A result is a text, one of several, or `false` for what is to be refused.
  private func hasResult(
    _ text: String, _ values: [String: URITemplateValue], _ result: JSONNode
  ) -> Bool {
    guard let template = try? URITemplate(text), let expansion = try? template.expand(values) else {
      return result.boolean == false
    }
    if let expected = result.string { return expansion == expected }
    return result.elements.contains { $0.string == expansion }
  }

  private static func values(of variables: JSONNode) throws -> [String: URITemplateValue] {
    var values: [String: URITemplateValue] = [:]
    for member in variables.members {
      values[member.name] = value(of: member.value)
    }
    return values
  }

  private static func value(of node: JSONNode) -> URITemplateValue? {
    switch node.kind {
    case .null: nil
    case .array: .list(node.elements.map { text(of: $0) })
    case .object: .associations(node.members.map { .init($0.name, text(of: $0.value)) })
    default: .string(text(of: node))
    }
  }

  private static func text(of node: JSONNode) -> String { node.string ?? node.sourceText }
}
