internal import AccordCommandLine
@_exported public import AccordContract

/// Holds a server to a contract: reads the command line, runs, reports, and exits.
///
/// It is the whole of a contract's `main.swift`; the contract itself lives in other files:
///
///     import Accord
///
///     await Accord.run(shop)
///
/// The exit code gates a deploy: 0 everything conforms; 1 the server broke the contract; 2 no verdict
/// could be had; 3 nothing gave a verdict; 64 the command line or the contract is unusable; 129,
/// 130 and 143 stopped by SIGHUP, SIGINT and SIGTERM. `--help` prints the options.
public nonisolated(nonsending) func run(_ contract: Contract) async -> Never {
  await ContractProgram(contract).runAndExit()
}

/// Holds a server to the rules that standards lay down for every HTTP API, where there is no contract
/// beside them.
///
///     await Accord.run(shopRules)
///
/// As ``run(_:)`` of a contract: what `.baseURL` and the ways to the server say may be traits of the
/// `Conformance` then.
public nonisolated(nonsending) func run(_ conformance: Conformance) async -> Never {
  await ContractProgram(Contract(conformance)).runAndExit()
}
