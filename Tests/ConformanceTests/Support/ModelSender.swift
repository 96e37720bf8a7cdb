import AccordConformance
import AccordHTTP
import AccordTestSupport

/// Sends the requests of a probe to a ``ModelAPI`` in memory.
///
///     let sender = ModelSender(ModelAPI(.putMerges))
///     let probe = Probe(sender.items, allowing: [.readOnly, .throwaway], token: "t", sender: sender)
///
/// Requests share a kept connection, but for those that need one of their own.
final class ModelSender: ProbeSender {
  /// The beginning of every URL of the API.
  static let origin = "http://model.test"

  /// A request that was sent, and what came of it.
  struct Sent {
    let request: ModelRequest
    let response: ModelResponse
    let authorization: ProbeAuthorization
  }

  let api: ModelAPI
  /// Authorization of the target; `nil` for none.
  let credentials: String?
  /// Everything that was sent, in order.
  private(set) var sent: [Sent] = []
  /// The exchanges as rules see them, in the same order.
  private(set) var exchanges: [Exchange] = []
  /// For how long it would have waited.
  private(set) var paused = Duration.zero
  /// After so many requests nothing more is sent.
  var limit = 5_000
  private var connections = 0
  /// The kept connection, and how many requests it carried.
  private var kept: (number: Int, count: Int)?

  init(_ api: ModelAPI = ModelAPI(), credentials: String? = "Bearer \(ModelAPI.token)") {
    self.api = api
    self.credentials = credentials
  }

  /// The methods that were sent, each once.
  var methods: Set<String> { Set(sent.map(\.request.method)) }

