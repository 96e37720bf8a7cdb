import AccordContract
import AccordEngine
import Testing

struct PlanSelectionTests {
  private static let contract = Contract("c", .tags("all")) {
    Get("/a").tags("smoke")
    Get("/b").tags("slow", "smoke")
    Group("g", .tags("slow")) { Get("/c") }
    Scenario("s") {
      Get("/d").tags("smoke")
      Get("/e").tags("slow")
      Cleanup { Delete("/f").tags("clean") }
    }
  }

  @Test(
    arguments: [
      ([], [], nil, ["/a", "/b", "/c", "/d", "/e", "/f"]),
      (["smoke"], [], nil, ["/a", "/b", "/d", "/e", "/f"]),
      (["all"], [], nil, ["/a", "/b", "/c", "/d", "/e", "/f"]), (["none"], [], nil, []),
      ([], ["slow"], nil, ["/a", "/d", "/e", "/f"]),
      (["smoke"], ["slow"], nil, ["/a", "/d", "/e", "/f"]),
      ([], ["all"], nil, []), ([], [], "GET /[ab]$", ["/a", "/b"]),
      ([], [], "^s › ", ["/d", "/e", "/f"]),
      ([], [], "/e", ["/d", "/e", "/f"]), (["slow"], [], "g", ["/c"]), (["clean"], [], nil, []),
      ([], [], "cleanup", []), (["slow"], [], nil, ["/b", "/c", "/d", "/e", "/f"]),
    ] as [([AccordContract.Tag], [AccordContract.Tag], String?, [String])])
  func `Steps are selected by tag and id, and a scenario whole`(
    tags: [AccordContract.Tag], skipping: [AccordContract.Tag], filter: String?, paths: [String]
  ) throws {
    let plan = try plan(
      Self.contract, selecting: selection(tags: tags, skipping: skipping, filter: filter))
    #expect(plan.steps.map(\.step.writtenTarget) == paths)
    #expect(plan.stepCountOfContract == 6)
    var next = 0
    for unit in plan.units {
      #expect(unit.steps.lowerBound == next)
      next = unit.steps.upperBound
    }
    #expect(next == plan.steps.count)
  }

  @Test func `A step of a scenario that carries a skipped tag is skipped with the tag`() throws {
    let plan = try plan(Self.contract, selecting: selection(skipping: ["slow"]))
    #expect(plan.steps.map(\.skipReason) == [nil, nil, .skippedTag("slow"), nil])
  }
}
