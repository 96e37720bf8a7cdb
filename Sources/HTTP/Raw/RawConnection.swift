internal import CAccordCurl

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Owner of one connection of libcurl over which octets go as they are.
///
/// It ends before the multi handle that it was opened on, on the same thread.
struct RawConnection: ~Copyable {
  let easy: EasyHandle
  let multi: UnsafeMutableRawPointer
  let errorBuffer: UnsafeMutablePointer<CChar>
  let connectLimit: Duration?
  /// How many octets may still come.
  private var room: Int
  private let sizeLimit: Int
  /// Whether the server has ended or reset the connection.
  private(set) var isClosed = false

  /// A handle without options.
  init(
    on multi: UnsafeMutableRawPointer, within connectLimit: Duration?, sizeLimit: Int
  ) throws(RawConnectionError) {
    guard let easy = EasyHandle() else {
      throw .request(
        .optionRefused(
          option: "CONNECT_ONLY", reason: CurlLibrary.words(CURLE_OUT_OF_MEMORY)))
    }
    self.easy = easy
    self.multi = multi
    self.connectLimit = connectLimit
    self.sizeLimit = sizeLimit
    room = sizeLimit
    errorBuffer = .allocate(capacity: Int(CURL_ERROR_SIZE))
    errorBuffer.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
  }

  deinit {
    // With it goes the connection, which nobody else can use. One that was not added is refused.
    _ = curl_multi_remove_handle(multi, easy.raw)
    // curl may write there while the handle ends, and the handle ends after this body.
    _ = easy.set(CURLOPT_ERRORBUFFER, pointer: nil)
    errorBuffer.deallocate()
  }

  /// Sends octets, and takes in what comes meanwhile; not all are sent where the server closes.
  mutating func send(
    _ octets: [UInt8], into reader: inout ResponseReader, within patience: Duration,
    _ interruption: RawInterruption
  ) throws(RawConnectionError) {
    let end = ContinuousClock.now + patience
    var rest = octets[...]
    while !rest.isEmpty {
      var sent = 0
      let code = rest.withUnsafeBytes {
        curl_easy_send(easy.raw, $0.baseAddress, $0.count, &sent)
      }
      rest = rest.dropFirst(sent)
      guard code == CURLE_OK || code == CURLE_AGAIN else {
        // What the server said before it closed may be there.
        try receive(into: &reader)
        isClosed = true
        reader.end()
        return
      }
      guard code == CURLE_AGAIN else { continue }
      try receive(into: &reader)
      let left = ContinuousClock.now.duration(to: end)
      guard !isClosed, left > .zero else { return }
      try interruption.check()
      wait(min(left, RawInterruption.slice), for: POLLIN | POLLOUT)
    }
  }

  /// Takes in what comes until that is enough, the server closes, or the time is over.
  mutating func read(
    into reader: inout ResponseReader, for duration: Duration, _ interruption: RawInterruption,
    until isEnough: (ResponseReader) -> Bool = { _ in false }
  ) throws(RawConnectionError) {
    let end = ContinuousClock.now + duration
    while true {
      try receive(into: &reader)
      let left = ContinuousClock.now.duration(to: end)
      guard !isClosed, !isEnough(reader), left > .zero else { return }
      try interruption.check()
      wait(min(left, RawInterruption.slice), for: POLLIN)
    }
  }

  /// Takes in what is there, without waiting.
  mutating func receive(into reader: inout ResponseReader) throws(RawConnectionError) {
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while !isClosed {
      var count = 0
      let code = buffer.withUnsafeMutableBytes {
        curl_easy_recv(easy.raw, $0.baseAddress, $0.count, &count)
      }
      if code == CURLE_AGAIN { return }
      guard code == CURLE_OK, count > 0 else {
        // The end, a reset, or the end of TCP without that of TLS.
        isClosed = true
        reader.end()
        return
      }
      guard count <= room else {
        throw .failed(
          TransportError(
            phase: .receive, reason: .bodyTooLarge(limit: sizeLimit), code: 0, message: "",
            mayHaveBeenProcessed: true))
      }
      room -= count
      reader.take(buffer[..<count])
      if reader.hasEndlessHead {
        throw .failed(
          TransportError(
            phase: .receive, reason: .headTooLarge(limit: ResponseReader.headSize), code: 0,
            message: "", mayHaveBeenProcessed: true))
      }
    }
  }

  /// Waits until the socket is ready, or the time is over.
  private func wait(_ duration: Duration, for events: Int32) {
    guard let socket = easy.socket else { return }
    var entry = pollfd(fd: socket, events: Int16(events), revents: 0)
    // A signal ends the wait, which is as good as its end.
    _ = poll(&entry, 1, Int32(Optional(duration).milliseconds))
  }
}
