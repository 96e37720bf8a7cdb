import AccordContract
import Testing

// Lines are counted from the line of a `let`, so that the tests stand wherever they are moved to.

struct LocationTests {
  @Test func `Each statement of a contract knows its line and column`() throws {
    let line = #line
    let contract = Contract("c") {
      Get("/a").expect(200) {
        Header(.contentType, "x")
        JSON(["a": 1])
      }
      Resource("/r", .allows(.get)) {
        for id in 1...2 {
          Get("/r/\(id)").expect(404)
        }
      }
      Scenario("s") {
        Post("/s")
          .expect(201)
        Cleanup {
          Delete("/s").expect(204)
        }
      }
      Group("g") { Get("/g") }
    }
    guard contract.components.count == 4, case .step(let step) = contract.components[0],
      case .resource(let resource) = contract.components[1],
      case .scenario(let scenario) = contract.components[2],
      case .group(let group) = contract.components[3]
    else {
      Issue.record("\(contract.components)")
      return
    }
    func place(_ location: AccordContract.SourceLocation) -> [Int] {
      [location.line - line, location.column]
    }
    #expect(step.location.fileID == "ContractTests/LocationTests.swift")
    #expect(place(step.location) == [2, 7])
    let expectation = try #require(step.expectation)
    // The compiler gives a call after a dot the place of its parenthesis.
    #expect(place(expectation.location) == [2, 23])
    #expect(expectation.statements.map { place($0.location) } == [[3, 9], [4, 9]])
    #expect(place(resource.location) == [6, 7])
    #expect(
      resource.components.map {
        if case .step(let step) = $0 { place(step.location) } else { [] }
      } == [[8, 11], [8, 11]])
    guard case .allows(_, _, let allows)? = resource.traits.first?.kind else {
      Issue.record("\(resource.traits)")
      return
    }
    #expect(allows.line - line == 6)
    #expect(place(scenario.location) == [11, 7])
    guard case .step(let first)? = scenario.elements.first,
      case .cleanup(let cleanup)? = scenario.elements.last
    else {
      Issue.record("\(scenario.elements)")
      return
    }
    #expect(place(first.location) == [12, 9])
    #expect(first.expectation.map { place($0.location) } == [13, 18])
    #expect(cleanup.steps.map { place($0.location) } == [[15, 11]])
    #expect(place(group.location) == [18, 7])
  }
}
