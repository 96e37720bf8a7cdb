import AccordContract

@testable import AccordEngine

extension LostPartTests {
  /// What a run of this seed binds a `.uuid` named `id` to.
  static func uuid(seed: UInt64, unit: Int) -> String {
    let id = Variable("id", .uuid)
    let contract = Contract("C") { Get("/\(id)").expect(200) }
    var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
    guard let plan = try? planner.plan(selecting: Selection()) else { return "" }
    var bindings = Bindings()
    _ = GeneratedValues(plan: plan, given: [:], seed: seed)
      .bind(in: &bindings, for: plan.units[0], of: plan, number: unit, timestamp: 0)
    return bindings[id]?.text ?? ""
  }
}
