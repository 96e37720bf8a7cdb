import CAccordCurl

extension Transfer {
  /// Sets the handle for a request, as far as it differs from the one before.
  func prepare(_ request: consuming HTTPRequest, id: Int) throws(RequestProblem) {
    self.id = id
    self.request = request
    sendCount = 0
    refusedRepeat = false
    needsAnotherConnection = false
    isHalted = false
    contentSize = nil
    errorBuffer.pointee = 0
    recorder.pointee.reset(for: request)
    sent = request.recordsWire ? SentRequest(head: [], content: []) : nil
    // curl sends no content where it expects none in the response.
    if request.method == "HEAD", request.content != .none { throw .contentOfHead }
    try applyTarget()
    try applyProxy()
    try applyContent()
    try applyFields()
    try applyLimits()
    try applyConnection()
  }

  private func applyTarget() throws(RequestProblem) {
    if applied.url != request.url {
      applied.url = nil
      try url.set(request.url)
      // As text too, so that curl's own note of it, from which it repeats a request, is never that
      // of an earlier one.
      try check(easy.set(CURLOPT_URL, request.url), "URL")
      applied.url = request.url
    }
    if applied.target != request.target {
      if let target = request.target, target.breaksTarget { throw .targetIsNoURL(target) }
      try check(easy.set(CURLOPT_REQUEST_TARGET, request.target), "REQUEST_TARGET")
      applied.target = request.target
    }
  }

  /// Sets method and content.
  ///
  /// curl derives one from the other, so the method's token comes last.
  private func applyContent() throws(RequestProblem) {
    let shape = request.shape
    if applied.shape != shape {
      applied.shape = nil
      applied.method = nil
      try applyShape(shape)
      applied.shape = shape
    }
    switch request.content {
    case .none where shape == .octets:
      try applyOctets([])
    case .none:
      break
    case .bytes(let octets) where shape == .file:
      contentSize = octets.count
      contentOffset = 0
      try check(easy.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: octets.count), "POSTFIELDSIZE_LARGE")
    case .bytes(let octets):
      try applyOctets(octets)
    case .file(let path):
      let source = try FileSource(path: path)
      contentSize = source.size
      try check(easy.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: source.size), "POSTFIELDSIZE_LARGE")
      file = consume source
    case .multipart(let parts):
      guard let made = MultipartContent(for: easy) else {
        throw .optionRefused(option: "MIMEPOST", reason: CurlLibrary.words(CURLE_OUT_OF_MEMORY))
      }
      for part in parts { try made.append(part) }
      try check(easy.set(CURLOPT_MIMEPOST, pointer: UnsafeMutableRawPointer(made.raw)), "MIMEPOST")
      multipart = consume made
    }
    if applied.method != request.method {
      guard request.method.isToken else { throw .methodIsNoToken(request.method) }
      applied.method = nil
      try check(easy.set(CURLOPT_CUSTOMREQUEST, request.method), "CUSTOMREQUEST")
      applied.method = request.method
    }
  }

  private func applyShape(_ shape: AppliedOptions.Shape) throws(RequestProblem) {
    switch shape {
    case .none:
      try check(easy.set(CURLOPT_HTTPGET, 1), "HTTPGET")
    case .head:
      try check(easy.set(CURLOPT_NOBODY, 1), "NOBODY")
    case .octets:
      try check(easy.set(CURLOPT_POST, 1), "POST")
    case .file:
      try check(easy.set(CURLOPT_POST, 1), "POST")
      try check(easy.set(CURLOPT_POSTFIELDS, pointer: nil), "POSTFIELDS")
    case .multipart:
      // CURLOPT_MIMEPOST itself says so. This takes back an earlier NOBODY.
      try check(easy.set(CURLOPT_HTTPGET, 1), "HTTPGET")
    }
  }

  private func applyOctets(_ octets: [UInt8]) throws(RequestProblem) {
    contentSize = octets.count
    try check(easy.set(CURLOPT_POSTFIELDSIZE_LARGE, offset: octets.count), "POSTFIELDSIZE_LARGE")
    try check(easy.set(CURLOPT_POSTFIELDS, pointer: content.fill(octets)), "POSTFIELDS")
  }

  private func applyLimits() throws(RequestProblem) {
    if applied.total != request.limits.total {
      try check(easy.set(CURLOPT_TIMEOUT_MS, request.limits.total.milliseconds), "TIMEOUT_MS")
      applied.total = request.limits.total
    }
    if applied.connect != request.limits.connect {
      let milliseconds = request.limits.connect.milliseconds
      try check(easy.set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds), "CONNECTTIMEOUT_MS")
      applied.connect = request.limits.connect
    }
  }

  private func applyConnection() throws(RequestProblem) {
    // Without TLS nothing but 1.1 comes of it, and curl is not to share a connection between requests
    // once a server wrote `HTTP/2` into a status line there.
    let version = request.isCleartextHTTP1 ? .http1_1 : request.version
    if applied.version != version {
      try check(easy.set(CURLOPT_HTTP_VERSION, version.curlValue), "HTTP_VERSION")
      applied.version = version
    }
    if let jar = request.cookies {
      applied.jar = jar
      try check(easy.set(CURLOPT_SHARE, pointer: jar.raw), "SHARE")
      // No file: it starts the engine of cookies, which a share alone does not.
      try check(easy.set(CURLOPT_COOKIEFILE, ""), "COOKIEFILE")
    }
    let needsFreshConnection =
      request.needsFreshConnection
      || (request.version == .http2PriorKnowledge && !CurlLibrary.keepsPriorKnowledge)
    if applied.needsFreshConnection != needsFreshConnection {
      let value = needsFreshConnection ? 1 : 0
      try check(easy.set(CURLOPT_FRESH_CONNECT, value), "FRESH_CONNECT")
      try check(easy.set(CURLOPT_FORBID_REUSE, value), "FORBID_REUSE")
      applied.needsFreshConnection = needsFreshConnection
    }
    let needsWire = recorder.pointee.needsWire
    if recorder.pointee.showsWire != needsWire {
      // Only with it does curl call the debug function.
      try check(easy.set(CURLOPT_VERBOSE, needsWire ? 1 : 0), "VERBOSE")
      recorder.pointee.showsWire = needsWire
    }
  }

  func check(_ code: CURLcode, _ option: String) throws(RequestProblem) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: option, reason: CurlLibrary.words(code))
    }
  }
}

extension HTTPRequest {
  /// The form in which curl gets the content.
  fileprivate var shape: AppliedOptions.Shape {
    switch content {
    case .none:
      switch method {
      case "HEAD": return .head
      // These have a meaning for content, so its absence is said (RFC 9110 section 8.6).
      case "POST", "PUT", "PATCH": return .octets
      default: return .none
      }
    // Many octets are not copied for curl, which asks for them piece by piece as it does for a file's.
    case .bytes(let octets): return octets.count > ContentBuffer.mostCopied ? .file : .octets
    case .file: return .file
    case .multipart: return .multipart
    }
  }
}
