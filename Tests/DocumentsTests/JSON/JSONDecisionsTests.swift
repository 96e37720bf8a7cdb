import AccordDocuments
import Testing

struct JSONDecisionsTests {
  @Test func `Each decision of the documentation is about a file that leaves a choice`() throws {
    let decisions = try JSONDecisions.read()
    #expect(!decisions.isEmpty)
    for file in decisions.keys { #expect(file.hasPrefix("i_") && file.hasSuffix(".json")) }
  }
}
