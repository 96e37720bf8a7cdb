import AccordDocuments
import Foundation
import Testing

@testable import AccordRuns

@Suite("What changed between runs")
struct StepComparisonTests {
  /// What a JSON body's shape is as run files have it; the text itself where it is none.
  static func shape(_ json: String) -> String? {
    (try? JSONDocument(parsing: json)).map { JSONShape(of: $0.root).text }
  }

  private func observed(
    _ outcome: RecordedStep.Outcome = .passed, _ status: Int? = 200,
    _ type: String? = "application/json", _ fields: [String] = ["content-type"],
    _ body: String = "{}", expected: String? = "200"
  ) -> StepObservation {
    StepObservation(
      outcome: outcome, status: status, mediaType: type, fields: fields, shape: Self.shape(body),
      expected: expected)
  }

  private func words(
    _ before: [StepObservation], _ after: [StepObservation],
    _ comparison: StepComparison = StepComparison()
  ) -> [String] {
    comparison.changes(before, after).map { ($0.fails ? "✘ " : "") + $0.description }
  }

  // MARK: - Shapes

  static let shapes: [(before: String, after: String, changes: [String])] = [
    (#"{"a":1}"#, #"{"a":2}"#, []),
    (#"{"a":1}"#, #"{"a":"1"}"#, ["$.a changed from integer to string"]),
    (#"{"a":1}"#, #"{"b":1}"#, ["$.a is no longer there; it was integer", "$.b is new: integer"]),
    // What one answer happens to show.
    (#"{"a":1}"#, #"{"a":1.0}"#, []),
    (#"{"a":1.5}"#, #"{"a":1}"#, []),
    (#"{"a":null}"#, #"{"a":"x"}"#, []),
    (#"{"a":"x"}"#, #"{"a":null}"#, []),
    (#"{"a":[]}"#, #"{"a":[{"b":1}]}"#, []),
    (#"{"a":[{"b":1}]}"#, #"{"a":[]}"#, []),
    (#"[{"a":1},{"a":1,"b":2}]"#, #"[{"a":1}]"#, []),
    (#"[{"a":1}]"#, #"[{"a":1},{"a":1,"b":2}]"#, []),
    (#"[{"a":1,"b":1}]"#, #"[{"a":1,"b":1},{"a":1}]"#, []),
    (#"[1,"x"]"#, "[1]", []),
    ("[1]", #"[1,"x"]"#, ["$[*] changed from integer to integer or string"]),
    (#"[{"a":null},{"a":1}]"#, #"[{"a":1}]"#, []),
    (#"{"1":{"a":1},"2":{"a":1}}"#, #"{"7":{"a":1}}"#, []),
    (#"{"1":{"a":1}}"#, #"{"7":{"a":"x"}}"#, ["$[*].a changed from integer to string"]),
    (#"{"2026-01-01":1}"#, #"{"2026-01-02":1,"2026-01-03T10:00":2}"#, []),
    (
      #"{"8c6f1b9e-9a52-4e0f-8f0e-0a1b2c3d4e5f":1}"#,
      #"{"00000000-9A52-4e0f-8f0e-0a1b2c3d4e5f":1}"#,
      []
    ),
    (#"{"***":1}"#, #"{"sesame":1}"#, []),
    // What is another promise.
    ("[]", "{}", ["$ changed from array to object"]),
    (#"{"a":{"b":1}}"#, #"{"a":"x"}"#, ["$.a changed from object to string"]),
    (#"{"a":true}"#, #"{"a":"true"}"#, ["$.a changed from boolean to string"]),
    (#"[{"a":1}]"#, #"[{"a":1,"b":2}]"#, ["$[*].b is new: integer"]),
    (
      #"{"a b":[{"c":1}]}"#, #"{"a b":[{"c":[1]}]}"#,
      ["$['a b'][*].c changed from integer to array"]
    ),
    (#"{"a":1}"#, "x", ["$ is no longer there; it was object"]),
    ("x", #"{"a":1}"#, []),
  ]

  @Test("A shape is compared without false alarms", arguments: shapes)
  func shapesCompared(before: String, after: String, changes: [String]) {
    let expected = changes.map {
      $0 == "$ is no longer there; it was object" ? "$ changed from object to no JSON" : $0
    }
    #expect(
      words(
        [observed(.passed, 200, "application/json", [], before)],
        [observed(.passed, 200, "application/json", [], after)]) == expected)
  }

  static let volatile: [(before: [String], after: [String], changes: [String])] = [
    // A member that is there once.
    ([#"{"a":1,"b":1}"#, #"{"a":1}"#], [#"{"a":1}"#], []),
    ([#"{"a":1}"#], [#"{"a":1,"b":1}"#, #"{"a":1}"#], []),
    // Types that differ.
    ([#"{"a":1}"#, #"{"a":"x"}"#], [#"{"a":true}"#], []),
    ([#"{"a":1}"#], [#"{"a":"x"}"#, #"{"a":true}"#], []),
    // Empty once, null once.
    ([#"{"a":[]}"#, #"{"a":[1]}"#], [#"{"a":["x"]}"#], []),
    ([#"{"a":null}"#, #"{"a":1}"#], [#"{"a":"x"}"#], []),
    // Below what is volatile.
    ([#"{"a":{"b":1}}"#, #"{"a":2}"#], [#"{"a":{"b":"x"}}"#], []),
    // Beside it.
    (
      [#"{"a":1,"b":1}"#, #"{"a":"x","b":1}"#], [#"{"a":1,"b":"x"}"#],
      ["$.b changed from integer to string"]
    ),
    (
      [#"{"a":1,"ab":1}"#, #"{"a":"x","ab":1}"#], [#"{"a":1,"ab":"x"}"#],
      ["$.ab changed from integer to string"]
    ),
    // JSON once.
    ([#"{"a":1}"#, "x"], ["x"], []), ([#"{"a":1}"#], [#"{"a":1}"#, "x"], []),
  ]

  @Test("What differs among the repetitions of a run is no change", arguments: volatile)
  func repetitionsCompared(before: [String], after: [String], changes: [String]) {
    func all(_ bodies: [String]) -> [StepObservation] {
      bodies.map { observed(.passed, 200, "application/json", [], $0) }
    }
    #expect(words(all(before), all(after)) == changes)
  }

  @Test(
    "What is named is volatile",
    arguments: [
      ("updatedAt", []), ("$.users[*].updatedAt", []), ("$['users'][0]['updatedAt']", []),
      ("$.users", []), ("$.updatedAt", ["$.users[*].updatedAt changed from string to integer"]),
      ("updated", ["$.users[*].updatedAt changed from string to integer"]),
    ])
  func named(name: String, changes: [String]) {
    let comparison = StepComparison(volatile: VolatileNames([name]))
    #expect(
      words(
        [observed(.passed, 200, nil, [], #"{"users":[{"updatedAt":"x"}]}"#)],
        [observed(.passed, 200, nil, [], #"{"users":[{"updatedAt":1}]}"#)], comparison) == changes)
  }

  @Test(
    "A name that can name nothing is told",
    arguments: [
      ("updatedAt", true), ("X-Request-Id", true), ("$", true), ("$.users[*].etag", true),
      ("$['a?..b'][0]", true), ("", false), (" ", false), ("$.[", false), ("$users", false),
      ("$..etag", false), ("$.a[?@.b]", false), ("$.a[0,1]", false), ("$.a[1:]", false),
    ])
  func usable(name: String, isUsable: Bool) {
    #expect(VolatileNames.isUsable(name) == isUsable)
  }

  @Test(
    "A place is known as a report writes it, and in quotes of both kinds",
    arguments: [
      (#"$['it\'s']"#, "it's"), (#"$["it's"]"#, "it's"), (#"$['a\\\\b']"#, #"a\\b"#),
      ("$['a]b']", "a]b"), ("$.plain", "plain"), ("$['plain']", "plain"),
    ])
  func quoted(place: String, name: String) throws {
    let comparison = StepComparison(volatile: VolatileNames([place]))
    let member = try #require(String(validating: JSONEncoder().encode(name), as: UTF8.self))
    let (before, after) = ("{\(member):1}", "{\(member):true}")
    #expect(
      words(
        [observed(.passed, 200, nil, [], before)], [observed(.passed, 200, nil, [], after)],
        comparison) == [])
    #expect(
      words([observed(.passed, 200, nil, [], before)], [observed(.passed, 200, nil, [], after)])
        .count == 1)
  }

  @Test("What fails the run is told, however much else has changed")
  func manyChanges() {
    let fields = (0..<30).map { "x-field-\($0)" }
    let comparison = StepComparison(failing: [.shape])
    let changes = comparison.changes(
      [observed(.passed, 200, "application/json", [], #"{"a":1}"#)],
      [observed(.passed, 200, "application/json", fields, #"{"a":"one"}"#)])
    #expect(changes.count == StepComparison.limit)
    #expect(changes.contains { $0.kind == .shape && $0.fails })
  }

  @Test("Names of the same look and of other code points are two")
  func codePoints() {
    #expect(
      words(
        [observed(.passed, 200, nil, [], "{\"caf\u{E9}\":1}")],
        [observed(.passed, 200, nil, [], "{\"cafe\u{301}\":1}")]
      ).count == 2)
  }

  // MARK: - Fields

  static let fields: [(before: [[String]], after: [[String]], changes: [String])] = [
    ([["etag"]], [["etag"]], []),
    ([["etag"]], [[]], ["field etag is no longer sent"]),
    ([[]], [["etag"]], ["field etag is new"]),
    // Of the connection, the octets, the moment.
    (
      [["age", "connection", "content-length", "date", "keep-alive", "via"]],
      [["transfer-encoding", "upgrade", "trailer", "te", "proxy-connection", "alt-svc"]], []
    ),
    ([["x-request-id"]], [[]], []),
    // There once.
    ([["etag"], []], [[]], []), ([[]], [["etag"], []], []),
    ([["etag"], ["etag"]], [[], []], ["field etag is no longer sent"]),
  ]

  @Test("Fields are compared by name, but for those of the transfer", arguments: fields)
  func fieldsCompared(before: [[String]], after: [[String]], changes: [String]) {
    let comparison = StepComparison(volatile: VolatileNames(["X-Request-Id"]))
    #expect(
      words(
        before.map { observed(.passed, 200, nil, $0) },
        after.map { observed(.passed, 200, nil, $0) },
        comparison) == changes)
  }

  // MARK: - Status, outcome, type

  @Test("Another status fails, and says nothing more of the answer")
  func status() {
    #expect(
      words([observed(.observed, 200)], [observed(.observed, 500, "text/html", [], "x")])
        == ["✘ status changed from 200 to 500"])
  }

  @Test("A status that a repetition of the earlier run had is none")
  func flickeringStatus() {
    let both = [observed(.observed, 200), observed(.observed, 503)]
    #expect(words(both, [observed(.observed, 503)]) == [])
    #expect(
      words([observed(.observed, 200)], both) == ["✘ status changed from 200 to 200 or 503"])
    // Nor does it help the third that the earlier run had two.
    #expect(
      words(both, both + [observed(.observed, 500)])
        == ["✘ status changed from 200 or 503 to 200 or 503 or 500"])
  }

  @Test("Where a repetition mends a failure that another one still has, nothing got worse")
  func mendedOnce() {
    let failed = observed(.failed, 503)
    #expect(
      words([failed], [observed(.passed, 200), failed])
        == [
          "status changed from 503 to 200 or 503",
          "outcome changed from failed to passed or failed",
        ])
    #expect(
      words([observed(.passed, 200)], [observed(.passed, 200), failed])
        == [
          "✘ status changed from 200 to 200 or 503",
          "✘ outcome changed from passed to passed or failed",
        ])
  }

  static let outcomes:
    [(before: RecordedStep.Outcome, after: RecordedStep.Outcome, changes: [String])] = [
      (.passed, .failed, ["✘ outcome changed from passed to failed"]),
      (.known, .failed, ["✘ outcome changed from known to failed"]),
      (.observed, .failed, ["✘ outcome changed from observed to failed"]),
      (.passed, .observed, ["✘ outcome changed from passed to observed"]),
      (.failed, .observed, ["outcome changed from failed to observed"]),
      (.observed, .passed, ["outcome changed from observed to passed"]),
      (.failed, .passed, ["outcome changed from failed to passed"]),
      (.passed, .known, ["outcome changed from passed to known"]),
      (.passed, .error, ["outcome changed from passed to error"]),
      (.error, .passed, ["outcome changed from error to passed"]),
      (.passed, .skipped, ["outcome changed from passed to skipped"]),
      (.skipped, .passed, ["outcome changed from skipped to passed"]),
      (.passed, .passed, []), (.failed, .failed, []),
    ]

  @Test("An outcome fails where it is worse, and an error is none", arguments: outcomes)
  func outcomesCompared(
    before: RecordedStep.Outcome, after: RecordedStep.Outcome, changes: [String]
  ) {
    #expect(words([observed(before)], [observed(after)]) == changes)
  }

  @Test("What somebody chose to leave out is not compared")
  func leftOut() {
    var skipped = observed(.skipped, nil)
    skipped.wasLeftOut = true
    #expect(words([observed()], [skipped]) == [])
    #expect(words([skipped], [observed()]) == [])
  }

  @Test("A failure that was mended is no regression, nor a contract that says another status")
  func mended() {
    #expect(
      words([observed(.failed, 500)], [observed(.passed, 200)])
        == ["status changed from 500 to 200", "outcome changed from failed to passed"])
    #expect(
      words([observed(.passed, 200)], [observed(.passed, 204, expected: "204")])
        == ["status changed from 200 to 204"])
    #expect(
      words([observed(.passed, 200)], [observed(.passed, 204)])
        == ["✘ status changed from 200 to 204"])
  }

  @Test("Another media type is told without the shape that goes with it")
  func type() {
    #expect(
      words([observed()], [observed(.passed, 200, "text/html", ["content-type"], "x")])
        == ["media type changed from application/json to text/html"])
    #expect(
      words([observed()], [observed(.passed, 200, nil, [], "x")])
        == [
          "media type changed from application/json to none",
          "field content-type is no longer sent",
        ])
  }

  @Test(
    "The kinds that fail are those that are asked for",
    arguments: [
      ("none", []), ("status", [StepChange.Kind.status]),
      ("status,outcome,type,fields,shape", StepChange.Kind.allCases),
    ] as [(String, [StepChange.Kind])])
  func kinds(text: String, kinds: [StepChange.Kind]) throws {
    let failing = try #require(StepChange.Kind.kinds(text))
    #expect(failing == Set(kinds))
    let comparison = StepComparison(failing: failing)
    let changes =
      comparison.changes([observed(.observed, 200)], [observed(.observed, 500)])
      + comparison.changes(
        [observed(.passed, 200, "a/b", ["x"], "[1]")], [observed(.passed, 200, "a/b", [], "{}")])
    for change in changes { #expect(change.fails == failing.contains(change.kind)) }
    #expect(changes.count == 3)
  }

  @Test(
    "What names no kind is refused", arguments: ["", "status,", "stauts", "none,status", "Status"])
  func noKinds(text: String) { #expect(StepChange.Kind.kinds(text) == nil) }

  @Test("No more changes are told than people read")
  func limit() {
    let body = "{" + (0..<50).map { #""a\#($0)":1"# }.joined(separator: ",") + "}"
    #expect(
      words([observed(.passed, 200, nil, [], body)], [observed(.passed, 200, nil)]).count
        == StepComparison.limit)
  }
}
