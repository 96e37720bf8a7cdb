package import AccordContract
internal import AccordEngine
internal import AccordReports
internal import ArgumentParser

/// `accord probe`: a run of a contract that is made of the command line or of a file.
package struct ProbeRun {
  private let contract: Contract
  private let url: String
  private let options: ProbeRunOptions
  private let environment: [String: String]

  /// - Parameters:
  ///   - url: The base URL.
  ///   - secrets: The values of the contract's secret variables, by name.
  package init(
    _ contract: Contract, url: String, _ options: ProbeRunOptions, secrets: [String: String]
  ) {
    self.contract = contract
    self.url = url
    self.options = options
    var environment = ProcessEnvironment.variables
    for (name, value) in secrets { environment["ACCORD_SECRET_\(name)"] = value }
    self.environment = environment
  }

  /// Probes, reports, and returns the exit code.
  package func perform() -> Int32 {
    StandardStreams.prepare()
    return reporting {
      try ContractRun(contract, command(), environment: environment, program: nil).perform()
    }
  }

  /// Prints what would be probed, without a network, and returns the exit code.
  package func list() -> Int32 {
    StandardStreams.prepare()
    return reporting {
      let command = try command()
      var planner = Planner(contract, probesUnsafe: false, files: ContractFiles())
      let plan = try planner.plan(selecting: Selection())
      _ = try ConformanceBinding.probing(
        command.conformance, command.risks, hasProbes: plan.hasProbes)
      return Console.print(
        StepListing(plan: plan, account: ProblemAccount(SourceOptions())).text())
    }
  }

  private func reporting(_ body: () throws -> Int32) -> Int32 {
    do {
      return try body()
    } catch let problem as UsageProblem {
      Console.complain("error: \(problem)")
    } catch let problems as ContractProblems {
      Console.complain(of: problems, SourceOptions())
    } catch {
      Console.complain("error: \(error)")
    }
    return ExitStatus.usage
  }

  /// The same as options of a run; those that a probe does not have are as if nobody gave them.
  private func command() throws -> RunCommand {
    var command = try RunCommand.parse([])
    command.server.url = url
    command.server.wait = options.manners.wait
    command.running.readOnly = options.safety.readOnly
    command.running.rate = options.manners.rate
    command.running.respectRetryAfter = options.manners.respectRetryAfter
    command.conformance.choice = options.choice
    command.risks = options.risks
    command.limits = options.limits
    command.transport = options.transport
    command.credentials = options.credentials
    command.proxies = options.proxies
    command.tls = options.tls
    command.reports = options.reports
    command.output = options.output
    return command
  }
}
