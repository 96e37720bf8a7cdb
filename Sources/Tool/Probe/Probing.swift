internal import AccordCommandLine
internal import AccordContract
internal import AccordDocuments

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// `accord probe`: from the command line to a contract of one component, which is run as any other.
struct Probing {
  private let command: ProbeCommand

  init(_ command: ProbeCommand) { self.command = command }

  /// Carries the command out, and returns the exit code.
  func perform(_ output: inout Output) throws(ToolProblem) -> ToolStatus {
    if command.printsSchema {
      output.print(TargetSchema.text)
      return .holds
    }
    guard let url = command.url else { throw .noProbedURL }
    let draft = try ProbeDraft(url, command.targets)
    var secrets: [String: String] = [:]
    for name in draft.variables where !command.lists {
      guard let value = Self.environmentVariable(name), !value.isEmpty else {
        throw .noSecret(variable: name)
      }
      secrets[name] = value
    }
    let run = ProbeRun(
      Contract(draft.conformance), url: draft.url, command.running, secrets: secrets)
    // It prints for itself, as a run does.
    return ToolStatus(rawValue: command.lists ? run.list() : run.perform()) ?? .unusable
  }

  private static func environmentVariable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
