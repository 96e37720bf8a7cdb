import AccordConformance
import AccordHTTP

/// An answer that breaks no rule, but for what is said otherwise.
struct Answer: Sendable {
  var method = "GET"
  var url = "http://api.test/items/7"
  var asked: [RequestField] = []
  var sent: [UInt8] = []
  var status = 200
  var version = HTTPVersion.http1_1
  /// Fields in place of the usual ones; `nil` leaves one out.
  var changed: [(name: String, value: String?)] = []
  /// Fields besides.
  var added: [(name: String, value: String)] = []
  var body: [UInt8] = Array(#"{"id":7}"#.utf8)
  var error: TransportError.Reason?
  var errorCode = 0
  var fidelity = ObservedExchange.Fidelity.exact

  /// An answer to a method with a status, fields in place of the usual ones, and content.
  init(
    _ status: Int = 200, to method: String = "GET", _ changed: KeyValuePairs<String, String?> = [:],
    body: String? = nil
  ) {
    self.status = status
    self.method = method
    self.changed = changed.map { ($0.key, $0.value) }
    if let body { self.body = Array(body.utf8) }
    if [204, 304].contains(status) || method == "HEAD" { self.body = [] }
  }

  /// An answer to GET with fields in place of the usual ones, and content.
  init(_ changed: KeyValuePairs<String, String?>, body: String? = nil) {
    self.init(200, to: "GET", changed, body: body)
  }

  func asking(_ name: String, _ value: String) -> Answer {
    var answer = self
    answer.asked.append(RequestField(name, value))
    return answer
  }

  func adding(_ name: String, _ value: String) -> Answer {
    var answer = self
    answer.added.append((name, value))
    return answer
  }

  func at(_ url: String) -> Answer {
    var answer = self
    answer.url = url
    return answer
  }

  func sending(_ content: String) -> Answer {
    var answer = self
    answer.sent = Array(content.utf8)
    return answer
  }

  func with(octets: [UInt8]) -> Answer {
    var answer = self
    answer.body = octets
    return answer
  }

  func over(_ version: HTTPVersion) -> Answer {
    var answer = self
    answer.version = version
    return answer
  }

  func seen(_ fidelity: ObservedExchange.Fidelity) -> Answer {
    var answer = self
    answer.fidelity = fidelity
    return answer
  }

  func failing(_ reason: TransportError.Reason, code: Int = 0) -> Answer {
    var answer = self
    answer.error = reason
    answer.errorCode = code
    return answer
  }

  private var usual: [(name: String, value: String)] {
    var fields = [("Date", "Sun, 06 Nov 1994 08:49:37 GMT")]
    if status == 200, method == "GET" || method == "HEAD" {
      fields += [("Cache-Control", "no-cache"), ("ETag", #""a7""#)]
    }
    if status == 304 { fields += [("Cache-Control", "no-cache"), ("ETag", #""a7""#)] }
    if !body.isEmpty {
      let type = status >= 400 ? "application/problem+json" : "application/json"
      fields += [
        ("Content-Type", type), ("Content-Length", "\(body.count)"),
        ("X-Content-Type-Options", "nosniff"),
      ]
    }
    return fields
  }

  var exchange: Exchange {
    var fields = usual
    for (name, value) in changed {
      let place = fields.firstIndex { $0.name == name }
      switch (place, value) {
      case (let place?, let value?): fields[place].value = value
      case (let place?, nil): fields.remove(at: place)
      case (nil, let value?): fields.append((name, value))
      case (nil, nil): break
      }
    }
    let response = HTTPResponse(
      version: version, status: status, fields: HTTPFields(fields + added), body: body)
    let request = HTTPRequest(
      method: method, url: url, fields: asked, content: sent.isEmpty ? .none : .bytes(sent))
    guard let error else { return Exchange(request: request, result: .success(response)) }
    let failure = TransportError(
      phase: .receive, reason: error, code: errorCode, message: "", mayHaveBeenProcessed: true,
      isIdempotent: true, received: response)
    return Exchange(request: request, result: .failure(failure))
  }
}
