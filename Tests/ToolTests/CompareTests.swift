import Testing

@Suite("accord compare")
struct CompareTests {
  /// A run file of steps: id, outcome, status, body's shape.
  private static func run(
    _ steps: [(id: String, outcome: String, status: Int, shape: String)], contract: String = "Shop",
    of count: Int? = nil
  ) -> String {
    let timings = #"{"nameLookup":0,"connect":0,"wait":0,"receive":0,"firstByte":0,"total":0}"#
    func number(_ outcome: String) -> Int { steps.count { $0.outcome.hasPrefix(outcome) } }
    let lines =
      [
        #"{"accord":1,"event":"run","version":"0.1.0","contract":"\#(contract)","url":"http://a","startedAt":0,"jobs":8,"seed":1,"shuffled":false,"repetitions":1,"steps":\#(steps.count),"contractSteps":\#(count ?? steps.count)}"#
      ]
      + steps.enumerated().map { index, step in
        // A skipped step's reason stands behind its outcome: skipped:interrupted.
        let parts = step.outcome.split(separator: ":")
        let kind = parts.count == 2 ? parts[1] : "timeout"
        let hasReason = ["error", "skipped"].contains(parts[0])
        let reason = hasReason ? #""reasonKind":"\#(kind)","reason":"none","# : ""
        return
          #"{"event":"step","id":"\#(step.id)","index":\#(index),"repetition":1,"path":[],"title":"t","role":"step","section":0,"method":"GET","endpoint":"/a","tags":[],"location":{"file":"A.swift","line":3,"column":5},"outcome":"\#(parts[0])",\#(reason)"tries":1,"flaky":false,"start":0,"duration":1,"url":"http://a/a","status":\#(step.status),"fields":[],"shape":\#(step.shape),"timings":\#(timings)}"#
      } + [
        #"{"event":"end","passed":\#(number("passed")),"failed":\#(number("failed")),"errors":\#(number("error")),"skipped":\#(number("skipped")),"observed":\#(number("observed")),"known":0,"fixed":0,"flaky":0,"requests":1,"duration":2}"#
      ]
    return lines.map { $0 + "\n" }.joined()
  }

