import Testing

@testable import AccordCommandLine

@Suite("Messages about the command line")
struct UsageProblemTests {
  @Test(
    "A message quotes what was written and says what to write",
    arguments: [
      (
        UsageProblem.noURL,
        "no server to test: give --url URL, set ACCORD_URL, or add .baseURL(\"…\") to the contract"
      ),
      (
        .nothingToCompare(file: "r.jsonl", contract: "Shop", hasSteps: false),
        "--compare: there is nothing to compare with: 'r.jsonl' has no step of this contract; it is a run of 'Shop'"
      ),
      (
        .nothingToCompare(file: "r.jsonl", contract: "Shop", hasSteps: true),
        "--compare: there is nothing to compare with: the run of 'r.jsonl' ran none of the contract's steps"
      ),
      (.url(source: "--url", reason: "\"a\" is no URL"), "--url: \"a\" is no URL"),
      (
        .filter("(", "this \"(\" has no \")\""),
        "--filter '(' is not a regular expression: this \"(\" has no \")\""
      ),
      (.assignment("id", option: "--set"), "--set takes NAME=VALUE, not 'id'"),
      (
        .unknownVariable("Id", option: "--set", suggestion: "id"),
        "--set: the contract has no variable 'Id'; did you mean 'id'?"
      ),
      (
        .unknownVariable("x", option: "--secret", suggestion: nil),
        "--secret: the contract has no variable 'x'"
      ),
      (
        .variablesFile("v.json", reason: "it cannot be read"),
        "--variables 'v.json': it cannot be read"
      ),
      (
        .unusableValue(variable: "id", expected: "a whole number"),
        "the value given for the variable 'id' is not a whole number"
      ),
      (
        .shortSecret("pin"),
        "the secret 'pin' is shorter than 4 characters; redacting it would shred the reports, so "
          + "bind a longer value or do not mark it as secret"
      ),
      (
        .secretsInCI,
        "--show-secrets is refused where CI is set: logs of CI systems are kept and shared"
      ),
      (
        .sharedReportPath("--report tap=a", "--report text=./a"),
        "--report tap=a and --report text=./a would be written to the same place; give each a path of "
          + "its own"
      ),
      (
        .replacedInput(report: "--report tap=a", file: "--baseline a"),
        "--report tap=a would replace --baseline a; give the report a path of its own"
      ),
      (
        .portWithoutPlace("--url"),
        "--start has {port} and --url has not; write it there too: --url 'http://127.0.0.1:{port}'"
      ),
    ])
  func message(problem: UsageProblem, words: String) {
    #expect("\(problem)" == words)
  }
}
