internal import AccordDocuments
internal import AccordHTTP

/// The request and the response of an exchange, as an HTTP Archive has them.
struct HARMessages {
  let exchange: Exchange
  let wording: Wording
  var content: HARContent

  /// - Parameter bodyLimit: So many octets of a body are written, if not all.
  init(_ exchange: Exchange, _ wording: Wording, bodyLimit: Int?) {
    self.exchange = exchange
    self.wording = wording
    content = HARContent(redactor: wording.redactor, bodyLimit: bodyLimit)
  }

  // MARK: - Request

  mutating func addRequest(to json: inout JSONWriter) {
    // What is taken apart is redacted before: a part of a secret is not found.
    let url = content.redacted(exchange.request.url)
    let fields = content.redacted(HARFields.sent(exchange))
    json.name("request")
    json.beginObject()
    json.member("method", content.redacted(exchange.request.method))
    json.member("url", url)
    json.member("httpVersion", version)
    content.addCookies(HARFields.cookies(of: fields), to: &json)
    content.addFields(fields, as: "headers", to: &json)
    json.name("queryString")
    json.beginArray()
    for (name, value) in HARFields.query(of: url) {
      json.beginObject()
      json.member("name", name)
      json.member("value", value)
      json.endObject()
    }
    json.endArray()
    let octets = sentContent
    if let octets, !octets.isEmpty {
      content.addPostData(octets, type: HARFields.first("content-type", in: fields), to: &json)
    }
    json.member("headersSize", exchange.sent?.head.count ?? -1)
    json.member("bodySize", octets?.count ?? -1)
    if exchange.sent == nil { json.member("comment", "as it was asked for") }
    json.endObject()
  }

  /// The octets after the head; nil where they were not recorded.
  private var sentContent: [UInt8]? {
    switch exchange.request.content {
    case .none: []
    case .bytes(let octets): octets
    case .file, .multipart: exchange.sent?.content
    }
  }

  private var version: String {
    let version = exchange.connection.version ?? answer?.version
    return version?.description ?? "unknown"
  }

  // MARK: - Response

  private var answer: HTTPResponse? { exchange.response ?? exchange.error?.received }

  mutating func addResponse(to json: inout JSONWriter) {
    json.name("response")
    json.beginObject()
    json.member("status", answer?.status ?? 0)
    json.member("statusText", content.redacted(answer?.reason ?? ""))
    json.member("httpVersion", answer?.version.description ?? "unknown")
    let fields = content.redacted(answer.map { HARFields.octets(of: $0.fields) } ?? [])
    content.addCookies(HARFields.setCookies(of: fields), to: &json)
    content.addFields(fields, as: "headers", to: &json)
    content.addContent(
      answer?.body ?? [], asReceived: answer?.bodyAsReceived?.count,
      type: HARFields.first("content-type", in: fields), to: &json)
    let isRedirect = answer.map { 300..<400 ~= $0.status } ?? false
    let location = isRedirect ? HARFields.first("location", in: fields) ?? "" : ""
    json.member("redirectURL", location)
    json.member("headersSize", -1)
    json.member("bodySize", answer.map { $0.bodyAsReceived?.count ?? $0.body.count } ?? -1)
    if let answer, !answer.trailers.isEmpty {
      let trailers = content.redacted(HARFields.octets(of: answer.trailers))
      content.addFields(trailers, as: "_trailers", to: &json)
    }
    if let answer, !answer.interim.isEmpty { addInterim(answer.interim, to: &json) }
    if let error = exchange.error {
      // The member's name and meaning are those of browsers.
      json.member("_error", wording.message(error))
    }
    json.endObject()
  }

  private mutating func addInterim(_ interim: [InterimResponse], to json: inout JSONWriter) {
    json.name("_interim")
    json.beginArray()
    for response in interim {
      json.beginObject()
      json.member("status", response.status)
      let fields = content.redacted(HARFields.octets(of: response.fields))
      content.addFields(fields, as: "headers", to: &json)
      json.endObject()
    }
    json.endArray()
  }
}
