import HTTPTypes
import Hummingbird

extension Request {
  /// Answers a GET with the representation that the client likes best, or with 304 when it has that
  /// one already.
  ///
  /// The offers are all representations that there are, the shop's favourite first. `fields` come on
  /// top of those that each 200 has.
  ///
  /// - Throws: A ``Problem``: 406 when the client accepts none of the offers, 412 when its `If-Match`
  ///   names another representation.
  func answer(
    _ offers: Representation..., caching: Caching, fields: HTTPFields = [:]
  ) throws -> Response {
    let types = offers.map(\.mediaType)
    guard let choice = Accept(headers[.accept]).best(of: types) else {
      throw Problem.notAcceptable(offered: types)
    }
    let chosen = offers[choice]
    let tag = chosen.tag
    var common: HTTPFields = [
      .eTag: tag.description, .vary: "Accept", .cacheControl: caching.rawValue,
    ]
    let conditions = Preconditions(headers)
    do {
      try conditions.requireMatch(tag)
    } catch var problem as Problem {
      // Another Accept may have chosen what does match.
      problem.fields[.vary] = common[.vary]
      throw problem
    }
    if conditions.hasAlready(tag) { return Response(status: .notModified, headers: common) }
    common.append(contentsOf: fields)
    return Response(status: .ok, headers: common, content: chosen)
  }
}

extension Response {
  init(status: HTTPResponse.Status, headers: HTTPFields = [:], content: Representation) {
    var headers = headers
    headers[.contentType] = content.mediaType.essence
    self.init(status: status, headers: headers, body: ResponseBody(byteBuffer: content.content))
  }

  /// 201 for a resource that a POST made: where it is, what it looks like, and its validator.
  static func created(_ location: String, _ content: Representation) -> Response {
    let fields: HTTPFields = [.location: location, .eTag: content.tag.description]
    return Response(status: .created, headers: fields, content: content)
  }

  /// 200 to a PUT or PATCH, with the resource as it is now.
  ///
  /// No validator: the shop stores what it understood of the content and not its octets (RFC 9110
  /// section 9.3.4).
  static func replaced(at location: String, _ content: Representation) -> Response {
    Response(status: .ok, headers: [.contentLocation: location], content: content)
  }
}
