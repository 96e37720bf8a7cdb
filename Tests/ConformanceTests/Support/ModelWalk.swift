import AccordConformance
import AccordHTTP
import AccordTestSupport

/// A walk through everything that a ``ModelAPI`` offers, the same one whatever it answers.
struct ModelWalk {
  private let sender: any ProbeSender
  private let origin: String
  /// As whom requests are sent that need not be somebody's.
  private let usual: ProbeAuthorization
  /// What was sent, and what came of it.
  private(set) var exchanges: [Exchange] = []

  /// Walks in memory.
  init(_ api: ModelAPI = ModelAPI(), as usual: ProbeAuthorization = .none) throws {
    try self.init(by: ModelSender(api), origin: ModelSender.origin, as: usual)
  }

  init(by sender: any ProbeSender, origin: String, as usual: ProbeAuthorization = .none) throws {
    self.sender = sender
    self.origin = origin
    self.usual = usual
    try readDocuments()
    try readItems()
    try pages()
    try make()
    try replace()
    try patch()
    try remove()
    try others()
  }

  /// What was answered, without what says the time, as text.
  var transcript: [String] {
    exchanges.map { exchange in
      let response = exchange.response
      let lines = (response?.fields ?? HTTPFields())
        .filter { $0.name != "Date" && $0.name != "Last-Modified" }
        .map { "\($0.name): \($0.value)" }
      return """
        \(exchange.request.method) \(exchange.request.url.dropFirst(origin.count)) \
        -> \(response?.status ?? 0)
        \(lines.joined(separator: "\n"))
        \(String(decoding: response?.body ?? [], as: UTF8.self))
        """
    }
  }

  @discardableResult
  private mutating func send(
    _ method: String, _ path: String, _ fields: [String: String] = [:], _ content: String = "",
    type: String = "application/json", isAlone: Bool = false,
    as authorization: ProbeAuthorization? = nil
  ) throws -> HTTPFields {
    var fields = fields.sorted { $0.key < $1.key }.map { RequestField($0.key, $0.value) }
    if !content.isEmpty { fields.append(RequestField("Content-Type", type)) }
    let exchange = try sender.send(
      HTTPRequest(
        method: method, url: origin + path, fields: fields,
        content: content.isEmpty ? .none : .bytes(Array(content.utf8)),
        needsFreshConnection: isAlone), as: authorization ?? usual)
    exchanges.append(exchange)
    return exchange.response?.fields ?? HTTPFields()
  }

  private mutating func tag(_ path: String) throws -> String {
    try send("GET", path).first("ETag")?.value ?? "\"none\""
  }

  private mutating func readDocuments() throws {
    for path in ["/", "/steady", "/report", "/report", "/clock", "/gone", "/busy", "/moved"] {
      try send("GET", path)
      try send("HEAD", path)
    }
    try send("GET", "/redirect-away")
    try send("GET", "/broken")
    try send("OPTIONS", "/steady")
    try send("GET", "/steady", ["If-None-Match": tag("/steady")])
    try send("GET", "/steady", ["If-Modified-Since": "Mon, 23 Nov 2015 00:00:00 GMT"])
    try send("GET", "/steady", ["If-Modified-Since": "Sun, 23 Nov 2025 00:00:00 GMT"])
    try send("GET", "/steady", ["X-Conformance-Probe": "1"])
    try send("GET", "/steady", ["Cookie": "seen=1"], isAlone: true)
    try send("GET", "/private", as: .own)
    try send("GET", "/private", as: ProbeAuthorization.none)
    try send("GET", "/private", isAlone: true, as: ProbeAuthorization.none)
    try send("GET", "/private", as: .altered)
    try send(
      "GET", "/private", ["If-None-Match": "\"x\""], isAlone: true, as: ProbeAuthorization.none)
    try send("GET", "/absent")
    try send("GET", "/steady/")
    try send("GET", "/items/")
    try send("GET", "/items/1/")
  }

  private mutating func readItems() throws {
    for path in ["/items/1", "/items/999", "/items/1?_method=GET"] {
      try send("GET", path)
      try send("HEAD", path)
      try send("OPTIONS", path)
    }
    try send("GET", "/items/1", isAlone: true)
    try send("GET", "/items/1")
    try send("GET", "/steady")
    try send("GET", "/items/1", ["Accept": "application/xml"])
    try send("GET", "/items/1", ["Accept": "application/xml;q=0.5, application/json"])
    try send("GET", "/items/1", ["Accept": "text/css"])
    try send("GET", "/items/1", ["Accept-Encoding": "gzip"])
    try send("HEAD", "/items/1", ["Accept-Encoding": "gzip"])
    try send("GET", "/items/1", ["Accept-Encoding": "identity"])
    try send("GET", "/items/%31")
    try send("GET", "/items/%zz")
    try send("GET", "/items/1", ["If-None-Match": tag("/items/1")])
    try send("GET", "/items/999", ["If-None-Match": "\"x\""])
    try send("GET", "/items/1", ["If-None-Match": "*"])
    try send("GET", "/items/1", ["Origin": ModelAPI.origin])
    try send("GET", "/items/1", ["Origin": "https://evil.example"])
    try send("GET", "/items/1", ["Origin": "null"])
    let preflight = ["Origin": ModelAPI.origin, "Access-Control-Request-Method": "PUT"]
    try send("OPTIONS", "/items/1", preflight)
    try send("GET", "/items/1", ["X-HTTP-Method-Override": "DELETE"])
    try send("GET", "/items/2?_method=DELETE")
    try send("GET", "/items/1")
  }

