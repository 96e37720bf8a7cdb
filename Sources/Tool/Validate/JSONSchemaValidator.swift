internal import AccordDocuments

/// Validates by JSON Schema.
struct JSONSchemaValidator: Validator {
  private let schema: JSONSchema

  /// - Parameter reference: The schema's file, and behind a `#` a pointer.
  init(_ reference: String, _ command: ValidateCommand) throws(ToolProblem) {
    var options = SchemaOptions(formats: command.formats ? .assertion : .annotation)
    if let name = command.draft {
      guard let draft = SchemaDraft(name: name) else { throw .draft(name) }
      options.defaultDraft = draft
    }
    // Only the command line may mean standard input by `-`.
    let isInput = reference.prefix { $0 != "#" } == "-"
    var files = SchemaFiles { path in
      path == "-" && !isInput ? nil : try? InputFile(name: path).read()
    }
    do {
      schema = try files.compile(reference, resources: command.resources, options: options)
    } catch {
      throw .schema(reference, error)
    }
  }

  func holds(
    _ octets: [UInt8], _ file: InputFile, _ output: inout Output
  ) throws(ToolProblem) -> Bool {
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: octets, limits: .anyDepth)
    } catch {
      let reason = VisibleText.escape(error.reason.description)
      output.print("\(file.shownName):\(error.line):\(error.column): not JSON: \(reason)\n")
      return false
    }
    let violations = schema.validate(document.root)
    if let violation = violations.first(where: \.isWithoutVerdict),
      violations.allSatisfy(\.isWithoutVerdict)
    {
      throw .noAnswer(file, "there is no verdict: \(violation)")
    }
    for violation in violations where !violation.isWithoutVerdict {
      output.print("\(file.shownName): \(VisibleText.escape(violation.account))\n")
    }
    return violations.isEmpty
  }
}

extension SchemaViolation {
  /// Whether a bound was met rather than a demand not.
  fileprivate var isWithoutVerdict: Bool {
    if case .verdict = expectation { true } else { false }
  }
}
