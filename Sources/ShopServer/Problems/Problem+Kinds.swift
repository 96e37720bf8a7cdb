import HTTPTypes

/// Every problem that the shop knows, in the order of their status codes.
extension Problem {
  static func malformed(_ detail: String) -> Problem {
    Problem(status: .badRequest, detail: detail)
  }

  static func unauthorized(_ detail: String) -> Problem {
    let challenge = #"Bearer realm="shop""#
    return Problem(status: .unauthorized, detail: detail, fields: [.wwwAuthenticate: challenge])
  }

  static func notFound(_ detail: String) -> Problem {
    Problem(status: .notFound, detail: detail)
  }

  static func methodNotAllowed(_ method: HTTPRequest.Method, allowed: String) -> Problem {
    Problem(
      status: .methodNotAllowed, detail: "\(method) is not allowed here; \(allowed) are.",
      fields: [.allow: allowed])
  }

  static func notAcceptable(offered: [MediaType]) -> Problem {
    let list = offered.map(\.essence).joined(separator: ", ")
    return Problem(
      status: .notAcceptable, detail: "This resource can be had as \(list).",
      fields: [.vary: "Accept"])
  }

  static func preconditionFailed(_ field: HTTPField.Name) -> Problem {
    Problem(
      status: .preconditionFailed,
      detail: "\(field) does not hold for the current state. Nothing was changed.")
  }

  static func tooLarge(limit: Int) -> Problem {
    Problem(status: .contentTooLarge, detail: "At most \(limit) octets are taken here.")
  }

  /// The content has a type that is not accepted; `field` tells the client which are: `Accept-Post`,
  /// `Accept-Patch` or `Accept` (RFC 9110 section 15.5.16).
  static func unsupportedMediaType(accepted: [MediaType], field: HTTPField.Name) -> Problem {
    let list = accepted.map(\.essence).joined(separator: ", ")
    return Problem(
      status: .unsupportedMediaType,
      detail: "The content has to be \(list).",
      fields: [field: list])
  }

  static func unsupportedCoding(_ coding: String) -> Problem {
    Problem(
      status: .unsupportedMediaType, detail: "Content must be sent without a content coding.",
      fields: [.acceptEncoding: "identity"])
  }

  static func unacceptable(_ errors: [ContentError]) -> Problem {
    Problem(
      status: .unprocessableContent, detail: "The content is well-formed, but not acceptable.",
      type: "urn:example:shop:unacceptable-content", title: "Unacceptable content", errors: errors)
  }

  static func unexpected() -> Problem {
    Problem(status: .internalServerError, detail: "The shop failed. It is not your fault.")
  }

  static func notImplemented(_ method: HTTPRequest.Method) -> Problem {
    Problem(status: .notImplemented, detail: "The shop does not know the method \(method).")
  }
}