  private mutating func pages() throws {
    for path in ["/items", "/items?page=2", "/items?page=1&per_page=2", "/items?page=3&per_page=2"]
    {
      try send("GET", path)
    }
    for path in ["/items?page=9", "/items?page=0", "/items?page=x", "/items"] {
      try send("GET", path)
    }
    try send("HEAD", "/items")
    try send("GET", "/items", ["If-None-Match": tag("/items")])
    try send("OPTIONS", "/items")
    try send("PATCH", "/items", [:], "{}")
    try send("FROB", "/items")
  }

  private mutating func make() throws {
    let lamp = #"{"name":"lamp","quantity":2,"note":"fragile","tags":["a","b"]}"#
    try send("POST", "/items", [:], lamp)
    try send("GET", "/items/6")
    try send("POST", "/items", [:], #"{"name":"chair","quantity":4,"extra":true}"#)
    try send("GET", "/items?per_page=100")
    try send("GET", "/items?per_page=100")
    try send("GET", "/items?per_page=100")
    try send("POST", "/items", [:], lamp, type: "text/plain")
    try send("POST", "/items", [:], #"{"name": "#)
    for wrong in ["[]", #"{"name":5,"quantity":1}"#, #"{"name":"x","quantity":1e400}"#] {
      try send("POST", "/items", [:], wrong)
    }
    try send("POST", "/items", ["Idempotency-Key": "k1"], lamp)
    try send("POST", "/items", ["Idempotency-Key": "k1"], lamp)
    try send("POST", "/items", ["Idempotency-Key": "k1"], #"{"name":"y","quantity":1}"#)
    try send("GET", "/items?per_page=100")
  }

  private mutating func replace() throws {
    let table = #"{"name":"table","quantity":7}"#
    try send("PUT", "/items/6", [:], table)
    let before = try tag("/items/6")
    try send("PUT", "/items/6", [:], table)
    try send("GET", "/items/6")
    try send("GET", "/items?per_page=100")
    try send("PUT", "/items/6", ["If-None-Match": "*"], #"{"name":"star","quantity":1}"#)
    try send("PUT", "/items/6", ["If-Match": "\"stale\""], #"{"name":"stale","quantity":1}"#)
    try send("GET", "/items/6")
    try send("PUT", "/items/6", ["If-Match": before], #"{"name":"own","quantity":1}"#)
    try send("PUT", "/items/6", ["If-Match": tag("/items/6")], #"{"name":"now","quantity":1}"#)
    try send("PUT", "/items/6", [:], #"{"name":5,"quantity":-1}"#)
    try send("GET", "/items/6")
    try send("PUT", "/items/6", [:], "<x/>", type: "application/xml")
    try send("PUT", "/items/new-one", [:], table)
    try send("PUT", "/items/new-one", [:], #"{"name":"again","quantity":7,"note":"n"}"#)
    try send("PUT", "/items/new-one", ["Accept": "application/xml"], table)
    try send("GET", "/items/new-one")
  }

  private mutating func patch() throws {
    let merge = "application/merge-patch+json"
    let operations = "application/json-patch+json"
    try send("PUT", "/items/6", [:], #"{"name":"lamp","quantity":2,"note":"n","tags":["a"]}"#)
    try send("PATCH", "/items/6", [:], #"{"note":null}"#, type: merge)
    try send("GET", "/items/6")
    try send("PATCH", "/items/6", [:], #"{"tags":["z"]}"#, type: merge)
    try send("PATCH", "/items/6", [:], #"{"name":"half","quantity":"x"}"#, type: merge)
    try send("GET", "/items/6")
    let failing = """
      [{"op":"replace","path":"/name","value":"half"},{"op":"test","path":"/name","value":"no"}]
      """
    try send("PATCH", "/items/6", [:], failing, type: operations)
    try send("GET", "/items/6")
    let working = """
      [{"op":"add","path":"/tags/-","value":"q"},{"op":"copy","from":"/name","path":"/note"},
       {"op":"move","from":"/tags/0","path":"/tags/1"},{"op":"remove","path":"/tags/0"},
       {"op":"test","path":"/tags/0","value":"z"},{"op":"replace","path":"/quantity","value":9}]
      """
    try send("PATCH", "/items/6", [:], working, type: operations)
    try send("GET", "/items/6")
    try send("PATCH", "/items/6", [:], "{}", type: "text/plain")
    try send("PATCH", "/items/999", [:], "{}", type: merge)
  }

  private mutating func remove() throws {
    try send("DELETE", "/items/6", ["If-Match": "\"stale\""])
    try send("GET", "/items/6")
    try send("DELETE", "/items/6")
    try send("DELETE", "/items/6")
    try send("GET", "/items/6")
    try send("HEAD", "/items/6")
    try send("GET", "/items?per_page=100")
    try send("DELETE", "/items/999")
    try send("DELETE", "/items/new-one")
  }

  private mutating func others() throws {
    for method in ["PUT", "PATCH", "DELETE", "TRACE"] { try send(method, "/items") }
    try send("POST", "/items/1", [:], "{}")
    try send("POST", "/steady", [:], "{}")
  }
}
