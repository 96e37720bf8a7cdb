/// `accord select`: what is selected, from which files.
struct Selection {
  private let selector: any Selector
  private let files: [InputFile]
  private let format: ResultFormat

  /// Checks what was asked for, before any file is read.
  init(_ command: SelectCommand) throws(ToolProblem) {
    var arguments = command.arguments
    if let expression = command.xpath {
      selector = try XPathSelector(expression, namespaces: command.namespaces)
    } else {
      guard command.namespaces.isEmpty else {
        throw .optionWithout("--namespace", needs: "--xpath")
      }
      // A file alone, or nothing at all.
      guard let first = arguments.first, arguments.count > 1 || first.hasPrefix("$") else {
        throw .noPath
      }
      arguments.removeFirst()
      selector = try JSONPathSelector(first, files: arguments)
    }
    guard !arguments.isEmpty else { throw .noFile(purpose: "to select from") }
    try InputFile.requireOneStandardInput(arguments)
    files = arguments.map(InputFile.init(name:))
    format = ResultFormat(
      namesFiles: files.count > 1, showsPaths: command.paths, isRaw: command.raw)
  }

  /// Prints what is selected.
  func perform(_ output: inout Output) -> ToolStatus {
    for warning in selector.warnings { output.warn(warning) }
    var status = ToolStatus.holds
    for file in files {
      var results = Results(format, of: file)
      do throws(ToolProblem) {
        try selector.select(from: try file.read(), of: file, &results, &output)
        if !results.isSuccess { status = max(status, .doesNotHold) }
      } catch {
        output.complain(error)
        status = max(status, .unusable)
      }
    }
    return status
  }
}

/// Selects values of documents.
protocol Selector {
  /// What is odd about the path, and hinders nothing.
  var warnings: [String] { get }

  /// Prints the values that are selected from one document.
  ///
  /// - Throws: That the document is none, or that there is no answer.
  func select(
    from octets: [UInt8], of file: InputFile, _ results: inout Results, _ output: inout Output
  ) throws(ToolProblem)
}
