package import Accord

extension HostileKind {
  /// Each kind's step, and after it one that must pass.
  package static let contract = Contract("Hostile") {
    for kind in all {
      kind.step.named(kind.title).tags(
        kind.waits ? "waiting" : "instant")
      Get("\(kind.plainPath)").tags(kind.waits ? "waiting" : "instant").expect(200) {
        Text("hello")
      }
    }
  }
}
