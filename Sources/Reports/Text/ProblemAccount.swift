package import AccordContract
package import AccordEngine

/// Tells what makes a contract unusable, and at which of its lines.
///
///     the member "id" is named twice in one object; it can only be there once
///        --> specs/Cart.swift:21:5
///         |
///      21 |     JSON(["id": 1, "id": 2])
///         |     ^^^^
package struct ProblemAccount {
  private let wording = Wording()
  private let sources: SourceFiles

  package init(_ sources: SourceOptions) { self.sources = SourceFiles(sources) }

  /// What is wrong, and the line.
  ///
  /// - Parameter redactor: What knows the secrets that may stand in the line.
  package func lines(
    _ problem: ContractProblem, redactor: Redactor = Redactor()
  ) -> [String] {
    account(of: problem).map(redactor.redact)
  }

  private func account(of problem: ContractProblem) -> [String] {
    let message = wording.message(problem, place: place)
    guard problem.location != .unknown else { return [message] }
    let excerpt = SourceExcerpt(
      place: place(problem.location), lineNumber: problem.location.line,
      line: sources.line(problem.location),
      remarks: [SourceExcerpt.Remark(column: problem.location.column, text: "")])
    return [message]
      + excerpt.lines(.plain).map { line in
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
      }.filter { !$0.isEmpty }
  }

  /// A place in the contract's package, as in `specs/Cart.swift:21:5`.
  package func place(_ location: SourceLocation) -> String { sources.place(location) }
}
