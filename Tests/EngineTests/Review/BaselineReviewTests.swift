import AccordContract
import AccordRuns
import Testing

@testable import AccordEngine

@Suite("Holding failures to a baseline")
struct BaselineReviewTests {
  private static let today = CalendarDay(ofMillisecondsSince1970: 1_767_225_600_000)

  private static func entry(
    _ kind: String, _ place: String? = nil, reason: String? = nil, expires: String? = nil,
    id: String = "GET /a"
  ) -> BaselineEntry {
    var entry = BaselineEntry(id: id, kind: kind, place: place)
    entry.reason = reason
    entry.expires = expires.flatMap { CalendarDay($0) }
    entry.line = 7
    return entry
  }

  private func review(
    _ entries: [BaselineEntry], repetitions: Int = 1, isStrict: Bool = false, updates: Bool = false
  ) -> BaselineReview {
    BaselineReview(
      Baseline(entries), file: "known.jsonl", today: Self.today, repetitions: repetitions,
      isStrict: isStrict, takesInNewOnes: updates)
  }

  /// What becomes of a step: its outcome in a word, with the reason, its findings and its remarks.
  private func reviewed(_ record: StepRecord, _ review: BaselineReview) -> [String] {
    var record = record
    review.review(&record)
    var words: [String]
    switch record.outcome {
    case .passed(let isFixed): words = [isFixed ? "fixed" : "passed"]
    case .failed: words = ["failed"]
    case .errored: words = ["error"]
    case .skipped: words = ["skipped"]
    case .observed: words = ["observed"]
    case .known(let reason): words = ["known: \(reason)"]
    }
    return words + ReviewSamples.findings(record) + record.remarks.map { "(\($0.kind))" }
  }

  static let failures: [(entries: [BaselineEntry], places: [Mismatch.Place], words: [String])] = [
    ([], [.status], ["failed", "status"]),
    ([entry("status", reason: "ABC-1")], [.status], ["known: ABC-1", "status"]),
    ([entry("status")], [.status], ["known: listed in known.jsonl", "status"]),
    (
      [entry("status", expires: "2026-01-01")], [.status],
      ["known: listed in known.jsonl (until 2026-01-01)", "status"]
    ),
    ([entry("status", expires: "2025-12-31")], [.status], ["failed", "status", "(expired)"]),
    (
      [entry("json")], [.json("$.a"), .json("$.b[3].c")],
      [
        "known: listed in known.jsonl", "json $.a", "json $.b[*].c",
      ]
    ),
    // A new one beside a known one: the new one is told.
    (
      [entry("json", "$.a")], [.json("$.a"), .json("$.b")],
      ["failed", "json $.b", "(known-besides)"]
    ),
    (
      [entry("json", "$.b[*].c")], [.json("$.b[12].c")],
      [
        "known: listed in known.jsonl", "json $.b[*].c",
      ]
    ),
    (
      [entry("header", "ETag")], [.field("ETag")],
      [
        "known: listed in known.jsonl", "header ETag",
      ]
    ),
    ([entry("header", "ETag")], [.field("Allow")], ["failed", "header Allow"]),
    // Both are known for reasons of their own.
    (
      [entry("status", reason: "A"), entry("time", reason: "B")], [.status, .time],
      ["known: A; B", "status", "time"]
    ),
    // What has expired comes after what is new.
    (
      [entry("status", expires: "2025-12-31")], [.status, .time],
      ["failed", "time", "status", "(expired)"]
    ),
    ([entry("status", id: "GET /b")], [.status], ["failed", "status"]),
  ]

  @Test("A failure is known by its step, its kind and its place", arguments: failures)
  func known(entries: [BaselineEntry], places: [Mismatch.Place], words: [String]) {
    #expect(reviewed(ReviewSamples.record(.failed, places), review(entries)) == words)
  }

  @Test("Errors and skipped steps are never known, and nothing is said of their entries")
  func errors() {
    let review = review([Self.entry("status")], isStrict: true)
    #expect(reviewed(ReviewSamples.record(.errored(.interrupted)), review) == ["error"])
    #expect(reviewed(ReviewSamples.record(.skipped(.failFast)), review) == ["skipped"])
  }

