internal import CAccordCurl

extension RawConnection {
  /// Sets what the handle needs to connect.
  func prepare(
    for url: String, _ options: borrowing StaticOptions, _ proxies: ProxyOptions
  ) throws(RawConnectionError) {
    do throws(HTTPClientError) {
      try options.applyWay(to: easy)
    } catch {
      switch error {
      case .optionRefused(let option, let reason): throw Self.refused(option, reason)
      case .curlUnavailable(let reason): throw Self.refused("CONNECT_ONLY", reason)
      }
    }
    guard let parsed = ParsedURL() else {
      throw Self.refused("URL", CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    do throws(RequestProblem) { try parsed.set(url) } catch { throw .request(error) }
    try check(easy.set(CURLOPT_URL, url), "URL")
    try check(easy.set(CURLOPT_CONNECT_ONLY, 1), "CONNECT_ONLY")
    try check(easy.set(CURLOPT_FRESH_CONNECT, 1), "FRESH_CONNECT")
    // By ALPN nothing else than HTTP/1.1 is offered.
    try check(easy.set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1), "HTTP_VERSION")
    try check(
      easy.set(CURLOPT_CONNECTTIMEOUT_MS, connectLimit.milliseconds), "CONNECTTIMEOUT_MS")
    try check(easy.set(CURLOPT_ERRORBUFFER, pointer: errorBuffer), "ERRORBUFFER")
    try apply(proxies, url)
  }

  /// Leaves it to curl whether the host is an exception.
  private func apply(_ proxies: ProxyOptions, _ url: String) throws(RawConnectionError) {
    let isSecure = url.prefix(6).lowercased() == "https:"
    guard (isSecure ? proxies.https : proxies.http) != nil else {
      try check(easy.set(CURLOPT_PROXY, ""), "PROXY")
      return
    }
    try check(easy.set(CURLOPT_PROXY, Self.noProxyAtAll), "PROXY")
    try check(easy.set(CURLOPT_NOPROXY, proxies.exceptions), "NOPROXY")
  }

  /// What curl refuses before it looks up anything, unless the host is reached without a proxy.
  private static let noProxyAtAll = "http://["

  /// Connects, TLS included.
  func open(_ interruption: RawInterruption) throws(RawConnectionError) {
    var code = curl_multi_add_handle(multi, easy.raw)
    while code == CURLM_OK {
      var running: Int32 = 0
      code = curl_multi_perform(multi, &running)
      if let result = takeResult() {
        guard result == CURLE_OK else { throw error(result) }
        return
      }
      guard code == CURLM_OK else { break }
      try interruption.check()
      let slice = Int32(Optional(RawInterruption.slice).milliseconds)
      code = curl_multi_poll(multi, nil, 0, slice, nil)
    }
    throw .failed(
      TransportError(
        phase: .connect, reason: .curl, code: Int(code.rawValue),
        message: String(cString: curl_multi_strerror(code)), mayHaveBeenProcessed: false))
  }

  /// What became of connecting, once it has ended.
  private func takeResult() -> CURLcode? {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      if message.pointee.msg == CURLMSG_DONE { return message.pointee.data.result }
    }
    return nil
  }

  private func error(_ code: CURLcode) -> RawConnectionError {
    if code == CURLE_COULDNT_RESOLVE_PROXY { return .throughProxy }
    var reason = TransportError.Reason.curl
    var phase = code.phaseOfConnecting ?? .connect
    if code == CURLE_OPERATION_TIMEDOUT {
      // curl's own limit where there is none.
      reason = .connectTimeout(connectLimit ?? .seconds(300))
      if easy.offset(CURLINFO_NAMELOOKUP_TIME_T) == 0 {
        phase = .nameLookup
      } else if easy.long(CURLINFO_LOCAL_PORT) > 0 {
        phase = .tls
      }
    }
    let words = errorBuffer.pointee != 0 ? String(cString: errorBuffer) : CurlLibrary.words(code)
    return .failed(
      TransportError(
        phase: phase, reason: reason, code: Int(code.rawValue), message: words,
        mayHaveBeenProcessed: false))
  }

  private func check(_ code: CURLcode, _ option: String) throws(RawConnectionError) {
    guard code == CURLE_OK else { throw Self.refused(option, CurlLibrary.words(code)) }
  }

  private static func refused(_ option: String, _ reason: String) -> RawConnectionError {
    .request(.optionRefused(option: option, reason: reason))
  }
}
