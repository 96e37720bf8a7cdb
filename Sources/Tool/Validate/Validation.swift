internal import AccordDocuments

/// `accord validate`: which files are held to which schema.
struct Validation {
  private let validator: any Validator
  private let files: [InputFile]

  /// Checks what was asked for and reads the schema, before any document is read.
  init(_ command: ValidateCommand) throws(ToolProblem) {
    let schemas = [
      ("--schema", command.schema), ("--xsd", command.xsd), ("--relaxng", command.relaxng),
    ].compactMap { option, value in value.map { (option: option, value: $0) } }
    guard let schema = schemas.first else { throw .noSchema }
    guard schemas.count == 1 else { throw .severalSchemas(schemas.map(\.option)) }
    guard !command.files.isEmpty else { throw .noFile(purpose: "to validate") }
    // A pointer may stand behind the schema's name.
    let schemaFile = String(schema.value.prefix { $0 != "#" })
    try InputFile.requireOneStandardInput([schemaFile] + command.resources + command.files)
    files = command.files.map(InputFile.init(name:))
    if schema.option == "--schema" {
      validator = try JSONSchemaValidator(schema.value, command)
      return
    }
    let given = [
      ("--draft", command.draft != nil), ("--formats", command.formats),
      ("--resource", !command.resources.isEmpty),
    ]
    if let (option, _) = given.first(where: \.1) {
      throw .optionWithout(option, needs: "--schema")
    }
    let file = InputFile(name: schema.value)
    validator = try XMLDocumentValidator(schema.option, file)
  }

  /// Prints what does not hold.
  func perform(_ output: inout Output) -> ToolStatus {
    var status = ToolStatus.holds
    for file in files {
      do throws(ToolProblem) {
        if try !validator.holds(try file.read(), file, &output) {
          status = max(status, .doesNotHold)
        }
      } catch {
        output.complain(error)
        status = max(status, .unusable)
      }
    }
    return status
  }
}

/// Holds documents to a schema.
protocol Validator {
  /// Prints the violations of one document; one that is not well-formed has one.
  ///
  /// - Returns: Whether there are none.
  /// - Throws: That there is no verdict.
  func holds(
    _ octets: [UInt8], _ file: InputFile, _ output: inout Output
  ) throws(ToolProblem) -> Bool
}
