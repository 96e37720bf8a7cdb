import AccordContract
import AccordRuns
import Foundation
import Testing

@testable import AccordEngine

@Suite("Holding answers to an earlier run")
struct ComparingReviewTests {
  /// An earlier run of one step.
  func earlier(
    _ status: Int, fields: [String] = [], shape: String = "null", outcome: String = "observed"
  ) throws -> RunObservations {
    let timings =
      #"{"nameLookup":0,"connect":0,"wait":0,"receive":0,"firstByte":0,"total":0}"#
    let names = fields.map { "\"\($0)\"" }.joined(separator: ",")
    func count(_ word: String) -> Int { word == outcome ? 1 : 0 }
    let text = """
      {"accord":1,"event":"run","version":"0.1.0","contract":"C","url":"http://a","startedAt":0,"jobs":8,"seed":1,"shuffled":false,"repetitions":1,"steps":1,"contractSteps":1}
      {"event":"step","id":"GET /a","index":0,"repetition":1,"path":[],"title":"GET /a","role":"step","section":0,"method":"GET","endpoint":"/a","tags":[],"location":{"file":"A.swift","line":3,"column":5},"outcome":"\(outcome)","tries":1,"flaky":false,"start":0,"duration":1,"url":"http://a/a","status":\(status),"fields":[\(names)],"shape":\(shape),"timings":\(timings)}
      {"event":"end","passed":\(count("passed")),"failed":\(count("failed")),"errors":0,"skipped":0,"observed":\(count("observed")),"known":0,"fixed":0,"flaky":0,"requests":1,"duration":2}

      """
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-compare-\(UUID().uuidString)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try RunObservations(path: path)
  }

  private func reviewed(
    _ record: StepRecord, _ review: ComparingReview
  ) -> (outcome: String, findings: [String], changes: [String]) {
    var record = record
    review.review(&record)
    return (
      record.outcome.recorded.rawValue, ReviewSamples.findings(record),
      record.remarks.compactMap { $0.change?.description }
    )
  }

  private func review(
    _ earlier: RunObservations, _ failing: Set<StepChange.Kind> = [.status, .outcome],
    repetitions: Int = 1
  ) -> ComparingReview {
    ComparingReview(earlier, StepComparison(failing: failing), repetitions: repetitions)
  }

  @Test("Another status of a step that observes fails")
  func status() throws {
    let seen = reviewed(
      ReviewSamples.record(.observed, status: 500), review(try earlier(200)))
    #expect(seen.outcome == "failed")
    #expect(seen.findings == ["change status"])
    #expect(seen.changes == ["status changed from 200 to 500"])
  }

  @Test("A change of another kind is a remark, unless it is to fail")
  func otherKinds() throws {
    let record = ReviewSamples.record(
      .observed, fields: ["ETag", "Date"], shape: #"{"object":{"a":"string"}}"#)
    let before = try earlier(200, fields: ["etag"], shape: #"{"object":{"a":"integer"}}"#)
    var seen = reviewed(record, review(before))
    #expect(seen.outcome == "observed" && seen.findings == [])
    #expect(seen.changes == ["$.a changed from integer to string"])
    seen = reviewed(record, review(before, [.shape]))
    #expect(seen.outcome == "failed" && seen.findings == ["change $.a"])
  }

  @Test("What fails already keeps its findings, and an error stays one")
  func failing() throws {
    let failed = ReviewSamples.record(.failed, [.status], status: 500)
    let seen = reviewed(failed, review(try earlier(200, outcome: "failed")))
    #expect(seen.outcome == "failed" && seen.findings == ["status"])
    #expect(seen.changes == ["status changed from 200 to 500"])
    let error = ReviewSamples.record(.errored(.interrupted), status: 500)
    #expect(reviewed(error, review(try earlier(200))).outcome == "error")
  }

  @Test("Another status is no failure where the status is what is known")
  func knownStatus() throws {
    var record = ReviewSamples.record(.known("ABC-1"), [.status, .json("$.a")], status: 404)
    record.isKnownByBaseline = true
    let seen = reviewed(record, review(try earlier(200, outcome: "passed"), repetitions: 1))
    #expect(seen.outcome == "known" && seen.findings == ["status", "json $.a"])
    #expect(
      seen.changes == [
        "status changed from 200 to 404", "outcome changed from passed to known",
      ])
  }

  @Test("A known step that fails for another change tells what is known by its number")
  func knownBesides() throws {
    var record = ReviewSamples.record(.known("ABC-1"), [.json("$.a"), .json("$.b")], status: 404)
    record.isKnownByBaseline = true
    let review = ComparingReview(
      try earlier(200, outcome: "passed"), StepComparison(), repetitions: 1, baseline: "k.jsonl")
    let seen = reviewed(record, review)
    #expect(seen.outcome == "failed" && seen.findings == ["change status"])
    review.review(&record)
    #expect(record.remarks.contains(.knownBesides(count: 2, file: "k.jsonl")))
    #expect(record.knownReason == "ABC-1")
    // Taken back it is known, and found to be so again.
    record.takeBackComparison()
    record.takeBackBaseline()
    #expect(record.outcome.recorded == .known && record.isKnownByBaseline)
    review.review(&record)
    #expect(ReviewSamples.findings(record) == ["change status"])
    #expect(record.remarks.count { $0.kind == "known-besides" } == 1)
  }

  @Test("A step that the earlier run has not is compared with nothing")
  func added() throws {
    let record = ReviewSamples.record(.observed, id: "GET /b", status: 500)
    #expect(reviewed(record, review(try earlier(200))).outcome == "observed")
  }

  @Test("Of a step that is repeated the last repetition tells")
  func repetitions() throws {
    let review = review(try earlier(200), repetitions: 2)
    #expect(reviewed(ReviewSamples.record(.observed, status: 500), review).outcome == "observed")
    #expect(
      reviewed(ReviewSamples.record(.observed, status: 200), review).changes
        == ["status changed from 200 to 500 or 200"])
  }

  @Test("What --strict-baseline calls a failure has not changed")
  func strictBaseline() throws {
    var record = ReviewSamples.record(.failed)
    record.findings = [
      Finding(.recorded(kind: "baseline", place: "", message: "m"), at: .unknown)
    ]
    #expect(reviewed(record, review(try earlier(200, outcome: "passed"))).changes == [])
  }
}
