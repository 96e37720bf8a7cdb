/// Why a command line cannot be carried out: exit code 64.
enum UsageProblem: Error, Equatable {
  case noURL
  case url(source: String, reason: String)
  case filter(String, String)
  case assignment(String, option: String)
  case unknownVariable(String, option: String, suggestion: String?)
  case variablesFile(String, reason: String)
  case unusableValue(variable: String, expected: String)
  case shortSecret(String)
  case secretsInCI
  case sharedReportPath(String)
  case portWithoutPlace(String)
}

extension UsageProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .noURL:
      """
      no server to test: give --url URL, set ACCORD_URL, or add .baseURL("…") to the contract
      """
    case .url(let source, let reason): "\(source): \(reason)"
    case .filter(let expression, let reason):
      "--filter '\(expression)' is not a regular expression: \(reason)"
    case .assignment(let text, let option):
      "\(option) takes NAME=VALUE, not '\(text)'"
    case .unknownVariable(let name, let option, let suggestion):
      "\(option): the contract has no variable '\(name)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? "")
    case .variablesFile(let path, let reason):
      "--variables '\(path)': \(reason)"
    case .unusableValue(let variable, let expected):
      "the value given for the variable '\(variable)' is not \(expected)"
    case .shortSecret(let name):
      """
      the secret '\(name)' is shorter than 4 characters; redacting it would shred the reports, so \
      bind a longer value or do not mark it as secret
      """
    case .secretsInCI:
      "--show-secrets is refused where CI is set: logs of CI systems are kept and shared"
    case .sharedReportPath(let path):
      "two reports would be written to '\(path)'; give each a path of its own"
    case .portWithoutPlace(let source):
      "--start has {port} and \(source) has not; write it there too: --url 'http://127.0.0.1:{port}'"
    }
  }
}
