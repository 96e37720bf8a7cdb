internal import AccordDocuments

/// Validates by XML Schema or RELAX NG.
struct XMLValidator: Validator {
  private let schema: Schema

  private enum Schema {
    case xsd(XMLSchema)
    case relaxNG(RelaxNG)
  }

  /// How many violations of one document are told: more than anyone reads.
  private static let limit = 100_000

  /// - Parameter option: `--xsd` or `--relaxng`.
  init(_ option: String, _ file: InputFile) throws(ToolProblem) {
    let octets = try file.read()
    do {
      schema =
        option == "--xsd"
        ? .xsd(try XMLSchema(parsing: octets, from: file.name))
        : .relaxNG(try RelaxNG(parsing: octets, from: file.name))
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
      output.print("\(file.shownName)\(error.report.wording)\n")
      return false
    }
    let violations: [XMLViolation]
    do {
      violations =
        switch schema {
        case .xsd(let schema): try schema.violations(of: tree, limit: Self.limit)
        case .relaxNG(let schema): try schema.violations(of: tree, limit: Self.limit)
        }
    } catch {
      throw .noAnswer(file, "there is no verdict: \(error)")
    }
    for violation in violations {
      let line = violation.line > 0 ? ":\(violation.line)" : ""
      let path = violation.path.map { "\($0): " } ?? ""
      let account = VisibleText.escape(path + violation.message)
      output.print("\(file.shownName)\(line): \(account)\n")
    }
    if violations.count == Self.limit {
      output.print("\(file.shownName): only the first \(Self.limit) violations are told\n")
    }
    return violations.isEmpty
  }
}
