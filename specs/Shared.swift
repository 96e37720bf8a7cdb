import Accord

// What several files speak of: tags, field names, statements and whole steps. All of them are plain
// Swift values, so what is said in many places is written in one.

extension Tag {
  /// Enough to tell whether a deployed shop is alive: `specs --tag smoke`.
  static let smoke: Tag = "smoke"
}

extension FieldName {
  /// Which media types a POST takes, and which a PATCH takes (RFC 5789 section 3.1).
  static let acceptPost: FieldName = "Accept-Post"
  static let acceptPatch: FieldName = "Accept-Patch"
  static let contentTypeOptions: FieldName = "X-Content-Type-Options"
}

extension Step {
  /// Sends a merge patch (RFC 7396): new words are made of those that there are.
  func mergePatch(_ changes: JSONValue) -> Step {
    json(changes).header(.contentType, mergePatchType)
  }
}

let mergePatchType = "application/merge-patch+json"

/// A validator of one state, octet by octet (RFC 9110 section 8.8.1).
let strongValidator: TextPattern = .matches(#"^"[^"]+"$"#)

/// A validator that no state of any resource has.
let stale: Template = #""stale""#

/// What comes with each representation, in a 200 or where it is not modified.
@ExpectationBuilder
func representation(_ type: String, caching: TextPattern = "no-cache") -> [Expectation] {
  Header(.contentType, type)
  Header(.contentTypeOptions, "nosniff")
  Header(.eTag, strongValidator)
  Header(.vary, "Accept")
  Header(.cacheControl, caching)
}

/// What comes with each error: problem details (RFC 9457), which nobody may cache.
@ExpectationBuilder
var problem: [Expectation] {
  Header(.contentType, "application/problem+json")
  Header(.contentTypeOptions, "nosniff")
  Header(.cacheControl, "no-store")
  JSON(["type": .uri, "title": .string, "status": .integer(400...), "detail": .string])
  Check("the problem details say the status of the answer") { answer in
    try answer.json("$.status") == answer.status
  }
}

/// What comes with a 422 besides: each part of the content that is not acceptable.
let errors = JSON("$.errors", .all(.count(1...), .each(["pointer": .string, "detail": .string])))

/// What every representation answers to a client that has it already, that expects another one, or
/// that cannot read it.
@StepBuilder
func conditions(on path: Template) -> [Step] {
  Get(path).header(.ifNoneMatch, "*").expect(304) {
    Header(.eTag, strongValidator)
    NoHeader(.contentType)
    NoBody()
  }
  Get(path).header(.ifMatch, stale).expect(412) { problem }
  Get(path).header(.accept, "video/mp4").expect(406) { problem }
}

/// What is refused wherever JSON is taken: half a document, one that says something else, too much,
/// and another media type.
@StepBuilder
func refusals(of request: Step, as type: String = "application/json") -> [Step] {
  request.body(.text(#"{"name": "#), type: type).expect(400) { problem }
  request.body(.text("[]"), type: type).expect(422) {
    problem
    errors
  }
  request.body(.bytes(tooMuch), type: type).expect(413) { problem }
  request.body(.text("{}"), type: "text/plain").expect(415) { problem }
}

/// More octets than the shop takes.
let tooMuch = [UInt8](repeating: 0, count: 70_000)

/// Ids that nothing has, and how a shop answers that is asked for them.
let strangeIDs: [(id: String, status: StatusPattern)] = [("0", 404), ("abc", 400)]
