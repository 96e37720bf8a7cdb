/// Reads requests of HTTP/1.1 from a socket.
struct RequestReader {
  let socket: Socket
  let note: ([UInt8]) -> Void
  /// What is sent when a head is there and its content is not.
  let interim: (_ head: String) -> [UInt8]
  private var buffer: [UInt8] = []

  init(
    socket: Socket, interim: @escaping (_ head: String) -> [UInt8] = { _ in [] },
    note: @escaping ([UInt8]) -> Void
  ) {
    self.socket = socket
    self.interim = interim
    self.note = note
  }

  /// The next request; nil at the end.
  mutating func next() -> (head: [UInt8], content: [UInt8])? {
    guard let head = take(through: "\r\n\r\n") else { return nil }
    let text = String(decoding: head, as: UTF8.self).lowercased()
    if buffer.isEmpty {
      let octets = interim(text)
      guard octets.isEmpty || socket.send(octets) else { return nil }
    }
    if text.contains("\r\ntransfer-encoding: chunked") {
      guard let content = takeChunks() else { return nil }
      return (head, content)
    }
    guard let range = text.firstRange(of: "\r\ncontent-length: ") else { return (head, []) }
    let digits = text[range.upperBound...].prefix { $0.isNumber }
    guard let content = take(count: Int(digits) ?? 0) else { return nil }
    return (head, content)
  }

  private mutating func takeChunks() -> [UInt8]? {
    var content: [UInt8] = []
    while true {
      guard let line = take(through: "\r\n"),
        let size = Int(String(decoding: line.dropLast(2), as: UTF8.self), radix: 16),
        let chunk = take(count: size + 2)
      else { return nil }
      content += line + chunk
      if size == 0 { return content }
    }
  }

  private mutating func take(through end: String) -> [UInt8]? {
    while true {
      if let range = buffer.firstRange(of: Array(end.utf8)) {
        defer { buffer.removeSubrange(..<range.upperBound) }
        return Array(buffer[..<range.upperBound])
      }
      guard fill() else { return nil }
    }
  }

  private mutating func take(count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard fill() else { return nil }
    }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  private mutating func fill() -> Bool {
    guard let octets = socket.receive() else { return false }
    note(octets)
    buffer += octets
    return true
  }
}
