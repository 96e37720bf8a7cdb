package import AccordContract
internal import AccordDocuments
internal import AccordEngine
internal import AccordHTTP
internal import AccordReports
internal import ArgumentParser
internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A contract as a program: reads the command line and does what it says.
package struct ContractProgram: Sendable {
  private let contract: Contract

  package init(_ contract: Contract) { self.contract = contract }

  /// Carries out the command line of this process, and exits with its code.
  ///
  /// On the caller's executor: what blocks nothing is done before any other thread is there.
  package nonisolated(nonsending) func runAndExit() async -> Never {
    StandardStreams.prepare()
    let arguments = Array(CommandLine.arguments.dropFirst())
    let environment = ProcessEnvironment.variables
    guard ContractCommand.meansRun(arguments) else {
      exit(perform(arguments, environment: environment))
    }
    // A run blocks its thread for as long as it takes: never one of the cooperative pool, which has
    // one for each core.
    let status = await withCheckedContinuation { continuation in
      DispatchQueue(label: "accord.run").async {
        continuation.resume(returning: perform(arguments, environment: environment))
      }
    }
    exit(status)
  }

  /// Carries out a command line and returns the exit code.
  package func perform(_ arguments: [String], environment: [String: String]) -> Int32 {
    if ContractCommand.isHelpRequest(arguments) {
      return Console.print(ContractCommand.help() + "\n")
    }
    do {
      switch try ContractCommand.command(of: arguments) {
      case let command as RunCommand:
        return try ContractRun(contract, command, environment: environment).perform()
      case let command as JudgeCommand:
        return try JudgeRun(contract, command, environment: environment).perform()
      case let command as ListCommand:
        let listing = StepListing(
          plan: try Sharing(command.sharding, environment: environment)
            .part(of: plan(command.selection)) { Console.complain("\($0)") },
          account: ProblemAccount(SourceOptions(program: ProgramFile.path)))
        return Console.print(command.format == .json ? listing.json() : listing.text())
      case let command as CoverageCommand:
        let coverage = CoverageListing(coverage: Coverage(try plan(command.selection)))
        return Console.print(command.format == .json ? coverage.json() : coverage.text())
      case var command:
        // `--help`, `help` and `--version` are commands of the parser's own.
        try command.run()
        return ExitStatus.conforms
      }
    } catch let problem as UsageProblem {
      Console.complain("error: \(problem)")
      return ExitStatus.usage
    } catch let problems as ContractProblems {
      Console.complain(of: problems, SourceOptions(program: ProgramFile.path))
      return ExitStatus.usage
    } catch {
      let code = ContractCommand.exitCode(for: error).rawValue
      let message = ContractCommand.fullMessage(for: error)
      if code == ExitStatus.conforms { return Console.print(message + "\n") }
      // As our own errors begin.
      Console.complain(message.hasPrefix("Error: ") ? "error: \(message.dropFirst(7))" : message)
      return code
    }
  }

  private func plan(_ options: SelectionOptions) throws -> Plan {
    var planner = Planner(contract, probesUnsafe: options.probeUnsafe, files: ContractFiles())
    return try planner.plan(selecting: options.selection(options.failedSteps()))
  }
}
