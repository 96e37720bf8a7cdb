/// Reads a response of HTTP/1.1 from octets as they come, and knows when it is whole (RFC 9112 section
/// 6.3).
///
///     var reader = ResponseReader(to: "HEAD")
///     reader.take(Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8))
///     reader.isComplete   // true
///     reader.extra        // "hello", which must not be there
package struct ResponseReader: Sendable {
  private enum State {
    /// Status line and fields are awaited.
    case head
    /// So many octets of content are missing.
    case content(Int)
    case chunks(ChunkReader)
    /// The content goes on until the connection ends.
    case toEnd
    case over
  }

  /// All octets so far.
  package private(set) var octets: [UInt8] = []
  /// What is wrong with the framing; the octets are taken in until the connection ends then.
  package private(set) var defect: MessageDefect?

  /// Whether no end of the head came within its bounds: nothing more is taken in then.
  package private(set) var hasEndlessHead = false

  private let method: String
  private let isAnsweredByContinue: Bool
  private var state = State.head
  /// How many octets are understood.
  private var place = 0
  /// Where the line of the head begins that has not ended yet.
  private var lineStart = 0
  private var isEndedByConnection = false
  private var contentStart = 0
  private var head: HTTPResponse?
  private var interim: [InterimResponse] = []
  private var body: [UInt8] = []

  /// - Parameters:
  ///   - method: That of the request, on which it depends whether there is content.
  ///   - isAnsweredByContinue: Whether a 100 is what is waited for (RFC 9110 section 10.1.1), and not a
  ///     response before another one.
  package init(to method: String, isAnsweredByContinue: Bool = false) {
    self.method = method
    self.isAnsweredByContinue = isAnsweredByContinue
  }

  /// Whether the response is whole.
  package var isComplete: Bool { if case .over = state { true } else { false } }

  /// What came after the whole response, which nobody asked for.
  package var extra: ArraySlice<UInt8> { isComplete ? octets[place...] : [] }

  /// The response as far as it came, once its head is whole; interim ones are part of it, and one of
  /// them where a 100 was waited for.
  package var response: HTTPResponse? {
    guard var response = head else { return nil }
    response.interim = interim
    response.body = body
    response.bodyAsReceived = Array(octets[contentStart..<place])
    return response
  }

  /// Whether the connection goes on after the response, by what its head says (RFC 9112 section 9.3).
  package var persists: Bool {
    guard let head, isComplete, !isEndedByConnection else { return false }
    let options = head.fields.members(of: "connection")
    if options.contains(where: { $0.equalsIgnoringCase("close") }) { return false }
    return head.version == .http1_1
      || options.contains { $0.equalsIgnoringCase("keep-alive") }
  }

  /// The most octets that a head may have: as many as for a request that is sent in the usual way.
  package static let headSize = ExchangeLimits().headSize

  /// Takes in what came.
  package mutating func take(_ more: some Collection<UInt8>) {
    if hasEndlessHead { return }
    octets.append(contentsOf: more)
    while proceed() {}
  }

  /// Notes that the connection has ended.
  package mutating func end() {
    guard case .toEnd = state, defect == nil else { return }
    state = .over
    isEndedByConnection = true
  }

  /// Goes a step further; false where that takes more octets.
  private mutating func proceed() -> Bool {
    switch state {
    case .head: return readHead()
    case .content(let left):
      let count = min(left, octets.count - place)
      body += octets[place..<place + count]
      place += count
      state = left == count ? .over : .content(left - count)
    case .chunks(var reader):
      reader.read(octets, from: &place, into: &body)
      state = .chunks(reader)
      if let line = reader.unusableSize { give(up: .unusableChunkSize(line)) }
      if let trailers = reader.trailers {
        head?.trailers = trailers
        state = .over
      }
      return defect != nil
    case .toEnd:
      body += octets[place...]
      place = octets.count
    case .over: break
    }
    return false
  }

  private mutating func give(up defect: MessageDefect) {
    self.defect = defect
    state = .toEnd
  }

  private mutating func readHead() -> Bool {
    // Empty lines before a status line do no harm.
    while place < octets.count, octets[place].breaksLine { place += 1 }
    guard octets[place...].prefix(5).elementsEqual("HTTP/".utf8.prefix(octets.count - place)) else {
      give(up: .noStatusLine)
      return true
    }
    lineStart = max(lineStart, place)
    guard let end = octets.endOfHead(from: &lineStart) else {
      hasEndlessHead = octets.count - place > Self.headSize
      return false
    }
    guard let read = octets.response(in: place..<end) else {
      give(up: .noStatusLine)
      return true
    }
    place = end
    let isInterim = 100...199 ~= read.status && read.status != 101
    if isInterim, !(isAnsweredByContinue && read.status == 100) {
      interim.append(InterimResponse(status: read.status, fields: read.fields))
      return true
    }
    contentStart = end
    head = read
    frame(read)
    return true
  }

  /// Finds out how the content is framed.
  private mutating func frame(_ head: HTTPResponse) {
    let hasContent =
      method != "HEAD" && head.status >= 200 && head.status != 204 && head.status != 304
      && !(method == "CONNECT" && head.status < 300)
    guard hasContent else {
      state = .over
      return
    }
    if let last = head.fields.members(of: "transfer-encoding").last {
      let isChunked = last.equalsIgnoringCase("chunked") && head.version == .http1_1
      state = isChunked ? .chunks(ChunkReader()) : .toEnd
      return
    }
    let lengths = Set(head.fields.members(of: "content-length"))
    switch lengths.count {
    case 0: state = .toEnd
    case 1:
      let digits = lengths.first ?? ""
      guard digits.utf8.allSatisfy({ $0.digitValue != nil }), let length = Int(digits) else {
        return give(up: .unusableLength(digits))
      }
      state = length == 0 ? .over : .content(length)
    default: give(up: .lengthsDiffer(lengths.sorted()))
    }
  }
}

extension HTTPFields {
  /// The members of the lists in all lines of a field (RFC 9110 section 5.6.1).
  fileprivate func members(of name: String) -> [String] {
    all(name).flatMap { field in
      field.value.split(separator: ",", omittingEmptySubsequences: false).map(\.withoutBlanks)
    }
  }
}

extension [UInt8] {
  /// Where a head ends, its empty line included; nil where that has not come.
  ///
  /// - Parameter lineStart: Where a line of it begins; then, where the last one begins that came.
  fileprivate func endOfHead(from lineStart: inout Int) -> Int? {
    while let feed = self[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
      let line = self[lineStart..<feed]
      if line.isEmpty || line.elementsEqual([UInt8(ascii: "\r")]) { return feed + 1 }
      lineStart = feed + 1
    }
    return nil
  }

  /// The response of a head, without content; nil where its first line is no status line.
  fileprivate func response(in range: Range<Int>) -> HTTPResponse? {
    withUnsafeBytes { octets in
      var lines = HeadLines(octets, in: range)
      guard let first = lines.next(), let status = StatusLine(octets, first) else { return nil }
      return HTTPResponse(
        version: status.version, status: status.status, reason: status.reason,
        fields: HTTPFields(octets: octets, lines.readFields()))
    }
  }
}