  @Test("A listed step that passes is fixed, and fails where the baseline is strict")
  func fixed() {
    let entries = [Self.entry("status")]
    let passed = ReviewSamples.record(.passed(isFixed: false))
    #expect(reviewed(passed, review(entries)) == ["fixed", "(fixed)"])
    #expect(
      reviewed(passed, review(entries, isStrict: true)) == ["failed", "baseline", "(fixed)"])
    #expect(reviewed(passed, review([], isStrict: true)) == ["passed"])
    #expect(
      reviewed(ReviewSamples.record(.observed), review(entries)) == ["observed", "(fixed)"])
  }

  @Test("A step that is repeated is fixed once it has passed every time")
  func repetitions() {
    let entries = [Self.entry("status")]
    let passed = ReviewSamples.record(.passed(isFixed: false))
    let failed = ReviewSamples.record(.failed, [.status])
    let steady = review(entries, repetitions: 2)
    #expect(reviewed(passed, steady) == ["passed"])
    #expect(reviewed(passed, steady) == ["fixed", "(fixed)"])
    let flickering = review(entries, repetitions: 2, isStrict: true)
    #expect(reviewed(failed, flickering).first == "known: listed in known.jsonl")
    #expect(reviewed(passed, flickering) == ["passed"])
  }

  @Test("What .knownIssue knows stays known")
  func knownIssue() {
    let known = ReviewSamples.record(.known("ABC"), [.status])
    #expect(reviewed(known, review([])) == ["known: ABC", "status"])
  }

  // MARK: - Writing it anew

  private func updated(
    _ entries: [BaselineEntry], _ records: [StepRecord], gone: Set<String> = []
  ) -> BaselineReview.Update {
    let review = review(entries, updates: true)
    for record in records { _ = reviewed(record, review) }
    return review.update { !gone.contains($0) }
  }

  @Test("New failures come in, once each, and are known at once")
  func added() {
    let record = ReviewSamples.record(.failed, [.json("$[0].a"), .json("$[1].a"), .status])
    let update = updated([], [record, record])
    #expect(
      update.baseline.text == """
        {"id":"GET /a","kind":"json","place":"$[*].a"}
        {"id":"GET /a","kind":"status"}

        """)
    #expect(update.added == 2 && update.removed == 0)
    #expect(reviewed(record, review([], updates: true)).first == "known: now listed in known.jsonl")
  }

  @Test("What stays keeps its reason and its day, what passes or has no step any more goes")
  func kept() {
    let entries = [
      Self.entry("status", reason: "A", expires: "2025-01-01"),
      Self.entry("time", reason: "B"),
      Self.entry("status", reason: "C", id: "GET /passes"),
      Self.entry("status", reason: "D", id: "GET /not-run"),
      Self.entry("status", reason: "E", id: "GET /errs"),
      Self.entry("status", reason: "F", id: "GET /gone"),
      Self.entry("status", reason: "G", id: "GET /known-issue"),
    ]
    let update = updated(
      entries,
      [
        ReviewSamples.record(.failed, [.status]),
        ReviewSamples.record(.passed(isFixed: false), id: "GET /passes"),
        ReviewSamples.record(.errored(.interrupted), id: "GET /errs"),
        ReviewSamples.record(.known("X"), [.status, .time], id: "GET /known-issue"),
      ], gone: ["GET /gone"])
    #expect(update.baseline.entries.compactMap(\.reason) == ["A", "E", "G", "D"])
    #expect(update.baseline.entries.first?.expires == CalendarDay("2025-01-01"))
    #expect(update.added == 0 && update.removed == 3)
  }

  @Test(
    "A place is told without positions, whatever stands in quotes",
    arguments: [
      (Mismatch.Place.json("$.a[0][12].b"), "$.a[*][*].b"), (.json("$['a[0]'][1]"), "$['a[0]'][*]"),
      (.json("$['it\\'s[3]'][4]"), "$['it\\'s[3]'][*]"), (.json("$[x][]"), "$[x][]"),
      (.json("$[1"), "$[1"), (.xml("/a/b[3]/@c", line: 4), "/a/b[*]/@c"),
      (.xml("//a[@b=\"[1]\"][2]", line: 0), "//a[@b=\"[1]\"][*]"),
      (.capture("v"), "v"), (.check("c"), "c"),
    ])
  func places(place: Mismatch.Place, name: String) { #expect(place.stableName == name) }
}
