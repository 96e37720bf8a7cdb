/// Takes in what curl hands over of a response, within limits, and makes the response of it.
///
/// The octets of all heads and of trailers go into one buffer, which is used again for the next
/// response; only the offsets where heads begin and end are noted meanwhile.
struct ResponseRecorder {
  /// curl's handle that the response comes on.
  var handle: UnsafeMutableRawPointer?

  /// Which TLS connections of the client the servers have ended.
  var tlsEnds: TLSEnds?

  /// What about the response ended the exchange: a limit, or that it is no message of HTTP.
  private(set) var refusal: TransportError.Reason?

  /// Whether the exchange ended because the protocol changes after the head (101), unasked.
  private(set) var endsWithHead = false

  /// The octets of the body so far.
  private var body = BodyBuffer()

  /// The body's octets as received, if they are recorded.
  private var bodyAsReceived: [UInt8]?

  private var head: [UInt8] = []
  private var fieldCount = 0
  /// Where the last head begins: after the interim ones.
  private var headStart = 0
  /// Where the last head ends, its empty line included; nil while it has not ended.
  private var headEnd: Int?
  private var limits = ExchangeLimits()
  private var rules = FramingRules()
  private var scanner: BodyScanner?

  /// Whether not one line of a head came.
  var hasNoHead: Bool { head.isEmpty }

  /// Whether curl's handle calls the debug function; whoever sets the handle notes it here.
  var showsWire = false

  /// Whether curl has to call it now: to record what comes, for the framing of a body to be seen, or to
  /// look at a field line before curl does.
  var needsWire: Bool { bodyAsReceived != nil || scanner != nil || awaitsFirstField }

  /// Whether a status line came, and no field line yet.
  private var awaitsFirstField = false

  /// The session of TLS on whose end the body's end depends; nil where it is framed otherwise.
  private(set) var endingSession: UnsafeRawPointer?

  /// Whether the end of the connection is the end of the body, and the session is not known yet.
  var needsSession: Bool { rules.isFramedByEnd && headEnd != nil && endingSession == nil }

  /// Notes the session on which the response comes.
  mutating func note(session: UnsafeRawPointer?) {
    endingSession = session
    if let session { tlsEnds?.forget(session) }
  }

  /// Refuses a body whose end nobody vouches for.
  mutating func checkEnd() {
    guard let endingSession, TLSEnds.areKnown, tlsEnds?.contains(endingSession) == false else {
      return
    }
    refusal = refusal ?? .malformed(.endsWithoutNotice)
  }

  /// Whether any octet came.
  var isEmpty: Bool { head.isEmpty && body.isEmpty }

  /// Makes ready for another response.
  mutating func reset(for request: HTTPRequest) {
    limits = request.limits
    // Offsets into the head are kept in 32 bits.
    limits.headSize = min(limits.headSize, Int(Int32.max))
    limits.bodySize = min(limits.bodySize, Int.max / 4)
    refusal = nil
    head.removeAll(keepingCapacity: true)
    body = BodyBuffer()
    bodyAsReceived = request.recordsWire ? [] : nil
    endsWithHead = false
    rules = FramingRules(for: request)
    scanner = nil
    endingSession = nil
    fieldCount = 0
    headStart = 0
    headEnd = nil
    awaitsFirstField = false
  }

  /// Looks at a line of a head before curl does; false if curl must not see it.
  ///
  /// Of the first field line only, where libcurl needs it: see ``CurlLibrary/forgetsFields``.
  mutating func mayPass(headLine line: UnsafeRawBufferPointer) -> Bool {
    guard awaitsFirstField, line.first?.isBlank == true else { return true }
    refusal = .malformed(.blankBeforeFirstField)
    return false
  }

  /// Takes in a line of a head or of trailers; false if that is too much.
  mutating func take(headLine line: UnsafeRawBufferPointer) -> Bool {
    guard line.count <= limits.headSize - head.count else {
      refusal = .headTooLarge(limit: limits.headSize)
      return false
    }
    if headEnd != nil, line.starts(with: "HTTP/".utf8) {
      // Another head begins: the one before was interim. (No trailer starts so: a slash is not
      // allowed in a name.)
      headStart = head.count
      headEnd = nil
      rules.beginHead()
    }
    let isEmptyLine = line.first == UInt8(ascii: "\r") || line.first == UInt8(ascii: "\n")
    let isStatusLine = headEnd == nil && head.count == headStart
    if isStatusLine {
      awaitsFirstField = fieldCount == 0 && !CurlLibrary.forgetsFields
    } else if !isEmptyLine {
      awaitsFirstField = false
      fieldCount += 1
      guard fieldCount <= limits.fieldCount else {
        refusal = .tooManyFields(limit: limits.fieldCount)
        return false
      }
    }
    head.append(contentsOf: line)
    guard headEnd == nil else { return true }
    guard isEmptyLine else {
      if !isStatusLine { rules.note(line) }
      return true
    }
    headEnd = head.count
    return endHead()
  }

