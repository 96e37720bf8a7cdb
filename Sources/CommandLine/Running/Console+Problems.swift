internal import AccordContract
internal import AccordEngine
internal import AccordReports

extension Console {
  /// Prints what makes a contract unusable, with its lines.
  static func complain(of problems: ContractProblems, _ sources: SourceOptions) {
    let account = ProblemAccount(sources)
    let redactor = Redactor()
    for secret in problems.secrets { redactor.add(secret) }
    // What stands in a loop is one line of the contract.
    var told: Set<String> = []
    for problem in problems.inOrderOfLines {
      let text = account.lines(problem, redactor: redactor).joined(separator: "\n")
      if told.insert(text).inserted { complain("error: \(text)") }
    }
  }
}

extension ContractProblems {
  /// As one meets them reading the contract, those of the contract as a whole first.
  fileprivate var inOrderOfLines: [ContractProblem] {
    problems.sorted { first, second in
      let (one, other) = (first.location, second.location)
      return (one.filePath, one.line, one.column) < (other.filePath, other.line, other.column)
    }
  }
}
