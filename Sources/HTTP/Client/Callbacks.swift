import CAccordCurl

/// The functions that curl calls, on the client's thread, while it performs.
enum Callbacks {
  /// CURLOPT_WRITEFUNCTION: decoded octets of the body.
  static let body: accord_curl_data_callback = { octets, size, count, recorder in
    let length = size * count
    guard let recorder = recorder?.assumingMemoryBound(to: ResponseRecorder.self) else { return 0 }
    return recorder.pointee.take(body: UnsafeRawBufferPointer(start: octets, count: length))
      ? length : Int(CURL_WRITEFUNC_ERROR)
  }

  /// CURLOPT_HEADERFUNCTION: one line of a head or of trailers.
  static let headLine: accord_curl_data_callback = { octets, size, count, recorder in
    let length = size * count
    guard let recorder = recorder?.assumingMemoryBound(to: ResponseRecorder.self) else { return 0 }
    guard recorder.pointee.take(headLine: UnsafeRawBufferPointer(start: octets, count: length))
    else { return Int(CURL_WRITEFUNC_ERROR) }
    let needsWire = recorder.pointee.needsWire
    if recorder.pointee.showsWire != needsWire, let handle = recorder.pointee.handle {
      // From here on curl calls the debug function, which sees octets before curl reads them, or
      // calls it no more.
      _ = accord_curl_set_long(handle, CURLOPT_VERBOSE, needsWire ? 1 : 0)
      recorder.pointee.showsWire = needsWire
    }
    if recorder.pointee.needsSession, let handle = recorder.pointee.handle {
      recorder.pointee.note(session: accord_curl_tls_session(handle))
    }
    return length
  }

  /// CURLOPT_READFUNCTION: octets of a file that is the content.
  static let read: accord_curl_data_callback = { buffer, size, count, owner in
    let space = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
    return Transfer.at(owner)?.readFile(into: space) ?? Int(CURL_READFUNC_ABORT)
  }

  /// CURLOPT_SEEKFUNCTION: the content is sent again from its beginning.
  static let seek: curl_seek_callback = { owner, offset, origin in
    // Always SEEK_SET, says curl's documentation.
    guard origin == 0, Transfer.at(owner)?.seekFile(to: Int(offset)) == true else {
      return CURL_SEEKFUNC_FAIL
    }
    return CURL_SEEKFUNC_OK
  }

  /// CURLOPT_PREREQFUNCTION: the connection stands, and the request is about to be sent.
  static let willSend: curl_prereq_callback = { owner, _, _, remotePort, localPort in
    let maySend = Transfer.at(owner)?.willSend(
      localPort: Int(localPort), remotePort: Int(remotePort))
    return maySend == true ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
  }

  /// CURLOPT_DEBUGFUNCTION: what goes over the wire.
  static let wire: curl_debug_callback = { _, kind, octets, count, owner in
    Transfer.at(owner)?.record(kind, UnsafeRawBufferPointer(start: octets, count: count))
    return 0
  }
}

extension Transfer {
  /// The transfer whose ``address`` this is.
  static func at(_ address: UnsafeMutableRawPointer?) -> Transfer? {
    guard let address else { return nil }
    return Unmanaged<Transfer>.fromOpaque(address).takeUnretainedValue()
  }

  /// Counts a sending, and says whether it may take place.
  ///
  /// curl sends any request up to five times again when a kept connection dies before the first
  /// octet of a response. Where not one octet could be sent before, this is the first sending; else
  /// only an idempotent one may be repeated unasked (RFC 9110 section 9.2.2), and once. After a
  /// response (a 417, which curl takes for the wish to be asked without `Expect`) none is.
  ///
  /// Not on a kept connection on which octets wait, or that has ended: nothing was sent, so any
  /// request may go over another.
  fileprivate func willSend(localPort: Int, remotePort: Int) -> Bool {
    if sendCount == 0, isUnfit(localPort: localPort, remotePort: remotePort) {
      needsAnotherConnection = true
      return false
    }
    if sendCount > 0 {
      if sendCount == 1, easy.long(CURLINFO_REQUEST_SIZE) == 0 { return true }
      guard sendCount == 1, request.isIdempotent, recorder.pointee.isEmpty else {
        refusedRepeat = true
        return false
      }
      // The record is one of the last sending.
      if sent != nil { sent = SentRequest(head: [], content: []) }
      recorder.pointee.reset(for: request)
    }
    sendCount += 1
    return true
  }

  /// Whether octets wait on the kept connection before this request is sent on it, or it has ended.
  ///
  /// They would be taken for the response to this request, which they must not be (RFC 9112 section
  /// 6.3). Only cleartext HTTP/1 can be seen through: TLS and HTTP/2 have octets of their own.
  private func isUnfit(localPort: Int, remotePort: Int) -> Bool {
    request.isCleartextHTTP1 && easy.long(CURLINFO_NUM_CONNECTS) == 0
      && sockets?.hasWaitingOctets(localPort: localPort, remotePort: remotePort) == true
  }

  fileprivate func record(_ kind: curl_infotype, _ octets: UnsafeRawBufferPointer) {
    switch kind {
    case CURLINFO_HEADER_OUT: sent?.head.append(contentsOf: octets)
    case CURLINFO_DATA_OUT: sent?.content.append(contentsOf: octets)
    case CURLINFO_DATA_IN: recorder.pointee.take(received: octets)
    case CURLINFO_HEADER_IN:
      // curl goes on with the lines that it has already.
      guard !recorder.pointee.mayPass(headLine: octets), !isHalted else { break }
      isHalted = true
      // Nothing that this function returns ends a transfer; curl keeps a paused one's line unread.
      _ = curl_easy_pause(easy.raw, CURLPAUSE_RECV)
      halted?.transfers.append(self)
    default: break
    }
  }

  fileprivate func readFile(into space: UnsafeMutableRawBufferPointer) -> Int? {
    guard case .bytes(let octets) = request.content else { return file?.read(into: space) }
    let next = octets[contentOffset...].prefix(space.count)
    space.copyBytes(from: next)
    contentOffset += next.count
    return next.count
  }

  fileprivate func seekFile(to offset: Int) -> Bool {
    guard case .bytes(let octets) = request.content else { return file?.seek(to: offset) ?? false }
    guard 0...octets.count ~= offset else { return false }
    contentOffset = offset
    return true
  }
}
