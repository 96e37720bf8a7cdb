import AccordContract
import Testing

@testable import AccordCommandLine

@Suite("Messages about a run")
struct RunComplaintTests {
  @Test(
    "A message says what came of the run that no report says",
    arguments: [
      (
        RunComplaint.serverEnded(.exited(code: 3)),
        "the server of --start ended with exit code 3 before it accepted a connection"
      ),
      (
        .serverEnded(.signalled(9)),
        "the server of --start was ended by signal 9 before it accepted a connection"
      ),
      (
        .serverEndedEarly(.exited(code: 1)),
        "the server of --start ended with exit code 1 before the run was over; what answered may have "
          + "been another one"
      ),
      (
        .addressTaken("http://127.0.0.1:8080"),
        "something listens at http://127.0.0.1:8080 already, and would be tested in place of the server "
          + "of --start; stop it, or let {port} stand for a free port"
      ),
      (
        .nothingSelected(of: 7),
        "no step was selected of 7; see --tag, --skip-tag, --filter, --rerun-failed"
      ),
      (
        .nothingToRerun(file: "r.jsonl"),
        "nothing to run again: in the run of 'r.jsonl' no step failed or errored"
      ),
      (
        .baselineWritten(file: "k.jsonl", count: 1, added: 1, removed: 2),
        "'k.jsonl' lists 1 known failure: 1 added, 2 removed"
      ),
      (
        .baselineWritten(file: "k.jsonl", count: 2, added: 0, removed: 0),
        "'k.jsonl' lists 2 known failures: 0 added, 0 removed"
      ),
      (.baselineNotWritten(file: "k.jsonl", reason: "so"), "'k.jsonl' is left as it was: so"),
      (
        .staleEntries(count: 1),
        "1 entry of the baseline is of a step that the contract does not have, which --strict-baseline does not allow"
      ),
      (
        .staleEntries(count: 2),
        "2 entries of the baseline are of steps that the contract does not have, which --strict-baseline does not allow"
      ),
      (
        .stoppedInRecording(count: 1),
        "1 step has no verdict, since the recorded run was stopped before it"
      ),
      (
        .stoppedInRecording(count: 172),
        "172 steps have no verdict, since the recorded run was stopped before them"
      ),
      (.noVerdict, "no step gave a verdict: all were disabled, skipped or only observed"),
    ])
  func message(complaint: RunComplaint, words: String) {
    #expect("\(complaint)" == words)
  }

  @Test("A server that cannot be started is named")
  func start() {
    let error = ServerProcess.StartError(command: "./shop", reason: "Permission denied")
    #expect("\(error)" == "cannot start './shop': Permission denied")
  }

  @Test(
    "What a value should be is said in words",
    arguments: [
      (VariableTrait.Conversion.integer, "a whole number"), (.number, "a number"),
      (.boolean, "true or false"), (.text, "text"), (.link, "a whole URL, with scheme and host"),
    ])
  func expectation(conversion: VariableTrait.Conversion, words: String) {
    #expect(conversion.expectation == words)
  }
}
