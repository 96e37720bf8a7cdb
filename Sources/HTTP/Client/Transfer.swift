import CAccordCurl

/// One easy handle with all that its transfers need; it carries one transfer at a time.
///
/// A class, since curl keeps the address of it for the callbacks. It stays on the client's thread.
final class Transfer {
  /// The number of the exchange under way.
  var id = 0

  /// The place in the client's list of transfers under way.
  var slot = 0

  private(set) var easy: EasyHandle
  /// The URL; curl reads it while a transfer runs.
  let url: ParsedURL
  let errorBuffer: UnsafeMutablePointer<CChar>

  /// The client's proxies, of which each request has that of its scheme.
  var proxies = ProxyOptions()

  /// The request under way, or the last one.
  var request = HTTPRequest(url: "")

  /// What the handle is set to, so that only differences are set.
  var applied = AppliedOptions()
  var fieldList = StringList()
  var content = ContentBuffer()
  var file: FileSource?
  /// How many octets of the request's content curl has asked for, where they are not copied for it.
  var contentOffset = 0
  var multipart: MultipartContent?
  /// How many octets of content there are, if that is known.
  var contentSize: Int?

  /// Takes in the response; curl gets its address, so that a callback is not more than an append.
  let recorder: UnsafeMutablePointer<ResponseRecorder>
  var sent: SentRequest?
  /// How often the request was sent, or was about to be.
  var sendCount = 0
  /// Whether curl wanted to send again what must not be sent again.
  var refusedRepeat = false

  /// The sockets of the client's connections.
  var sockets: KnownSockets?

  /// Whether it is one of them that are to go no further.
  var isHalted = false

  /// The client's transfers that are to go no further.
  var halted: HaltedTransfers?

  /// Whether the connection that curl chose is unfit, and nothing was sent on it.
  var needsAnotherConnection = false

  /// A handle with the client's options.
  init(_ options: borrowing StaticOptions) throws(HTTPClientError) {
    guard let easy = EasyHandle(), let url = ParsedURL() else {
      throw .curlUnavailable(CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    self.easy = easy
    self.url = url
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    recorder = .allocate(capacity: 1)
    recorder.initialize(to: ResponseRecorder())
    recorder.pointee.handle = self.easy.raw
    try options.apply(to: self)
  }

  deinit {
    // curl may write to the error buffer while the handle ends, and the handle ends after this
    // body.
    _ = easy.set(CURLOPT_ERRORBUFFER, pointer: nil)
    errorBuffer.deallocate()
    recorder.deinitialize(count: 1)
    recorder.deallocate()
  }

  /// Whether curl's handle must not carry another transfer.
  ///
  /// curl does not forget between transfers how often it sent again, and refuses after the fifth time
  /// (before 8.17.0, curl's pull request 19066).
  var isSpent: Bool {
    sendCount > 1 || refusedRepeat || needsAnotherConnection
  }

  /// Takes a new handle of curl, with the client's options, in place of a spent one.
  func renew(_ options: borrowing StaticOptions) throws(HTTPClientError) {
    guard let fresh = EasyHandle() else {
      throw .curlUnavailable(CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    easy = fresh
    recorder.pointee.handle = easy.raw
    recorder.pointee.showsWire = false
    applied = AppliedOptions()
    try options.apply(to: self)
  }

  /// The address that curl gives to the callbacks.
  var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Lets go of what only the transfer that ended needed.
  func release() {
    if applied.jar != nil {
      // The jar may end before the handle does. The engine of cookies goes first: without the share
      // it would keep cookies of its own.
      _ = easy.set(CURLOPT_COOKIEFILE, nil)
      _ = easy.set(CURLOPT_SHARE, pointer: nil)
      applied.jar = nil
    }
    if multipart != nil {
      _ = easy.set(CURLOPT_MIMEPOST, pointer: nil)
      multipart = nil
      applied.shape = nil
    }
    file = nil
    sent = nil
  }
}
