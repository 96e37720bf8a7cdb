import AccordConformance
import AccordHTTP
import AccordTestSupport

/// Stands between a probe and a ``ModelAPI``, and does some things otherwise.
final class AlteredSender: ProbeSender {
  /// Answers a request, if need be with what the API answers.
  typealias Alteration = (HTTPRequest, (HTTPRequest) -> HTTPResponse) -> HTTPResponse?

  let inner: ModelSender
  private let alter: Alteration
  /// What was sent, as the probe meant it.
  private(set) var sent: [HTTPRequest] = []

  /// - Parameter alter: The answer; `nil` for none at all.
  init(_ api: ModelAPI = ModelAPI(), _ alter: @escaping Alteration) {
    inner = ModelSender(api)
    self.alter = alter
  }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    sent.append(request)
    let answer = alter(request) { asked in
      (try? self.inner.send(asked, as: authorization))?.response ?? HTTPResponse(status: 500)
    }
    guard let answer else {
      let error = TransportError(
        phase: .firstByte, reason: .totalTimeout(.seconds(1)), code: 28, message: "",
        mayHaveBeenProcessed: true, isIdempotent: request.isIdempotent)
      return Exchange(request: request, result: .failure(error))
    }
    return Exchange(request: request, result: .success(answer))
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    try inner.converse(request)
  }

  func pause(_ duration: Duration) { inner.pause(duration) }
}

extension HTTPResponse {
  /// The same with another field, or without it.
  func with(_ name: String, _ value: String?) -> HTTPResponse {
    var fields = fields.map { (name: $0.name, value: $0.value) }
    fields.removeAll { $0.name.lowercased() == name.lowercased() }
    if let value { fields.append((name, value)) }
    var response = self
    response.fields = HTTPFields(fields)
    return response
  }

  /// The same with another status.
  func with(status: Int) -> HTTPResponse {
    var response = self
    response.status = status
    return response
  }

  /// The same with other content; its tag is left out.
  func with(text: (String) -> String) -> HTTPResponse {
    var response = with("ETag", nil).with("Last-Modified", nil)
    response.body = Array(text(String(decoding: body, as: UTF8.self)).utf8)
    return response.with("Content-Length", "\(response.body.count)")
  }

  /// The value of a field.
  func line(_ name: String) -> String? { fields.first(name)?.value }
}

extension HTTPRequest {
  /// The path and query.
  var place: String { String(url.dropFirst(ModelSender.origin.count)) }
}