  /// The requests that were sent with an unsafe method.
  var writes: [ModelRequest] {
    sent.map(\.request).filter { !["GET", "HEAD", "OPTIONS", "TRACE"].contains($0.method) }
  }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    guard sent.count < limit else { throw .prevents("\(limit) requests were sent") }
    var asked = request
    if let credentials = authorizationField(authorization) { asked.fields.append(credentials) }
    var connection = kept ?? (connections, 0)
    if request.needsFreshConnection { connection = (connections, 0) }
    let isNew = connection.count == 0
    if isNew { connections += 1 }
    let model = modelRequest(asked, connection: connection.number, index: connection.count)
    let response = api.answer(model)
    connection.count += 1
    if !request.needsFreshConnection { kept = connection }
    sent.append(Sent(request: model, response: response, authorization: authorization))
    let exchange = Exchange(
      request: asked, sent: request.recordsWire ? Self.wire(model) : nil,
      result: .success(
        HTTPResponse(
          status: response.status, reason: response.reason,
          fields: HTTPFields(response.fields.map { ($0.name, $0.value) }),
          body: Self.plain(response, to: model),
          bodyAsReceived: request.recordsWire ? response.content : nil)),
      connection: ConnectionFacts(
        isNew: isNew,
        local: ConnectionFacts.Endpoint(address: "127.0.0.1", port: 50_000 + connection.number),
        remote: ConnectionFacts.Endpoint(address: "127.0.0.1", port: 80), version: .http1_1))
    exchanges.append(exchange)
    return exchange
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    guard request.parts.count == 1, request.parts[0].starts(with: "POST ".utf8) else {
      throw .prevents("there are no octets in memory")
    }
    let message = RawServer.Message(request.parts[0])
    let fields = message.lines.map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return ModelField(String(parts[0]), String(parts[1].dropFirst()))
    }
    let asked = ModelRequest(
      message.method, message.target, fields,
      content: request.withheld?.octets ?? Array(message.content.utf8), connection: connections)
    connections += 1
    let answer = api.answer(asked).octets
    guard let withheld = request.withheld else {
      return RawAnswer(parts: [answer], waited: [.milliseconds(3)], isClosed: false)
    }
    let interim = api.answerToExpectation
    return RawAnswer(
      parts: [interim, answer],
      waited: [interim.isEmpty ? withheld.duration : .milliseconds(1), .milliseconds(3)],
      isClosed: false)
  }

  func pause(_ duration: Duration) { paused += duration }

  private func authorizationField(_ authorization: ProbeAuthorization) -> RequestField? {
    guard let credentials else { return nil }
    switch authorization {
    case .own: return RequestField("Authorization", credentials, isSensitive: true)
    case .none: return nil
    case .altered:
      let last = credentials.last == "x" ? "y" : "x"
      return RequestField("Authorization", credentials.dropLast() + last, isSensitive: true)
    }
  }

  /// The request as it would go over the wire.
  private func modelRequest(_ request: HTTPRequest, connection: Int, index: Int) -> ModelRequest {
    let rest = request.url.firstRange(of: "://").map { request.url[$0.upperBound...] } ?? ""
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let place = rest.dropFirst(host.count).prefix { $0 != "#" }
    let target = request.target ?? (place.hasPrefix("/") ? String(place) : "/" + place)
    let usual = [
      ModelField("Host", String(host)), ModelField("User-Agent", "accord"),
      ModelField("Accept", "*/*"),
    ]
    let asked = Set(request.fields.map { $0.name.lowercased() })
    var fields = usual.filter { !asked.contains($0.name.lowercased()) }
    fields += request.fields.compactMap { field in
      field.value.map { ModelField(field.name, $0) }
    }
    var content: [UInt8] = []
    if case .bytes(let octets) = request.content { content = octets }
    if !content.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
      fields.append(ModelField("Content-Length", "\(content.count)"))
    }
    return ModelRequest(
      request.method, target, fields, content: content, connection: connection, index: index)
  }

  /// The content as the client hands it out: decoded where the request asked for a coding.
  private static func plain(_ response: ModelResponse, to request: ModelRequest) -> [UInt8] {
    guard request.value("Accept-Encoding") != nil, response.value("Content-Encoding") == "gzip"
    else { return response.content }
    return ModelGzip.decode(response.content) ?? response.content
  }

  private static func wire(_ request: ModelRequest) -> SentRequest {
    let lines =
      ["\(request.method) \(request.target) HTTP/1.1"]
      + request.fields.map { "\($0.name): \($0.value)" }
    return SentRequest(
      head: Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8), content: request.content)
  }
}

// MARK: - Targets of the API

extension ModelSender {
  /// A URL of the API.
  static func url(_ path: String) -> String { origin + path }

  /// The collection, with all that is known of it.
  static let items: ProbeTarget = {
    var collection = ProbedCollection()
    collection.item = url("/items/{id}")
    collection.samples = [
      .json(#"{"name":"lamp","quantity":2,"note":"fragile","tags":["a","b"]}"#),
      .json(#"{"name":"chair","quantity":4,"note":"heavy","tags":["c"]}"#),
    ]
    collection.replacement = .json(#"{"name":"table","quantity":7}"#)
    collection.rejected = [.json(#"{"name":5,"quantity":-1}"#)]
    collection.patchTypes = ["application/merge-patch+json", "application/json-patch+json"]
    collection.patchedMember = "note"
    collection.idempotencyKeyField = "Idempotency-Key"
    collection.createsByPut = true
    return ProbeTarget(name: "/items", url: url("/items"), kind: .collection(collection))
  }()

  /// A document: `steady`, `report` and the others.
  static func document(_ name: String) -> ProbeTarget {
    ProbeTarget(name: "/\(name)", url: url("/\(name)"), kind: .document)
  }

  static let protected = ProbeTarget(name: "/private", url: url("/private"), kind: .protected)
  static let server = ProbeTarget(name: "/steady", url: url("/steady"), kind: .server)
}

extension ProbeContent {
  /// JSON.
  static func json(_ text: String) -> ProbeContent {
    ProbeContent(type: "application/json", octets: Array(text.utf8))
  }
}
