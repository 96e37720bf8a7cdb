import CAccordCurl

/// The options that every handle of a client gets once, with the lists that they point to.
struct StaticOptions: ~Copyable {
  private let options: ClientOptions
  private let resolve: StringList
  private let connectTo: StringList
  private let sockets = KnownSockets()
  /// Shared by the transfers of these options.
  let halted = HaltedTransfers()
  /// Outlives the connections, since who owns these options ends them first.
  private let tlsEnds = TLSEnds()

  init(_ options: ClientOptions) {
    self.options = options
    resolve = StringList(options.resolve)
    connectTo = StringList(options.connectTo)
  }

  /// Sets the options of a new handle.
  func apply(to transfer: Transfer) throws(HTTPClientError) {
    transfer.sockets = sockets
    transfer.halted = halted
    try applyWay(to: transfer.easy)
    try check(tlsEnds.listen(to: transfer.easy), "SSL_CTX_FUNCTION")
    transfer.recorder.pointee.tlsEnds = tlsEnds
    try options.proxies.apply(to: transfer.easy)
    transfer.proxies = options.proxies
    try applyCallbacks(
      to: transfer.easy, owner: transfer.address, recorder: transfer.recorder)
    let url = UnsafeMutableRawPointer(transfer.url.raw)
    try check(transfer.easy.set(CURLOPT_CURLU, pointer: url), "CURLU")
    try check(
      transfer.easy.set(CURLOPT_ERRORBUFFER, pointer: transfer.errorBuffer), "ERRORBUFFER")
  }

  /// Sets what any connection needs, whatever goes over it.
  func applyWay(to easy: borrowing EasyHandle) throws(HTTPClientError) {
    try applyManners(to: easy)
    try applyAddressing(to: easy)
    try options.tls.apply(to: easy)
  }

  /// How curl behaves: nothing of its own accord.
  private func applyManners(to easy: borrowing EasyHandle) throws(HTTPClientError) {
    try check(easy.set(CURLOPT_NOSIGNAL, 1), "NOSIGNAL")
    try check(easy.set(CURLOPT_QUICK_EXIT, 1), "QUICK_EXIT")
    try check(easy.set(CURLOPT_PROTOCOLS_STR, "http,https"), "PROTOCOLS_STR")
    try check(easy.set(CURLOPT_FOLLOWLOCATION, 0), "FOLLOWLOCATION")
    try check(easy.set(CURLOPT_PATH_AS_IS, 1), "PATH_AS_IS")
    try check(easy.set(CURLOPT_DISALLOW_USERNAME_IN_URL, 1), "DISALLOW_USERNAME_IN_URL")
    try check(easy.set(CURLOPT_NETRC, 0), "NETRC")
    try check(easy.set(CURLOPT_HTTP09_ALLOWED, 0), "HTTP09_ALLOWED")
    try check(
      easy.set(CURLOPT_HTTP_VERSION, HTTPVersionPreference.automatic.curlValue), "HTTP_VERSION")
    try check(easy.set(CURLOPT_PIPEWAIT, options.sharesConnections ? 1 : 0), "PIPEWAIT")
    try check(easy.set(CURLOPT_USERAGENT, options.userAgent), "USERAGENT")
  }

  /// Where curl connects to.
  private func applyAddressing(to easy: borrowing EasyHandle) throws(HTTPClientError) {
    let family =
      switch options.addressFamily {
      case .any: CURL_IPRESOLVE_WHATEVER
      case .ipv4: CURL_IPRESOLVE_V4
      case .ipv6: CURL_IPRESOLVE_V6
      }
    try check(easy.set(CURLOPT_IPRESOLVE, Int(family)), "IPRESOLVE")
    try check(easy.set(CURLOPT_RESOLVE, resolve), "RESOLVE")
    try check(easy.set(CURLOPT_CONNECT_TO, connectTo), "CONNECT_TO")
    try check(easy.set(CURLOPT_UNIX_SOCKET_PATH, options.unixSocket), "UNIX_SOCKET_PATH")
  }

  /// Whom curl calls.
  private func applyCallbacks(
    to easy: borrowing EasyHandle, owner: UnsafeMutableRawPointer,
    recorder: UnsafeMutablePointer<ResponseRecorder>
  ) throws(HTTPClientError) {
    try check(easy.set(CURLOPT_PRIVATE, pointer: owner), "PRIVATE")
    try check(easy.set(CURLOPT_WRITEFUNCTION, callback: Callbacks.body), "WRITEFUNCTION")
    try check(easy.set(CURLOPT_WRITEDATA, pointer: recorder), "WRITEDATA")
    try check(easy.set(CURLOPT_HEADERFUNCTION, callback: Callbacks.headLine), "HEADERFUNCTION")
    try check(easy.set(CURLOPT_HEADERDATA, pointer: recorder), "HEADERDATA")
    try check(easy.set(CURLOPT_READFUNCTION, callback: Callbacks.read), "READFUNCTION")
    try check(easy.set(CURLOPT_READDATA, pointer: owner), "READDATA")
    try check(accord_curl_set_seek_callback(easy.raw, Callbacks.seek), "SEEKFUNCTION")
    try check(easy.set(CURLOPT_SEEKDATA, pointer: owner), "SEEKDATA")
    try check(accord_curl_set_prereq_callback(easy.raw, Callbacks.willSend), "PREREQFUNCTION")
    try check(easy.set(CURLOPT_PREREQDATA, pointer: owner), "PREREQDATA")
    try check(accord_curl_set_debug_callback(easy.raw, Callbacks.wire), "DEBUGFUNCTION")
    try check(easy.set(CURLOPT_DEBUGDATA, pointer: owner), "DEBUGDATA")
  }

  private func check(_ code: CURLcode, _ option: String) throws(HTTPClientError) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: option, reason: CurlLibrary.words(code))
    }
  }
}

extension HTTPVersionPreference {
  /// curl's number for it.
  var curlValue: Int {
    switch self {
    case .automatic: CURL_HTTP_VERSION_2TLS
    case .http1_1: CURL_HTTP_VERSION_1_1
    case .http2: CURL_HTTP_VERSION_2_0
    case .http2PriorKnowledge: CURL_HTTP_VERSION_2_PRIOR_KNOWLEDGE
    }
  }
}
