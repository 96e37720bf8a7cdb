import AccordContract
import AccordHTTP

@testable import AccordEngine

/// Records as a run would hand them to a review.
enum ReviewSamples {
  static func record(
    _ outcome: Outcome, _ places: [Mismatch.Place] = [], id: String = "GET /a", status: Int = 200,
    fields: [String] = [], shape: String? = nil
  ) -> StepRecord {
    var record = StepRecord(
      index: 0, repetition: 1, id: id, path: [], title: id, role: .step, ordinal: 0, section: 0,
      unit: 0, method: "GET", endpoint: "/a", tags: [], location: .unknown, expectedStatus: nil,
      outcome: outcome)
    record.findings = places.map {
      Finding(Mismatch($0, expected: .present, found: .nothing), at: .unknown)
    }
    record.exchanges = [
      Exchange(
        request: HTTPRequest(url: "http://127.0.0.1/a"),
        result: .success(
          HTTPResponse(status: status, fields: HTTPFields(fields.map { ($0, "x") }))))
    ]
    record.bodyShape = shape
    record.tries = 1
    return record
  }

  /// The kinds and places of a record's findings.
  static func findings(_ record: StepRecord) -> [String] {
    record.findings.map { finding in
      let place = finding.mismatch.place
      return place.stableName.map { "\(place.kind) \($0)" } ?? place.kind
    }
  }
}
