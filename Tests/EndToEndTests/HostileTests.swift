import AccordHostile
import Foundation
import Testing

/// What servers and networks do on their worst day.
///
/// How long a step takes and how much memory is held, `make hostile` judges.
@Suite("Every way of failing has a verdict")
struct HostileTests {
  /// One run for all tests: each kind is a step of the same contract.
  private static let run = Result {
    // Twice what is judged: other tests run on the same machine.
    try HostileRun(program: Program.path("hostile-contract"), timeout: 2 * HostileRun.timeout)
  }

  @Test(
    "A kind has the verdict that is due, and the step after it passes", arguments: HostileKind.all)
  func verdict(_ kind: HostileKind) throws {
    let run = try Self.run.get()
    let problems = kind.problems(
      run.given(kind), after: run.givenAfter(kind), together: run.givenTogether(kind))
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test("Nothing holds a run past its limits")
  func bound() throws {
    let run = try Self.run.get()
    for kind in HostileKind.all {
      let seconds = try #require(run.given(kind)).seconds
      #expect(seconds < 20, "\(kind) took \(seconds) s")
    }
    // Where one failed, it is 1, whatever else there was.
    #expect(run.exitCodes == [1, 1, 2, 2])
  }

  @Test("Names are told apart")
  func names() {
    #expect(Set(HostileKind.all.map(\.title)).count == HostileKind.all.count)
    #expect(HostileKind.all.count > 150)
  }
}