  /// Looks at a head that is whole; false if nothing after it is to be taken in.
  private mutating func endHead() -> Bool {
    let start = headStart
    let finding = head.withUnsafeBytes { [self] in
      var rules = rules
      return (rules.judge($0, in: start..<$0.count), rules)
    }
    rules = finding.1
    switch finding.0 {
    case .usual: return true
    case .followed(let scanner):
      self.scanner = scanner
      return true
    case .switchesProtocol:
      endsWithHead = true
      return false
    case .defective(let defect):
      refusal = .malformed(defect)
      return false
    }
  }

  /// Takes in octets of the body; false if that is too much, or there is no memory for them.
  mutating func take(body octets: UnsafeRawBufferPointer) -> Bool {
    guard refusal == nil else { return false }
    guard octets.count <= limits.bodySize - body.count else {
      refusal = .bodyTooLarge(limit: limits.bodySize)
      // Nobody will look at it.
      if body.count > BodyBuffer.mostInMemory { body = BodyBuffer() }
      return false
    }
    return body.append(octets)
  }

  /// Takes in octets of the body as received, if they are recorded.
  ///
  /// What is wrong with their framing ends the exchange at the next octet of the body.
  mutating func take(received octets: UnsafeRawBufferPointer) {
    if let defect = scanner?.scan(octets) { refusal = refusal ?? .malformed(defect) }
    guard let count = bodyAsReceived?.count else { return }
    // Chunk framing may be larger than what it frames. It has no limit of its own, but the record
    // of it must not grow without end; the next octets of the body end the exchange then.
    guard octets.count <= limits.bodySize * 2 + limits.headSize - count else {
      refusal = .bodyTooLarge(limit: limits.bodySize)
      return
    }
    bodyAsReceived?.append(contentsOf: octets)
  }

  /// Looks at a body that is whole, as far as curl can tell.
  mutating func endBody() {
    if let defect = scanner?.defect(decodedCount: body.count), refusal == nil {
      refusal = .malformed(defect)
    }
  }

  /// The response, or nil if its head did not come whole.
  ///
  /// It takes the body away. Of a large one the response has the first octets only.
  mutating func takeResponse() -> (response: HTTPResponse?, rest: LargeBody?) {
    guard let headEnd else { return (nil, nil) }
    let taken = body.take()
    return (
      head.withUnsafeBytes { response(of: $0, headEnd: headEnd, body: taken.first) }, taken.rest
    )
  }

  private func response(
    of head: UnsafeRawBufferPointer, headEnd: Int, body: [UInt8]
  ) -> HTTPResponse? {
    var lines = HeadLines(head, in: headStart..<headEnd)
    guard let first = lines.next(), let status = StatusLine(head, first) else { return nil }
    // A copy, so that the recorder keeps its buffer for the next response.
    let octets = [UInt8](head)
    var trailers = HTTPFields()
    if headEnd < head.count {
      var lines = HeadLines(head, in: headEnd..<head.count)
      trailers = fields(lines.readFields(), of: octets)
    }
    var interim: [InterimResponse] = []
    if headStart > 0 {
      var lines = HeadLines(head, in: 0..<headStart)
      while let first = lines.next(), let status = StatusLine(head, first) {
        interim.append(
          InterimResponse(
            status: status.status, fields: fields(lines.readFields(), of: octets)))
      }
    }
    return HTTPResponse(
      version: status.version, status: status.status, reason: status.reason,
      fields: fields(lines.readFields(), of: octets), trailers: trailers, interim: interim,
      body: body, bodyAsReceived: bodyAsReceived)
  }

  /// The view of fields, with folds (RFC 9112 section 5.2) and every bare CR (section 2.2) as spaces.
  private func fields(_ fields: HeadLines.Fields, of octets: [UInt8]) -> HTTPFields {
    guard fields.hasBreaks else { return HTTPFields(octets: octets, lines: fields.lines) }
    var octets = octets
    for line in fields.lines {
      let value = Int(line.valueStart)..<Int(line.valueEnd)
      for index in value
      where octets[index] == UInt8(ascii: "\r") || octets[index] == UInt8(ascii: "\n") {
        octets[index] = UInt8(ascii: " ")
        // The white space around a fold is part of it.
        for next in value.suffix(from: index + 1) where octets[next].isBlank {
          octets[next] = UInt8(ascii: " ")
          guard next + 1 < value.upperBound, octets[next + 1].isBlank else { break }
        }
      }
    }
    return HTTPFields(octets: octets, lines: fields.lines)
  }
}
