import AccordDocuments
import Testing

/// JSONTestSuite: texts that every parser must accept (y), must refuse (n), or may treat as it
/// likes (i).
@Suite(.enabled(if: Suites.isAvailable, Suites.explanation))
struct JSONParsingSuiteTests {
  @Test func `Every text that must be accepted is accepted`() throws {
    let outcomes = try outcomes(ofFilesBeginningWith: "y_")
    for (file, error) in outcomes { #expect(error == nil, "\(file)") }
    print("JSON y_: \(outcomes.count { $0.error == nil }) of \(outcomes.count)")
  }

  @Test func `Every text that must be refused is refused, with its place and reason`() throws {
    let outcomes = try outcomes(ofFilesBeginningWith: "n_")
    var passed = 0
    for (file, error) in outcomes {
      let isRefused = error.map { $0.line > 0 && $0.column > 0 && !"\($0.reason)".isEmpty } ?? false
      #expect(isRefused, "\(file)")
      if isRefused { passed += 1 }
    }
    print("JSON n_: \(passed) of \(outcomes.count)")
  }

  @Test func `Every text that may be treated either way is treated as documented`() throws {
    let outcomes = try outcomes(ofFilesBeginningWith: "i_")
    let decisions = try JSONDecisions.read()
    var passed = 0
    for (file, error) in outcomes {
      let outcome = error.map { JSONDecisions.Decision.refused("\($0.reason)") } ?? .accepted
      guard let decision = decisions[file] else {
        // The suite's authors add to it: what is new is told, and held to nothing.
        print("JSON i_: \(file) is not in the documentation's table: \(outcome)")
        continue
      }
      #expect(outcome == decision, "\(file)")
      if outcome == decision { passed += 1 }
    }
    print("JSON i_: \(passed) of \(outcomes.count) as documented")
  }

  private func outcomes(
    ofFilesBeginningWith prefix: String
  ) throws -> [(file: String, error: JSONSyntaxError?)] {
    let folder = "json-parsing/test_parsing"
    let files = try Suites.files(folder).filter { $0.hasPrefix(prefix) }
    #expect(!files.isEmpty)
    return try files.map { file in
      let bytes = try Suites.bytes("\(folder)/\(file)")
      do throws(JSONSyntaxError) {
        _ = try JSONDocument(parsing: bytes)
        return (file, nil)
      } catch {
        return (file, error)
      }
    }
  }
}
