import AccordContract
import AccordRuns
import Testing

@testable import AccordEngine

@Suite("Taking back what reviews made of a step")
struct TakingBackTests {
  private static let today = CalendarDay(ofMillisecondsSince1970: 1_767_225_600_000)

  private static func baseline(isStrict: Bool) -> BaselineReview {
    var expired = BaselineEntry(id: "GET /a", kind: "time")
    expired.expires = CalendarDay("2025-12-31")
    return BaselineReview(
      Baseline([
        BaselineEntry(id: "GET /a", kind: "status"),
        BaselineEntry(id: "GET /a", kind: "json", place: "$.a"), expired,
      ]), file: "known.jsonl", today: today, isStrict: isStrict)
  }

  /// An outcome in a word, and what goes with it.
  private func account(_ record: StepRecord) -> [String] {
    var words = ["\(record.outcome.recorded)"]
    if case .known(let reason) = record.outcome { words.append(reason) }
    if case .passed(let isFixed) = record.outcome, isFixed { words.append("fixed") }
    return words + ReviewSamples.findings(record) + record.remarks.map { "(\($0.kind))" }
  }

  static let records: [StepRecord] = {
    var expecting = ReviewSamples.record(.passed(isFixed: false))
    expecting.expectedStatus = "200"
    var failing = ReviewSamples.record(.failed, [.status])
    failing.expectedStatus = "200"
    return [
      expecting, failing, ReviewSamples.record(.observed),
      ReviewSamples.record(.failed, [.json("$.a")]), ReviewSamples.record(.failed, [.time]),
      ReviewSamples.record(.failed, [.json("$.b")]), ReviewSamples.record(.known("C"), [.status]),
      ReviewSamples.record(.errored(.interrupted)), ReviewSamples.record(.skipped(.failFast)),
    ]
  }()

  @Test("What a baseline made of it", arguments: records, [false, true])
  func baseline(record: StepRecord, isStrict: Bool) {
    var reviewed = record
    Self.baseline(isStrict: isStrict).review(&reviewed)
    reviewed.takeBackBaseline()
    #expect(account(reviewed) == account(record))
    #expect(!reviewed.isKnownByBaseline)
  }

  private func earlier() throws -> RunObservations {
    try ComparingReviewTests().earlier(404)
  }

  @Test("What a comparison made of it, also of what was known", arguments: records)
  func comparison(record: StepRecord) throws {
    let comparing = ComparingReview(try earlier(), StepComparison(), repetitions: 1)
    var reviewed = record
    comparing.review(&reviewed)
    reviewed.takeBackComparison()
    #expect(account(reviewed) == account(record))
    // Both, in the order of a run.
    reviewed = record
    let review = Self.baseline(isStrict: false)
    review.review(&reviewed)
    comparing.review(&reviewed)
    reviewed.takeBackComparison()
    reviewed.takeBackBaseline()
    #expect(account(reviewed) == account(record))
  }

  @Test("A run of the same reviews anew comes to the same", arguments: records)
  func anew(record: StepRecord) throws {
    let comparing = ComparingReview(try earlier(), StepComparison(), repetitions: 1)
    var once = record
    Self.baseline(isStrict: true).review(&once)
    comparing.review(&once)
    var twice = once
    twice.takeBackComparison()
    twice.takeBackBaseline()
    Self.baseline(isStrict: true).review(&twice)
    comparing.review(&twice)
    #expect(account(twice) == account(once))
  }

  @Test("A flaky step is no known failure and none that a baseline takes in")
  func flaky() {
    let review = BaselineReview(
      Baseline(), file: "known.jsonl", today: Self.today, takesInNewOnes: true)
    var record = ReviewSamples.record(.passed(isFixed: false))
    record.markFlaky(fails: true)
    review.review(&record)
    #expect(record.outcome.recorded == .failed)
    #expect(review.update { _ in true }.baseline.entries == [])
  }
}
