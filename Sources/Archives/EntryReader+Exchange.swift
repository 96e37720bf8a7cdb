internal import AccordEngine
internal import AccordHTTP

/// What an entry says of an exchange (HTTP Archive 1.2).
extension EntryReader {
  func exchange() throws(ArchiveError) -> ArchivedExchange {
    let request = try requiredObject("request")
    let response = try requiredObject("response")
    let accord = try object("_accord")
    let (asked, sent) = try request.request(isOwn: accord != nil)
    var (answer, body) = try response.response(to: asked, isOwn: accord != nil)
    if accord?.flag("cut") == true, answer != nil, try response.isCut() { body = .cut }
    let result: Result<HTTPResponse, TransportError>
    if let error = try transportError(response, accord, answer, isIdempotent: asked.isIdempotent) {
      result = .failure(error)
    } else if let answer {
      result = .success(answer)
    } else {
      // A browser that was not let, or gave up, says so with a status of 0.
      result = .failure(Self.noAnswer)
    }
    var archived = ArchivedExchange(
      exchange: Exchange(
        request: asked, sent: sent, result: result, timings: try timings(),
        connection: try connection(accord, answer?.version),
        sendCount: try accord?.integer("sendCount", in: Self.tries) ?? 1),
      body: body, redactsRequest: accord?.flag("redactedRequest") ?? false,
      redactsResponse: accord?.flag("redactedResponse") ?? false,
      step: try accord?.membership())
    guard accord != nil else { return archived }
    if let content = try response.object("content"),
      let size = try content.integer("size", in: Self.sizes)
    {
      archived.responseExtent = ArchivedExtent(size: size, isCut: content.has("comment"))
    }
    if let posted = try request.object("postData"),
      let size = try request.integer("bodySize", in: Self.sizes)
    {
      archived.requestExtent = ArchivedExtent(size: size, isCut: posted.has("comment"))
    }
    return archived
  }

  private func connection(
    _ accord: EntryReader?, _ version: HTTPVersion?
  ) throws(ArchiveError) -> ConnectionFacts {
    var connection = ConnectionFacts(
      isNew: accord?.flag("newConnection") ?? false, version: version)
    if let address = try text("serverIPAddress"),
      let port = try accord?.integer("remotePort", in: 0...65_535)
    {
      connection.remote = ConnectionFacts.Endpoint(address: address, port: port)
    }
    return connection
  }

  private static let noAnswer = TransportError(
    phase: .receive,
    reason: .recorded(kind: "connection", message: "no answer was recorded"), code: 0,
    message: "", mayHaveBeenProcessed: true)

  private func transportError(
    _ response: EntryReader, _ accord: EntryReader?, _ answer: HTTPResponse?, isIdempotent: Bool
  ) throws(ArchiveError) -> TransportError? {
    guard let recorded = try accord?.object("error") else {
      // As browsers say it.
      guard answer == nil, let message = try? response.text("_error") else { return nil }
      var error = Self.noAnswer
      error.reason = .recorded(kind: "connection", message: "as recorded: \(message)")
      return error
    }
    let message = try response.text("_error") ?? "no answer was recorded"
    return TransportError(
      phase: try recorded.text("phase").flatMap(TransportError.Phase.init) ?? .receive,
      reason: .recorded(kind: try recorded.text("kind") ?? "connection", message: message),
      code: try recorded.integer("code", in: 0...Int(Int32.max)) ?? 0, message: "",
      mayHaveBeenProcessed: recorded.flag("mayHaveBeenProcessed"), isIdempotent: isIdempotent,
      received: answer)
  }

  // MARK: - Request

