import AccordContract
import AccordDocuments
import AccordEngine

/// Plans a contract.
func plan(
  _ contract: Contract, selecting selection: Selection = Selection(), probesUnsafe: Bool = false
) throws -> Plan {
  var planner = Planner(contract, probesUnsafe: probesUnsafe, files: ContractFiles())
  return try planner.plan(selecting: selection)
}

/// The ids of the steps that a contract comes to, in order.
func ids(
  _ contract: Contract, selecting selection: Selection = Selection(), probesUnsafe: Bool = false
) throws -> [String] {
  let plan = try plan(contract, selecting: selection, probesUnsafe: probesUnsafe)
  return plan.steps.map(plan.id(of:))
}

/// What makes a contract unusable.
func problems(_ contract: Contract) -> [ContractProblem] {
  var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
  do throws(ContractProblems) {
    _ = try planner.plan(selecting: Selection())
    return []
  } catch {
    return error.problems
  }
}

extension ContractProblem {
  /// The name of the kind, without what it carries.
  var kindName: String { String("\(kind)".prefix { $0 != "(" }) }
}

/// A selection by names of tags and an expression for ids.
func selection(
  tags: [Tag] = [], skipping: [Tag] = [], filter: String? = nil
) throws -> Selection {
  var selection = Selection()
  selection.tags = tags
  selection.skippedTags = skipping
  selection.filter = try filter.map { try Pattern($0) }
  return selection
}
