import CAccordCurl

extension Transfer {
  /// What became of the transfer that ended with this code, and what its response's body lacks, if
  /// that is large.
  func finish(_ code: CURLcode) -> (exchange: CompletedExchange, rest: LargeBody?) {
    let isNew = easy.long(CURLINFO_NUM_CONNECTS) > 0
    if code == CURLE_OK {
      recorder.pointee.endBody()
      recorder.pointee.checkEnd()
    }
    let (response, rest) = recorder.pointee.takeResponse()
    if isNew, request.isCleartextHTTP1, let socket = easy.socket {
      sockets?.note(socket, localPort: easy.long(CURLINFO_LOCAL_PORT))
    }
    let timings = timings(isNew: isNew)
    let facts = facts(isNew: isNew, response?.version)
    let result: Result<HTTPResponse, TransportError>
    // A repeat that was refused after a response leaves that response, which is whole; so does the
    // change to another protocol.
    if code == CURLE_OK || refusedRepeat || recorder.pointee.endsWithHead,
      recorder.pointee.refusal == nil, let response, response.isFinal
    {
      result =
        response.status == 407 && wentThroughProxy
        ? .failure(refusalOfProxy(response.status)) : .success(response)
    } else {
      result = .failure(error(code, response))
    }
    // Moved out, not copied: the transfer needs it no longer.
    var asked = HTTPRequest(url: "")
    swap(&asked, &request)
    let exchange = Exchange(
      request: asked, sent: sendCount > 0 ? sent : nil, result: result,
      timings: timings, connection: facts, sendCount: sendCount)
    // What is left of an answer that is none is never needed whole.
    return (CompletedExchange(id: id, exchange: exchange), exchange.response == nil ? nil : rest)
  }

  private func timings(isNew: Bool) -> Timings {
    var timings = Timings()
    let total = easy.offset(CURLINFO_TOTAL_TIME_T)
    let first = easy.offset(CURLINFO_STARTTRANSFER_TIME_T)
    timings.total = .microseconds(total)
    if isNew {
      let name = easy.offset(CURLINFO_NAMELOOKUP_TIME_T)
      let connect = easy.offset(CURLINFO_CONNECT_TIME_T)
      let tls = easy.offset(CURLINFO_APPCONNECT_TIME_T)
      timings.nameLookup = .microseconds(name)
      timings.connect = .microseconds(max(0, connect - name))
      if tls > 0 { timings.tls = .microseconds(max(0, tls - connect)) }
    }
    if first > 0 {
      timings.firstByte = .microseconds(first)
      timings.wait = .microseconds(max(0, first - easy.offset(CURLINFO_PRETRANSFER_TIME_T)))
      timings.receive = .microseconds(max(0, total - first))
    }
    return timings
  }

  private func facts(isNew: Bool, _ version: HTTPVersion?) -> ConnectionFacts {
    var facts = ConnectionFacts(isNew: isNew, version: version)
    // Over a Unix socket there is no port on this side, and the other one is made up.
    let localPort = easy.long(CURLINFO_LOCAL_PORT)
    guard localPort > 0 else { return facts }
    let remotePort = easy.long(CURLINFO_PRIMARY_PORT)
    if remotePort > 0, let address = easy.string(CURLINFO_PRIMARY_IP) {
      facts.remote = ConnectionFacts.Endpoint(address: address, port: remotePort)
    }
    if let address = easy.string(CURLINFO_LOCAL_IP) {
      facts.local = ConnectionFacts.Endpoint(address: address, port: localPort)
    }
    return facts
  }

  /// Whether octets of the request were sent.
  var wasSent: Bool {
    sendCount > 1 || (sendCount == 1 && easy.long(CURLINFO_REQUEST_SIZE) > 0)
  }

  private func error(_ code: CURLcode, _ response: HTTPResponse?) -> TransportError {
    let wasSent = wasSent
    if let status = refusedTunnel { return refusalOfProxy(status, code) }
    let phase = phase(code)
    let words = errorBuffer.pointee != 0 ? String(cString: errorBuffer) : CurlLibrary.words(code)
    var error = TransportError(
      phase: phase, reason: reason(code, phase, response), code: Int(code.rawValue),
      message: code == CURLE_OK ? "" : words,
      mayHaveBeenProcessed: wasSent || refusedRepeat, isIdempotent: request.isIdempotent,
      received: response)
    if !wasSent, isOfProxy(code, words) {
      error.isOfProxy = true
      if phase == .tls { error.phase = .connect }
    }
    return error
  }

  private func reason(
    _ code: CURLcode, _ phase: TransportError.Phase, _ response: HTTPResponse?
  ) -> TransportError.Reason {
    if let refusal = recorder.pointee.refusal { return refusal }
    if refusedRepeat { return .notSentAgain }
    switch code {
    case CURLE_OK, CURLE_GOT_NOTHING:
      if let response, !response.isFinal { return .malformed(.noFinalResponse) }
      if !recorder.pointee.hasNoHead, response == nil { return .malformed(.headCutOff) }
    case CURLE_OUT_OF_MEMORY where !recorder.pointee.isEmpty && response == nil:
      // A field line longer than curl has room for.
      return .headTooLarge(limit: Self.longestLine)
    default: break
    }
    guard code == CURLE_OPERATION_TIMEDOUT else { return .curl }
    let limits = request.limits
    // curl's own limit where the request sets none.
    let connect = limits.connect ?? .seconds(300)
    guard let total = limits.total else { return .connectTimeout(connect) }
    switch phase {
    case .nameLookup, .connect, .tls:
      return connect < total ? .connectTimeout(connect) : .totalTimeout(total)
    case .request, .send, .firstByte, .receive:
      return .totalTimeout(total)
    }
  }

  /// The most octets of a field line that curl takes.
  private static let longestLine = 100 << 10

  private func phase(_ code: CURLcode) -> TransportError.Phase {
    if refusedRepeat { return .firstByte }
    if let phase = code.phaseOfConnecting { return phase }
    switch code {
    case CURLE_UNSUPPORTED_PROTOCOL where sendCount == 0:
      return .request
    case CURLE_SEND_ERROR, CURLE_READ_ERROR, CURLE_SEND_FAIL_REWIND:
      return .send
    default:
      return reachedPhase
    }
  }

  /// How far the transfer had come when it ended.
  private var reachedPhase: TransportError.Phase {
    guard recorder.pointee.isEmpty else { return .receive }
    guard sendCount == 0 else {
      if let contentSize, easy.offset(CURLINFO_SIZE_UPLOAD_T) < contentSize { return .send }
      return .firstByte
    }
    if easy.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 { return .nameLookup }
    // The time of connecting is not set where TLS fails, but this side's port is.
    return easy.long(CURLINFO_LOCAL_PORT) > 0 ? .tls : .connect
  }
}

extension HTTPResponse {
  /// Whether it is no interim response (RFC 9110 section 15.2).
  ///
  /// After 101 come no more responses of HTTP/1.1, so it is the last one.
  fileprivate var isFinal: Bool { status >= 200 || status == 101 }
}