  /// - Parameter isOwn: Whether Accord wrote it, with the fields as they went over the wire.
  private func request(isOwn: Bool) throws(ArchiveError) -> (HTTPRequest, SentRequest?) {
    let method = try requiredText("method")
    let url = try requiredText("url")
    let fields = try fields("headers")
    var content: [UInt8] = []
    if let posted = try object("postData") {
      // Some programs say it as HAR says it of a response.
      let encodings = [try posted.text("_encoding"), try posted.text("encoding")]
      let octets = encodings.contains("base64") ? try posted.octets("text") : nil
      let text = try posted.text("text") ?? ""
      content = octets ?? Array(text.utf8)
    }
    var request = HTTPRequest(method: method, url: url)
    // What every request has is none that somebody asked for.
    request.fields = fields.compactMap { field in
      let name = String(decoding: field.name, as: UTF8.self)
      let value = String(decoding: field.value, as: UTF8.self)
      return Self.isOfEveryRequest(name, value) ? nil : RequestField(name, value)
    }
    if !content.isEmpty { request.content = .bytes(content) }
    guard isOwn, try text("comment") == nil else { return (request, nil) }
    let version = try text("httpVersion") ?? ""
    var head = Array(
      "\(method) \(Self.target(of: url)) \(version == "unknown" ? "HTTP/1.1" : version)\r\n".utf8)
    for field in fields { head += field.name + Array(": ".utf8) + field.value + [0x0D, 0x0A] }
    return (request, SentRequest(head: head + [0x0D, 0x0A], content: content))
  }

  private static func isOfEveryRequest(_ name: String, _ value: String) -> Bool {
    switch name.lowercased() {
    case "host", "content-length", "connection", "transfer-encoding", ":method", ":authority",
      ":scheme", ":path":
      true
    case "accept": value == "*/*"
    case "user-agent": value.hasPrefix("accord/")
    default: false
    }
  }

  private static func target(of url: String) -> String {
    guard let authority = url.firstRange(of: "://")?.upperBound,
      let start = url[authority...].firstIndex(where: { "/?".contains($0) })
    else { return "/" }
    let target = url[start...].prefix { $0 != "#" }
    return target.hasPrefix("/") ? String(target) : "/\(target)"
  }

  // MARK: - Response

  private func response(
    to request: HTTPRequest, isOwn: Bool
  ) throws(ArchiveError) -> (HTTPResponse?, ArchivedStep.Body) {
    let status = try integer("status", in: -1...999, expected: "a status code") ?? 0
    guard status > 0 else { return (nil, .whole) }
    guard status >= 100 else { throw wrong("status", expected: "a status code") }
    var response = HTTPResponse(
      version: Self.version(try text("httpVersion") ?? ""), status: status,
      reason: try text("statusText") ?? "", fields: HTTPFields(octets: try fields("headers")),
      trailers: HTTPFields(octets: try fields("_trailers")))
    for interim in try objects("_interim") {
      response.interim.append(
        InterimResponse(
          status: try interim.integer("status", in: 100...199, expected: "a status code") ?? 100,
          fields: HTTPFields(octets: try interim.fields("headers"))))
    }
    guard let content = try object("content") else {
      return (response, hasContent(status, request, size: nil) ? .missing : .whole)
    }
    let size = try content.integer("size", in: Self.sizes)
    guard content.has("text") else {
      return (response, hasContent(status, request, size: size) ? .missing : .whole)
    }
    guard
      let body = try content.body(
        charset: isOwn ? nil : Self.charset(of: response.fields.first("Content-Type")?.value ?? ""))
    else { return (response, .missing) }
    response.body = body
    return (response, .whole)
  }

  /// Whether there may have been content of which nothing is told (RFC 9110 section 6.4.1).
  private func hasContent(_ status: Int, _ request: HTTPRequest, size: Int?) -> Bool {
    guard request.method != "HEAD", status >= 200, status != 204, status != 304 else {
      return false
    }
    return size.map { $0 != 0 } ?? true
  }

