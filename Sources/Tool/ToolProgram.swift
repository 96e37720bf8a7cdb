internal import AccordCommandLine
internal import ArgumentParser

/// The tool: reads a command line and does what it says.
enum ToolProgram {
  /// Carries out a command line.
  static func perform(_ arguments: [String]) -> ToolStatus {
    var output = Output()
    let status: ToolStatus
    do {
      status = try perform(arguments, &output)
    } catch let problem as ToolProblem {
      output.complain(problem)
      status = .unusable
    } catch {
      status = perform(error, of: arguments, &output)
    }
    return output.finish() ? status : max(status, .unwritable)
  }

  private static func perform(_ arguments: [String], _ output: inout Output) throws -> ToolStatus {
    guard let first = arguments.first else {
      output.complain(lines: AccordCommand.helpMessage())
      return .unusable
    }
    let names = AccordCommand.commandNames
    if !first.hasPrefix("-"), first != "help", !names.contains(first) {
      throw ToolProblem.unknownCommand(first, known: names)
    }
    switch try root(of: arguments).parseAsRoot(arguments) {
    case let command as InitCommand: return try initialize(command, &output)
    case let command as SelectCommand: return try Selection(command).perform(&output)
    case let command as ValidateCommand: return try Validation(command).perform(&output)
    case let command as ProbeCommand: return try Probing(command).perform(&output)
    case let command as RulesCommand: return try RulesListing(command).perform(&output)
    case let command as CompareCommand: return try Comparing(command).perform(&output)
    case let command as MergeCommand:
      // It prints for itself, as a run does.
      return ToolStatus(rawValue: command.perform()) ?? .unusable
    case var command:
      // `--help`, `help` and `--version` are commands of the parser's own.
      try command.run()
      return .holds
    }
  }

  private static func root(of arguments: [String]) -> any ParsableCommand.Type {
    InitOnlyCommand.reads(arguments) ? InitOnlyCommand.self : AccordCommand.self
  }

  private static func initialize(
    _ command: InitCommand, _ output: inout Output
  ) throws(ToolProblem) -> ToolStatus {
    do throws(InitProblem) {
      return try Initialization(command).perform(&output)
    } catch {
      throw .initialization(error)
    }
  }

  /// Says what the parser of options has to say: a mistake, or help.
  private static func perform(
    _ error: any Error, of arguments: [String], _ output: inout Output
  ) -> ToolStatus {
    let root = root(of: arguments)
    let message = root.fullMessage(for: error)
    guard root.exitCode(for: error) != .success else {
      output.print(message + "\n")
      return .holds
    }
    // As our own errors begin.
    output.complain(
      lines: message.hasPrefix("Error: ") ? "error: \(message.dropFirst(7))" : message)
    return .unusable
  }
}
