import AccordContract
import AccordDocuments
import AccordEngine
import AccordReports
import Testing

@testable import AccordCommandLine

@Suite("Listings of targets")
struct TargetListingTests {
  private static let contract = Contract("Shop") {
    Get("/health").expect(200)
    Conformance("Rules", .tags("rules")) {
      CollectionTarget("/cart", item: "/cart/{id}")
        .creates(["a": 1]).creates(["a": 2]).replaces(["a": 3]).rejects("x").patches(.merge)
        .tags("writes")
      CollectionTarget("/orders")
      DocumentTarget("/products/1").named("a product")
      ProtectedTarget("/account", .bearer("sesame"))
    }
    Conformance("Later", .disabled("ABC-1")) { DocumentTarget("/new") }
  }

  private func listing(
    _ contract: Contract = Self.contract, _ selection: Selection = Selection()
  ) throws -> StepListing {
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    return StepListing(
      plan: try planner.plan(selecting: selection), account: ProblemAccount(SourceOptions()))
  }

  @Test("The text has a line for each target, below the steps")
  func text() throws {
    #expect(
      try listing().text() == """
        Shop: 1 step, 7 targets

        Shop
          GET /health → 200

        Rules
          collection /cart (items /cart/{id}; 2 samples, replaced, patched, 1 to be refused)  \
        [rules, writes]
          collection /orders (only read)  [rules]
          document a product (/products/1)  [rules]
          protected /account  [rules]
          server, by /products/1  [rules]

        Later
          document /new  disabled: ABC-1
          server, by /new  disabled: ABC-1

        """)
  }

  @Test("A selection is counted against the whole")
  func selected() throws {
    var selection = Selection()
    selection.tags = ["writes"]
    let text = try listing(Self.contract, selection).text()
    #expect(text.hasPrefix("Shop: 0 of 1 step, 1 of 7 targets\n"))
  }

  @Test("A contract of targets alone counts those alone")
  func alone() throws {
    let contract = Contract(Conformance("Rules") { DocumentTarget("/a") })
    #expect(try listing(contract).text().hasPrefix("Rules: 2 targets\n\nRules\n  document /a\n"))
  }

  @Test("The JSON has an object for each target, and no such list where there is none")
  func json() throws {
    let root = try JSONDocument(parsing: try listing().json()).root
    let targets = try #require(root.member("targets")).elements.map { $0 }
    #expect(
      targets.map { $0.member("id")?.string } == [
        "Rules › /cart", "Rules › /orders", "Rules › a product", "Rules › /account",
        "Rules › server", "Later › /new", "Later › server",
      ])
    let first = try #require(targets.first)
    #expect(first.member("kind")?.string == "collection")
    #expect(first.member("target")?.string == "/cart")
    #expect(first.member("item")?.string == "/cart/{id}")
    #expect(first.member("conformance")?.string == "Rules")
    #expect(first.member("tags")?.elements.map(\.string) == ["rules", "writes"])
    let place = try #require(first.member("location")?.string)
    #expect(place.hasPrefix("Tests/CommandLineTests/TargetListingTests.swift:"))
    #expect(targets[1].member("item")?.isNull == true)
    let none = try JSONDocument(parsing: try listing(Contract("c") { Get("/a") }).json()).root
    #expect(none.member("targets") == nil)
  }
}
