import CAccordCurl

/// Performs exchanges over one multi handle of curl, driven by one thread that asks for results.
///
/// A class, since it owns C handles whose addresses curl keeps. It is not `Sendable`: one thread
/// creates, uses and releases it; only ``wakeup`` is for others.
///
///     let client = try HTTPClient(options: ClientOptions(userAgent: "accord/1.0"))
///     client.start(HTTPRequest(url: "http://127.0.0.1:8080/"), id: 1)
///     var completed: [CompletedExchange] = []
///     while client.inFlight > 0 { client.wait(until: nil, into: &completed) }
package final class HTTPClient {
  /// The most octets of a body that is not large.
  package static let largestSmallBody = BodyBuffer.mostInMemory

  /// Ends a wait from another thread.
  package let wakeup: Wakeup

  private let multi: UnsafeMutableRawPointer
  private let options: StaticOptions
  private var idle: [Transfer] = []
  private var active: [Transfer] = []
  /// Exchanges that ended without curl, for the next wait to report.
  private var ended: [CompletedExchange] = []
  /// Exchanges that ended with a large body, each with what it lacks of it.
  private var large: [(exchange: CompletedExchange, rest: LargeBody)] = []

  /// Whether exchanges that ended with a large body are to wait.
  ///
  /// Each wait reports one of them at most, and none while this is true, so that who takes them in
  /// holds one large body at a time. Meanwhile they take no memory, and count as in flight.
  package var holdsLargeBodies = false

  /// Creates a client; its first handle is made at once, so that unusable options are known now.
  package init(options: ClientOptions) throws(HTTPClientError) {
    guard CurlLibrary.initialization == CURLE_OK else {
      throw .curlUnavailable(CurlLibrary.words(CurlLibrary.initialization))
    }
    let staticOptions = StaticOptions(options)
    let first = try Transfer(staticOptions)
    guard let multi = curl_multi_init() else {
      throw .curlUnavailable(CurlLibrary.words(CURLE_OUT_OF_MEMORY))
    }
    _ = accord_curl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, options.keptConnections)
    self.options = staticOptions
    self.multi = multi
    wakeup = Wakeup(multi)
    idle.append(first)
  }

  deinit {
    wakeup.detach()
    for transfer in active {
      curl_multi_remove_handle(multi, transfer.easy.raw)
      transfer.release()
    }
    // The easy handles end before the multi handle, whose connections they know.
    active.removeAll()
    idle.removeAll()
    curl_multi_cleanup(multi)
  }

  /// How many exchanges were started and are neither reported nor cancelled.
  package var inFlight: Int { active.count + ended.count + large.count }

  /// Starts an exchange; the next wait sends it.
  ///
  /// A request that cannot be sent is reported by the next wait like any other, with an error of
  /// the phase `request`.
  ///
  /// - Parameters:
  ///   - request: what is asked for.
  ///   - id: a number of the caller's choice that no exchange in flight has.
  package func start(_ request: consuming HTTPRequest, id: Int) {
    guard let transfer = idle.popLast() ?? (try? Transfer(options)) else {
      end(
        request, id, .curl, code: Int(CURLE_OUT_OF_MEMORY.rawValue),
        message: CurlLibrary.words(CURLE_OUT_OF_MEMORY))
      return
    }
    do {
      try transfer.prepare(request, id: id)
    } catch {
      end(transfer.request, id, .request(error), code: 0, message: "")
      transfer.release()
      idle.append(transfer)
      return
    }
    let code = curl_multi_add_handle(multi, transfer.easy.raw)
    guard code == CURLM_OK else {
      end(transfer.request, id, .curl, code: Int(code.rawValue), message: words(code))
      transfer.release()
      return
    }
    transfer.slot = active.count
    active.append(transfer)
  }

  /// Performs exchanges until at least one has ended, ``wakeup`` was signaled, or the deadline has
  /// passed, and appends those that ended.
  ///
  /// With nothing in flight it waits too, for a signal or the deadline.
  package func wait(
    until deadline: ContinuousClock.Instant?, into completed: inout [CompletedExchange]
  ) {
    let count = completed.count
    while true {
      var running: Int32 = 0
      let code = curl_multi_perform(multi, &running)
      endHalted(into: &completed)
      collect(into: &completed)
      if code != CURLM_OK { abandonAll(code) }
      reportEnded(into: &completed)
      reportLarge(into: &completed)
      if completed.count > count || wakeup.consume() { return }
      guard var timeout = milliseconds(until: deadline) else { return }
      if !active.isEmpty { timeout = min(timeout, Self.longestPoll) }
      let pollCode = curl_multi_poll(multi, nil, 0, timeout, nil)
      guard pollCode == CURLM_OK else {
        // Without waiting this loop would only turn.
        abandonAll(pollCode)
        reportEnded(into: &completed)
        return
      }
    }
  }

  /// Abandons an exchange: its connection is closed, and it is not reported.
  ///
  /// Does nothing if none of this number is in flight.
  ///
  /// - Returns: Whether octets of the request were sent, so that the server may have acted on it.
  @discardableResult
  package func cancel(id: Int) -> Bool {
    if let transfer = active.first(where: { $0.id == id }) {
      let wasSent = transfer.wasSent
      remove(transfer)
      return wasSent
    } else {
      ended.removeAll { $0.id == id }
      large.removeAll { $0.exchange.id == id }
      return true
    }
  }

  private func collect(into completed: inout [CompletedExchange]) {
    var left: Int32 = 0
    while let message = curl_multi_info_read(multi, &left) {
      guard message.pointee.msg == CURLMSG_DONE else { continue }
      let code = message.pointee.data.result
      var owner: UnsafeMutableRawPointer?
      _ = accord_curl_get_pointer(message.pointee.easy_handle, CURLINFO_PRIVATE, &owner)
      guard let transfer = Transfer.at(owner) else { continue }
      if transfer.needsAnotherConnection, begin(transfer, onNewConnection: code) { continue }
      let (exchange, rest) = transfer.finish(code)
      if let rest { large.append((exchange, rest)) } else { completed.append(exchange) }
      remove(transfer)
    }
  }

  /// Ends the transfers that a callback paused for good.
  private func endHalted(into completed: inout [CompletedExchange]) {
    while let transfer = options.halted.transfers.popLast() {
      // What curl itself says of such a line where it has seen no other.
      completed.append(transfer.finish(CURLE_BAD_FUNCTION_ARGUMENT).exchange)
      remove(transfer)
    }
  }

  /// Starts a transfer again, of which nothing was sent, on a connection of its own; false if there is
  /// none.
  private func begin(_ transfer: Transfer, onNewConnection code: CURLcode) -> Bool {
    guard code == CURLE_ABORTED_BY_CALLBACK, transfer.sendCount == 0 else { return false }
    curl_multi_remove_handle(multi, transfer.easy.raw)
    transfer.applied.needsFreshConnection = true
    _ = transfer.easy.set(CURLOPT_FRESH_CONNECT, 1)
    // The next one that this handle carries sets both options anew.
    return curl_multi_add_handle(multi, transfer.easy.raw) == CURLM_OK
  }

  private func reportEnded(into completed: inout [CompletedExchange]) {
    guard !ended.isEmpty else { return }
    completed.append(contentsOf: ended)
    ended.removeAll(keepingCapacity: true)
  }

  private func reportLarge(into completed: inout [CompletedExchange]) {
    guard !holdsLargeBodies, !large.isEmpty else { return }
    var (next, rest) = large.removeFirst()
    guard case .success(var response) = next.exchange.result else {
      completed.append(next)
      return
    }
    let first = response.body
    response.body = []
    // What decoding and judging those before took does not come on top.
    accord_curl_return_free_blocks()
    if let body = rest.take(after: first) {
      response.body = body
      next.exchange = next.exchange.with(.success(response))
    } else {
      next.exchange = next.exchange.with(
        .failure(
          TransportError(
            phase: .receive, reason: .bodyLost, code: 0, message: "", mayHaveBeenProcessed: true,
            isIdempotent: next.exchange.request.isIdempotent, received: response)))
    }
    next.hasLargeBody = true
    completed.append(next)
  }

  /// Takes a transfer out of curl's hands and makes it idle.
  private func remove(_ transfer: Transfer) {
    curl_multi_remove_handle(multi, transfer.easy.raw)
    transfer.release()
    let last = active.removeLast()
    if last !== transfer {
      active[transfer.slot] = last
      last.slot = transfer.slot
    }
    // One that cannot be renewed is let go; the next exchange asks for a new one.
    if transfer.isSpent, (try? transfer.renew(options)) == nil { return }
    idle.append(transfer)
  }

  /// Ends everything in flight after an error of the multi handle as a whole.
  private func abandonAll(_ code: CURLMcode) {
    while let transfer = active.last {
      end(
        transfer.request, transfer.id, .curl, code: Int(code.rawValue), message: words(code),
        sendCount: transfer.sendCount)
      remove(transfer)
    }
  }

  private func end(
    _ request: HTTPRequest, _ id: Int, _ reason: TransportError.Reason, code: Int,
    message: String, sendCount: Int = 0
  ) {
    let error = TransportError(
      phase: sendCount > 0 ? .firstByte : .request, reason: reason, code: code, message: message,
      mayHaveBeenProcessed: sendCount > 0, isIdempotent: request.isIdempotent)
    ended.append(
      CompletedExchange(
        id: id, exchange: Exchange(request: request, result: .failure(error), sendCount: sendCount))
    )
  }

  private func words(_ code: CURLMcode) -> String {
    String(cString: curl_multi_strerror(code))
  }

  /// The longest wait for curl while something is in flight, in milliseconds.
  ///
  /// Of several addresses of a host curl leaves one that does not answer for the next only when it is
  /// called, and does not ask to be (7.88).
  private static let longestPoll: Int32 = 200

  /// How long curl may wait, rounded up; nil if the deadline has passed.
  private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32? {
    guard let deadline else { return Int32.max }
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return nil }
    let (seconds, attoseconds) = left.components
    guard seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(seconds * 1_000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
