import AccordDocuments
import Testing

/// The compliance suite of RFC 9535.
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct JSONPathSuiteTests {
  @Test func `Every case of the compliance suite has its result`() throws {
    let suite = try JSONDocument(parsing: try Suites.bytes("json-path/cts.json"))
    let cases = try #require(suite.root.member("tests"))
    var passed = 0
    for test in cases.elements {
      let name = test.member("name")?.string ?? ""
      let selector = try #require(test.member("selector")?.string)
      if test.member("invalid_selector")?.boolean == true {
        let isRefused = refuses(selector)
        #expect(isRefused, "\(name): \(selector) is to be refused")
        if isRefused { passed += 1 }
      } else {
        let document = try #require(test.member("document"))
        let isRight = hasResult(selector, of: document, in: test)
        #expect(isRight, "\(name): \(selector)")
        if isRight { passed += 1 }
      }
    }
    print("JSONPath: \(passed) of \(cases.count)")
    #expect(cases.count > 0)
  }

  private func refuses(_ selector: String) -> Bool {
    do throws(JSONPathSyntaxError) {
      _ = try JSONPath(selector)
      return false
    } catch {
      return true
    }
  }

  /// Whether values and paths are the ones of the case, or one of the allowed orders.
  private func hasResult(_ selector: String, of document: JSONNode, in test: JSONNode) -> Bool {
    guard let path = try? JSONPath(selector), let nodes = try? path.select(from: document) else {
      return false
    }
    let paths = nodes.map { $0.location(from: document).normalizedPath }
    let results = test.member("result").map { [$0] } ?? test.member("results")?.elements.map(\.self)
    let allowedPaths =
      test.member("result_paths").map { [$0] } ?? test.member("results_paths")?.elements.map(\.self)
    guard let results, let allowedPaths else { return false }
    return zip(results, allowedPaths).contains { values, allowed in
      values.count == nodes.count && zip(values.elements, nodes).allSatisfy { $0.equals($1) }
        && allowed.count == paths.count
        && zip(allowed.elements, paths).allSatisfy { $0.stringEquals($1) }
    }
  }
}
