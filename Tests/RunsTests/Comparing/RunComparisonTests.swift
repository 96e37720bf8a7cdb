import Testing

@testable import AccordRuns

@Suite("Two runs")
struct RunComparisonTests {
  /// A run file of steps with these ids and statuses.
  private func text(_ steps: [(String, Int)], ofContractOf count: Int) -> String {
    let timings =
      #"{"nameLookup":0,"connect":0,"wait":0,"receive":0,"firstByte":0,"total":0}"#
    var lines = [
      RunFileTests.header.replacing(#""contractSteps":3"#, with: #""contractSteps":\#(count)"#)
    ]
    for (index, step) in steps.enumerated() {
      lines.append(
        RunFileTests.step.replacing(#""id":"GET /a""#, with: #""id":"\#(step.0)""#)
          .replacing(#""index":0"#, with: #""index":\#(index)"#)
          .replacing(
            #""tries":1"#,
            with:
              #""url":"http://a/","status":\#(step.1),"fields":[],"timings":\#(timings),"tries":1"#
          ))
    }
    lines.append(
      RunFileTests.footer.replacing(#""observed":1"#, with: #""observed":\#(steps.count)"#))
    return lines.map { $0 + "\n" }.joined()
  }

  private func run(_ steps: [(String, Int)], ofContractOf count: Int) throws -> RunObservations {
    try withFile(text(steps, ofContractOf: count)) { try RunObservations(path: $0) }
  }

  @Test("Steps are changed, added, removed or as they were")
  func whole() throws {
    let before = try run([("a", 200), ("b", 200), ("c", 200)], ofContractOf: 3)
    let after = try run([("d", 200), ("c", 404), ("b", 200)], ofContractOf: 3)
    let result = RunComparison(before, after, StepComparison())
    #expect(result.changed.map(\.id) == ["c"])
    #expect(result.added == ["d"])
    #expect(result.removed == ["a"])
    #expect(result.sameCount == 1)
    #expect(result.failingCount == 1)
    #expect(!before.isPartial)
  }

  @Test("A run of a part of its contract is known as one, and repetitions are one step")
  func part() throws {
    let run = try run([("a", 200), ("a", 500)], ofContractOf: 2)
    #expect(run.isPartial)
    #expect(run.ids == ["a"])
    #expect(run.observations(of: "a")?.map(\.status) == [200, 500])
    #expect(run.observations(of: "b") == nil)
  }
}