  /// The octets of `content`; nil where they cannot be told.
  ///
  /// - Parameter charset: The charset of text that was decoded, if it may be another than UTF-8.
  private func body(charset: String?) throws(ArchiveError) -> [UInt8]? {
    if try text("encoding") == "base64" { return try octets("text") }
    let text = try text("text") ?? ""
    let octets = Array(text.utf8)
    // Browsers keep text that they have decoded, whatever its charset was.
    guard let charset, octets.contains(where: { $0 >= 0x80 }),
      try integer("size", in: Self.sizes) != octets.count
    else { return octets }
    guard ["iso-8859-1", "latin1", "windows-1252", "us-ascii"].contains(charset) else { return nil }
    var latin: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let octet = UInt8(exactly: scalar.value) else { return nil }
      latin.append(octet)
    }
    return latin
  }

  /// The charset that a type names, if it is not UTF-8.
  private static func charset(of type: String) -> String? {
    let parameter = type.lowercased().split(separator: ";").dropFirst().lazy
      .map { $0.filter { !" \"'".contains($0) } }.first { $0.hasPrefix("charset=") }
    guard let charset = parameter?.dropFirst("charset=".count), charset != "utf-8",
      charset != "utf8"
    else { return nil }
    return String(charset)
  }

  /// Whether the response's body, and not the request's, was cut.
  private func isCut() throws(ArchiveError) -> Bool {
    guard let content = try object("content") else { return false }
    return content.has("comment")
  }

  private static func version(_ text: String) -> HTTPVersion {
    switch text.lowercased() {
    case "http/1.0": .http1_0
    case "http/2", "http/2.0", "h2": .http2
    case "http/3", "http/3.0", "h3", "h3-29": HTTPVersion(major: 3, minor: 0)
    default: .http1_1
    }
  }

  // MARK: - Fields and time

  fileprivate func fields(
    _ name: String
  ) throws(ArchiveError) -> [(name: [UInt8], value: [UInt8])] {
    var fields: [(name: [UInt8], value: [UInt8])] = []
    for field in try objects(name) {
      guard let name = try field.text("name") else { throw field.missing("name") }
      let written = (name: name, value: try field.text("value") ?? "")
      let nameOctets = try field.octets("_nameOctets") ?? Array(written.name.utf8)
      let value = try field.octets("_octets") ?? Array(written.value.utf8)
      // Browsers write several lines of a name as one value with line breaks.
      for line in value.split(separator: 0x0A, omittingEmptySubsequences: false) {
        fields.append((nameOctets, Array(line)))
      }
    }
    return fields
  }

  private func timings() throws(ArchiveError) -> Timings {
    let total = try milliseconds("time") ?? .zero
    guard let phases = try object("timings") else { return Timings(total: total) }
    let tls = try phases.milliseconds("ssl")
    let connect = try phases.milliseconds("connect") ?? .zero
    let receive = try phases.milliseconds("receive") ?? .zero
    return Timings(
      nameLookup: try phases.milliseconds("dns") ?? .zero,
      connect: max(.zero, connect - (tls ?? .zero)), tls: tls,
      wait: (try phases.milliseconds("wait") ?? .zero)
        + (try phases.milliseconds("send") ?? .zero),
      receive: receive, firstByte: max(.zero, total - receive), total: total)
  }
}

/// What Accord says of an entry's step.
extension EntryReader {
  fileprivate func membership() throws(ArchiveError) -> ArchivedExchange.Membership {
    var unit: RecordedUnit?
    if let number = try integer("unit", in: Self.counts) {
      unit = RecordedUnit(
        number: number, timestamp: Int64(try integer("timestamp", in: Self.seconds) ?? 0))
    }
    var problem: RecordedProblem?
    if flag("unjudged") {
      problem = RecordedProblem(
        kind: try requiredText("reasonKind"), message: try text("reason") ?? "")
    }
    // So many hops no policy follows.
    let hopCount = try integer("hops", in: 1...10_000) ?? 1
    return ArchivedExchange.Membership(
      id: try requiredText("id"), repetition: try integer("repetition", in: Self.repetitions) ?? 1,
      hop: try integer("hop", in: 0...hopCount - 1, expected: "a number below _accord.hops") ?? 0,
      hops: hopCount, unit: unit, tries: try integer("tries", in: Self.tries) ?? 1,
      isFlaky: flag("flaky"), problem: problem,
      answerTime: try milliseconds("answerTime"), start: try milliseconds("start") ?? .zero,
      duration: try milliseconds("duration"))
  }
}