  static let files = [
    "before.jsonl": run([
      ("GET /a", "observed", 200, #""string""#),
      ("GET /b", "observed", 200, #"{"object":{"n":"integer"}}"#),
      ("GET /c", "passed", 200, "null"),
      ("GET /old", "passed", 200, "null"),
    ]),
    "after.jsonl": run([
      ("GET /a", "observed", 500, #""string""#),
      ("GET /b", "observed", 200, #"{"object":{"n":"string"}}"#), ("GET /c", "passed", 200, "null"),
      ("GET /new\\u001b[31m", "passed", 200, "null"),
    ]),
    "error.jsonl": run([("GET /c", "error", 200, "null")], of: 4),
    "other.jsonl": run([("GET /c", "passed", 200, "null")], contract: "Other", of: 4),
    "stranger.jsonl": run([("GET /z", "passed", 200, "null")], contract: "Other"),
    "stopped.jsonl": run([
      ("GET /a", "observed", 200, #""string""#), ("GET /b", "skipped:interrupted", 200, "null"),
      ("GET /c", "skipped:fail-fast", 200, "null"), ("GET /old", "skipped:disabled", 200, "null"),
    ]),
    "unbegun.jsonl": run([
      ("GET /a", "skipped:interrupted", 200, "null"),
      ("GET /b", "skipped:interrupted", 200, "null"),
    ]),
    "repeated.jsonl": run([
      ("GET /c", "passed", 200, "null"), ("GET /c", "failed", 503, "null"),
    ]),
    "failed.jsonl": run([("GET /c", "failed", 503, "null")]),
    "known.jsonl": #"{"id":"GET /a","kind":"status"}"#,
  ]

  static let cases: [ToolCase] = [
    ToolCase(
      "compare", "before.jsonl", "after.jsonl",
      output: """
        ✘ GET /a
            status changed from 200 to 500
        • GET /b
            $.n changed from integer to string
        + GET /new\\u{1B}[31m
        - GET /old
        2 steps changed, 1 of them fails, 1 added, 1 removed, 1 as before
        """, status: 1),
    ToolCase(
      "compare", "--fail", "none", "--volatile", "n", "before.jsonl", "after.jsonl",
      output: """
        • GET /a
            status changed from 200 to 500
        + GET /new\\u{1B}[31m
        - GET /old
        1 step changed, 1 added, 1 removed, 2 as before
        """, status: 0),
    ToolCase(
      "compare", "before.jsonl", "before.jsonl", output: "0 steps changed, 4 as before", status: 0),
    // A run of a part took nothing out.
    ToolCase(
      "compare", "before.jsonl", "error.jsonl",
      output: """
        • GET /c
            outcome changed from passed to error
        1 step changed, 3 only in the earlier run, 0 as before
        """, status: 2),
    ToolCase(
      "compare", "other.jsonl", "before.jsonl",
      output: "0 steps changed, 3 only in the later run, 1 as before",
      errors: "warning: the runs are of two contracts, 'Other' and 'Shop'", status: 0),
    // A stopped run says nothing of what it did not come to.
    ToolCase(
      "compare", "before.jsonl", "stopped.jsonl",
      output: "0 steps changed, 3 not run in the later run, 1 as before",
      errors: "warning: the later run was stopped before 2 steps: nothing is said of them",
      status: 2),
    ToolCase(
      "compare", "stopped.jsonl", "before.jsonl",
      output: "0 steps changed, 3 not run in the earlier run, 1 as before",
      errors: "warning: the earlier run was stopped before 2 steps: nothing is said of them",
      status: 0),
    ToolCase(
      "compare", "unbegun.jsonl", "stopped.jsonl",
      output: """
        + GET /c
        + GET /old
        0 steps changed, 2 added, 1 not run in the earlier run, 1 not run in either run, 0 as before
        """,
      errors: """
        warning: the earlier run was stopped before 2 steps: nothing is said of them
        warning: the later run was stopped before 2 steps: nothing is said of them
        error: not one step was compared: no step was run in both runs
        """, status: 3),
    ToolCase(
      "compare", "stranger.jsonl", "failed.jsonl",
      output: """
        + GET /c
        - GET /z
        0 steps changed, 1 added, 1 removed, 0 as before
        """,
      errors: """
        warning: the runs are of two contracts, 'Other' and 'Shop'
        error: not one step was compared: the runs have no step in common
        """, status: 3),
    // What no repetition came to before is a change; a failure of which one is left is no regression.
    ToolCase(
      "compare", "--fail", "status", "other.jsonl", "repeated.jsonl",
      output: """
        ✘ GET /c
            status changed from 200 to 200 or 503
            outcome changed from passed to passed or failed
        1 step changed, 1 of them fails, 0 as before
        """, errors: "warning: the runs are of two contracts, 'Other' and 'Shop'", status: 1),
    ToolCase(
      "compare", "failed.jsonl", "repeated.jsonl",
      output: """
        • GET /c
            status changed from 503 to 200 or 503
            outcome changed from failed to passed or failed
        1 step changed, 0 as before
        """, status: 0),
    ToolCase(
      "compare", "repeated.jsonl", "failed.jsonl", output: "0 steps changed, 1 as before",
      status: 0),
    ToolCase(
      "compare", "--format", "json", "--fail", "shape", "before.jsonl", "after.jsonl",
      output: """
        {
          "changed": [
            {
              "id": "GET /a",
              "changes": [
                {
                  "kind": "status",
                  "before": "200",
                  "after": "500",
                  "fails": false
                }
              ]
            },
            {
              "id": "GET /b",
              "changes": [
                {
                  "kind": "shape",
                  "place": "$.n",
                  "before": "integer",
                  "after": "string",
                  "fails": true
                }
              ]
            }
          ],
          "added": [
            "GET /new\\u001b[31m"
          ],
          "removed": [
            "GET /old"
          ],
          "same": 1,
          "notRun": {
            "earlier": 0,
            "later": 0,
            "both": 0
          }
        }
        """, status: 1),
    ToolCase(
      "compare", "before.jsonl",
      errors:
        "error: compare takes two files, the earlier run and the later one, not 1: accord compare before/run.jsonl after/run.jsonl",
      status: 64),
    ToolCase(
      "compare", "--fail", "stauts", "before.jsonl", "after.jsonl",
      errors:
        "error: --fail takes status, outcome, type, fields, shape, with commas, or none, not 'stauts'",
      status: 64),
    ToolCase(
      "compare", "before.jsonl", "nowhere.jsonl",
      errors:
        "error: nowhere.jsonl: there is no such file; --report jsonl=PATH and --reports DIR write one",
      status: 64),
    ToolCase(
      "compare", "known.jsonl", "before.jsonl",
      errors:
        "error: known.jsonl:1: expected the first line of a run, {\"accord\":1,\"event\":\"run\",…}, found something else; --report jsonl=PATH and --reports DIR (run.jsonl) write such files",
      status: 64),
  ]

  @Test("Two runs are compared", arguments: cases)
  func compare(test: ToolCase) throws { try test.check(in: Self.files) }
}
