internal import AccordContract
internal import AccordDocuments
internal import AccordReports
internal import AccordRuns

// What the command line says of its own. Every other message is made by `Wording` of the reports,
// which need not know these types.

extension UsageProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .runFile(let error, let option): "\(option): \(error)"
    case .nothingToCompare(let file, let contract, let hasSteps):
      "--compare: there is nothing to compare with: "
        + (hasSteps
          ? "the run of '\(VisibleText.escape(file))' ran none of the contract's steps"
          : "'\(VisibleText.escape(file))' has no step of this contract; it is a run of "
            + "'\(VisibleText.escape(contract))'")
    case .baseline(let error): "--baseline: \(error)"
    case .baselineOfShard:
      "--update-baseline writes what a whole run found: give it to accord merge, which joins the shards"
    case .noURL:
      """
      no server to test: give --url URL, set ACCORD_URL, or add .baseURL("…") to the contract
      """
    case .archive(let error): "\(error)"
    case .unknownRule(let name, let option, let suggestion):
      "\(option): \(Wording.unknownRule("'\(name)'", suggestion: suggestion))"
    case .rulesWithoutConformance(let option):
      "\(option) is of use beside --conformance warn or fail, or .conformance or a Conformance in the "
        + "contract"
    case .nothingToAllow:
      "--allow is of use where the contract has a Conformance"
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
    case .sharedReportPath(let one, let other):
      "\(one) and \(other) would be written to the same place; give each a path of its own"
    case .replacedInput(let report, let file):
      "\(report) would replace \(file); give the report a path of its own"
    case .portWithoutPlace(let source):
      "--start has {port} and \(source) has not; write it there too: --url 'http://127.0.0.1:{port}'"
    case .unreadableFile(let path, let option): "\(option): the file '\(path)' cannot be read"
    case .shortCredential(let what):
      "\(what) is shorter than 4 characters; redacting it would shred the reports"
    case .digestOfNobody:
      "--digest says how a user name and a password are sent, and there are none: --user, ACCORD_USER or "
        + "--netrc give them"
    case .noPassword(let source):
      "\(source) has no password: write NAME:PASSWORD, or give it in ACCORD_PASSWORD, which no list "
        + "of processes shows"
    case .transportEntry(let entry, let part, let form):
      ".transport(\(part):) takes \(form), not '\(entry)'"
    case .noClientID:
      "--oauth2-token-url needs to know who asks: --oauth2-client-id ID, or ACCORD_OAUTH2_CLIENT_ID"
    case .noClientSecret:
      "--oauth2-token-url needs the client's secret: give it in ACCORD_OAUTH2_CLIENT_SECRET, which no "
        + "list of processes shows, or with --oauth2-client-secret"
    case .proxyScheme(let scheme, let source):
      "\(source): '\(scheme)' is no scheme of proxies: http, https, socks4, socks4a, socks5, socks5h"
    case .noProxy(let source): "\(source) names no proxy: [SCHEME://][NAME:PASSWORD@]HOST[:PORT]"
    case .unboundPassword(let name, let trait):
      "\(trait) takes its password from the variable '\(name)', which nothing binds: give "
        + "ACCORD_SECRET_\(name) or --variables FILE"
    case .shard(let problem): problem.description
    }
  }
}

extension RunComplaint: CustomStringConvertible {
  var description: String {
    switch self {
    case .serverEnded(let end): "the server of --start \(end) before it accepted a connection"
    case .serverEndedEarly(let end):
      "the server of --start \(end) before the run was over; what answered may have been another one"
    case .addressTaken(let url):
      "something listens at \(url) already, and would be tested in place of the server of "
        + "--start; stop it, or let {port} stand for a free port"
    case .nothingSelected(let count, let targets):
      "no step was selected of \(count)\(targets > 0 ? ", no target of \(targets)" : ""); see --tag, --skip-tag, --filter, --rerun-failed"
    case .probesLeftOut(let names, let reason):
      "\(names.map { "the Conformance '\(VisibleText.escape($0))'" }.joined(separator: ", ")) "
        + "\(names.count == 1 ? "is" : "are") left out: \(reason)"
    case .stoppedAtTheEnd(let signal):
      "stopped by \(Wording.name(ofSignal: signal)) when every step had its outcome"
    case .stoppedInRecording(let count):
      "\(count == 1 ? "1 step has" : "\(count) steps have") no verdict, since the recorded run was "
        + "stopped before \(count == 1 ? "it" : "them")"
    case .unwritableOutput(let reason): "standard output could not be written: \(reason)"
    case .nothingToRerun(let file):
      "nothing to run again: in the run of '\(file)' no step failed or errored"
    case .baselineWritten(let file, let count, let added, let removed):
      "'\(file)' lists \(count == 1 ? "1 known failure" : "\(count) known failures"): "
        + "\(added) added, \(removed) removed"
    case .baselineNotWritten(let file, let reason): "'\(file)' is left as it was: \(reason)"
    case .staleEntries(let count):
      "\(count == 1 ? "1 entry" : "\(count) entries") of the baseline "
        + "\(count == 1 ? "is of a step" : "are of steps") that the contract does not have, which "
        + "--strict-baseline does not allow"
    case .noVerdict: "no step gave a verdict: all were disabled, skipped or only observed"
    case .noVerdictOfRules: "no rule gave a verdict: none of them applies to what was probed"
    }
  }
}

extension ServerProcess.StartError: CustomStringConvertible {
  var description: String { "cannot start '\(command)': \(reason)" }
}

extension ServerProcess.End: CustomStringConvertible {
  /// What follows the name of what ended.
  var description: String {
    switch self {
    case .exited(let code): "ended with exit code \(code)"
    case .signalled(let signal): "was ended by signal \(signal)"
    }
  }
}

extension VariableTrait.Conversion {
  /// What a value must be, as in `the value … is not a whole number`.
  var expectation: String {
    switch self {
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    case .text: "text"
    case .link: "a whole URL, with scheme and host"
    }
  }
}
