import HTTPTypes
import Hummingbird

/// An error as its client sees it: problem details for HTTP APIs (RFC 9457).
struct Problem: HTTPResponseError {
  let status: HTTPResponse.Status
  /// What went wrong this time, for people.
  let detail: String
  /// What kind of problem it is, for programs.
  ///
  /// `about:blank` says no more than the status does.
  var type = "about:blank"
  var title: String?
  /// What is wrong with the content, part by part.
  var errors: [ContentError] = []
  var fields: HTTPFields = [:]

  /// One thing that is wrong with a request's content.
  struct ContentError: Encodable, Equatable {
    /// Where: a JSON Pointer (RFC 6901) in JSON, the field's name in a form.
    let pointer: String
    let detail: String
  }

  /// The document that is sent.
  struct Document: Encodable {
    let type: String
    let title: String
    let status: Int
    let detail: String
    let errors: [ContentError]?
  }

  var document: Document {
    Document(
      type: type, title: title ?? status.reasonPhrase, status: status.code, detail: detail,
      errors: errors.isEmpty ? nil : errors)
  }

  func response(from request: Request, context: some RequestContext) throws -> Response {
    var fields = fields
    fields[.cacheControl] = Caching.never.rawValue
    let content = try Representation.json(document, as: .problem)
    return Response(status: status, headers: fields, content: content)
  }
}
