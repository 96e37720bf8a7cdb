package import Accord

extension HostileKind {
  /// Each kind's step, and after it one that must pass.
  package static let contract = Contract("Hostile") {
    for kind in all {
      kind.step.named(kind.title).tags(Tag(kind.tag))
      Get("\(kind.plainPath)").tags(Tag(kind.tag)).expect(200) {
        Text("hello")
      }
    }
  }
}
