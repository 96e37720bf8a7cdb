import AccordContract
import AccordEngine
import AccordReports
import Testing

@testable import AccordCommandLine

@Suite("Listings")
struct ListingTests {
  private static let contract = Contract("Shop") {
    Resource("/users", .allows(.get, .post), .tags("smoke")) {
      Get("/users").expect(200)
      Get("/users").named("nobody").query("id", "0").expect(.clientError)
    }
    Scenario("A cart") {
      Post("/cart").tags("slow").expect(.oneOf(200, 201))
      Cleanup { Delete("/cart").expect(204) }
    }
    Get("/health").disabled("ABC-1")
  }

  private func plan(_ selection: Selection = Selection()) throws -> Plan {
    var planner = Planner(Self.contract, probesUnsafe: false, files: ContractFiles())
    return try planner.plan(selecting: selection)
  }

  private func listing(_ plan: Plan) -> StepListing {
    StepListing(plan: plan, account: ProblemAccount(SourceOptions()))
  }

  @Test("The text has a line for each step, below the names above it")
  func text() throws {
    #expect(
      listing(try plan()).text() == """
        Shop: 7 steps

        /users
          GET /users → 200  [smoke]
          nobody (GET /users?id=0) → 400-499  [smoke]
          allows: HEAD /users  [smoke]
          allows: OPTIONS /users  [smoke]

        A cart
          1. POST /cart → 200 or 201  [slow]
          cleanup: DELETE /cart → 204

        Shop
          GET /health (observed)  disabled: ABC-1

        """)
  }

  @Test("A selection is counted against the whole")
  func selected() throws {
    var selection = Selection()
    selection.tags = ["slow"]
    #expect(
      listing(try plan(selection)).text() == """
        Shop: 2 of 7 steps

        A cart
          1. POST /cart → 200 or 201  [slow]
          cleanup: DELETE /cart → 204

        """)
  }

  @Test("The JSON tells places within the package, never where that is on the machine")
  func json() throws {
    var selection = Selection()
    selection.tags = ["slow"]
    let json = listing(try plan(selection)).json()
    #expect(json.contains(#""id": "A cart › POST /cart""#))
    #expect(json.contains(#""location": "Tests/CommandLineTests/ListingTests.swift:"#))
  }

  @Test("Coverage is a table, and names what is declared without a step")
  func coverage() throws {
    #expect(
      CoverageListing(coverage: Coverage(try plan())).text() == """
        ENDPOINT  METHOD   STATUSES     STEPS
        /users    GET      200 400-499  2
                  HEAD     probed       1
                  POST                  none
                  OPTIONS  probed       1
        /cart     POST     200 201      1
                  DELETE   204          1
        /health   GET      observed     1

        3 endpoints, 7 methods, 1 declared without a step: POST /users

        """)
  }

  @Test("Coverage as JSON has an object for each endpoint and method")
  func coverageJSON() throws {
    let json = CoverageListing(coverage: Coverage(try plan())).json()
    #expect(json.contains("\"open\": [\n      \"400-499\"\n    ]"))
    #expect(json.contains("\"declared\": null"))
  }
}
