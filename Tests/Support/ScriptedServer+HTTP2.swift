extension ScriptedServer {
  /// Starts a server that speaks cleartext HTTP/2 at once (RFC 9113 section 3.3) and gives every
  /// stream the same response.
  ///
  /// The octets of request contents are noted, nothing else of requests.
  ///
  /// - Parameters:
  ///   - fields: the response's fields, `:status` first; names and values under 127 octets.
  ///   - body: the content, at most 16,384 octets.
  ///   - trailers: fields after the content.
  /// - Returns: the running server.
  /// - Throws: ``Socket/Failure`` where there is no port.
  package static func http2(
    _ fields: [(String, String)], body: String, trailers: [(String, String)] = []
  ) throws -> ScriptedServer {
    try ScriptedServer { server, socket, number in
      var connection = HTTP2Connection(socket: socket)
      connection.serve(
        note: { server.note($0, on: number) },
        respond: { stream in
          var frames = HTTP2Connection.frame(
            .headers, flags: .endHeaders, stream: stream, HTTP2Connection.block(fields))
          frames += HTTP2Connection.frame(
            .data, flags: trailers.isEmpty ? .endStream : [], stream: stream, Array(body.utf8))
          if !trailers.isEmpty {
            frames += HTTP2Connection.frame(
              .headers, flags: [.endHeaders, .endStream], stream: stream,
              HTTP2Connection.block(trailers))
          }
          return frames
        })
    }
  }
}

/// The server's side of a connection of HTTP/2, as little of it as one client needs.
private struct HTTP2Connection {
  enum Kind: UInt8 {
    case data = 0
    case headers = 1
    case settings = 4
    case ping = 6
    case goAway = 7
  }

  struct Flags: OptionSet {
    let rawValue: UInt8
    static let endStream = Flags(rawValue: 1)
    static let acknowledge = Flags(rawValue: 1)
    static let endHeaders = Flags(rawValue: 4)
  }

  let socket: Socket
  private var buffer: [UInt8] = []

  init(socket: Socket) {
    self.socket = socket
  }

  static func frame(
    _ kind: Kind, flags: Flags = [], stream: UInt32 = 0, _ payload: [UInt8] = []
  ) -> [UInt8] {
    let count = UInt32(payload.count)
    return octets(count).dropFirst() + [kind.rawValue, flags.rawValue] + octets(stream) + payload
  }

  /// A block of literal fields without indexing and without Huffman code (RFC 7541 section 6.2.2).
  static func block(_ fields: [(String, String)]) -> [UInt8] {
    var block: [UInt8] = []
    for (name, value) in fields {
      block += [0, UInt8(name.utf8.count)] + name.utf8 + [UInt8(value.utf8.count)] + value.utf8
    }
    return block
  }

  private static func octets(_ number: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  mutating func serve(note: ([UInt8]) -> Void, respond: (UInt32) -> [UInt8]) {
    guard let preface = take(24), preface.starts(with: "PRI * HTTP/2.0".utf8),
      socket.send(Self.frame(.settings))
    else { return }
    while let head = take(9) {
      let count = head[..<3].reduce(0) { $0 << 8 | Int($1) }
      let stream = head[5...].reduce(0) { $0 << 8 | UInt32($1) } & 0x7fff_ffff
      guard let payload = take(count) else { return }
      let flags = Flags(rawValue: head[4])
      var answer: [UInt8] = []
      switch Kind(rawValue: head[3]) {
      case .settings where !flags.contains(.acknowledge):
        answer = Self.frame(.settings, flags: .acknowledge)
      case .ping where !flags.contains(.acknowledge):
        answer = Self.frame(.ping, flags: .acknowledge, payload)
      case .headers:
        if flags.contains(.endStream) { answer = respond(stream) }
      case .data:
        note(payload)
        if flags.contains(.endStream) { answer = respond(stream) }
      case .goAway:
        return
      default:
        break
      }
      guard socket.send(answer) else { return }
    }
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard let octets = socket.receive() else { return nil }
      buffer += octets
    }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }
}
