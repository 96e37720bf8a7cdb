internal import AccordDocuments

/// Validates by XML Schema or RELAX NG.
struct XMLDocumentValidator: Validator {
  private let schema: XMLValidator

  /// How many violations of one document are told: more than anyone reads.
  private static let limit = 100_000

  /// - Parameter option: `--xsd` or `--relaxng`.
  init(_ option: String, _ file: InputFile) throws(ToolProblem) {
    let octets = try file.read()
    do {
      schema = try XMLValidator(
        parsing: octets, from: file.name, in: option == "--xsd" ? .xsd : .relaxNG)
    } catch {
      throw .xmlSchema(option: option, file, error)
    }
  }

  func holds(
    _ octets: [UInt8], _ file: InputFile, _ output: inout Output
  ) throws(ToolProblem) -> Bool {
    let tree: XMLTree
    do {
      tree = try XMLTree(parsing: octets)
    } catch {
      guard !error.isLimit else { throw .noAnswer(file, "the document is not read: \(error)") }
      output.print("\(file.shownName)\(error.report.wording)\n")
      return false
    }
    let violations: [XMLViolation]
    do {
      violations = try schema.violations(of: tree, limit: Self.limit)
    } catch {
      throw .noAnswer(file, "there is no verdict: \(error)")
    }
    for violation in violations {
      let line = violation.line > 0 ? ":\(violation.line)" : ""
      let path = violation.path.map { "\($0): " } ?? ""
      let account = VisibleText.escape(path + violation.reason)
      output.print("\(file.shownName)\(line): \(account)\n")
    }
    if violations.count == Self.limit {
      output.print("\(file.shownName): only the first \(Self.limit) violations are told\n")
    }
    return violations.isEmpty
  }
}
