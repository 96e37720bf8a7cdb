import AccordConformance
import AccordHTTP

/// A server of one resource, in memory, that keeps to every rule about octets, but for what is said
/// otherwise.
final class RawServer: ProbeSender {
  /// A message as it arrives.
  struct Message {
    var method: String
    var target: String
    var lines: [String]
    var content: String

    init(_ octets: [UInt8]) {
      let text = String(decoding: octets, as: UTF8.self)
      let end = text.firstRange(of: "\r\n\r\n")
      content = end.map { String(text[$0.upperBound...]) } ?? ""
      var lines = text[..<(end?.lowerBound ?? text.endIndex)].split(separator: "\r\n").map(
        String.init)
      let words = lines.removeFirst().split(separator: " ").map(String.init)
      method = words[0]
      target = words[1]
      self.lines = lines
    }

    func values(_ name: String) -> [String] {
      lines.filter { $0.lowercased().hasPrefix(name + ":") }.map {
        String($0.dropFirst(name.count + 1).drop { $0 == " " })
      }
    }

    /// Whether it is what a client sends that makes no mistake.
    var isPlain: Bool {
      method == "GET" && target == "/a?b=c" && lines.count == 3
        && values("host") == ["api.test:81"] && values("accept") == ["*/*"]
    }
  }

  /// What is said and done in answer.
  struct Reply {
    var text: String
    var closes = false

    static func status(
      _ status: Int, _ fields: String = "", body: String = "", closes: Bool = false
    ) -> Reply {
      let length = status == 204 ? "" : "Content-Length: \(body.utf8.count)\r\n"
      return Reply(
        text: "HTTP/1.1 \(status) Reason\r\n\(fields)\(length)\r\n\(body)", closes: closes)
    }

    /// Nothing.
    static let silence = Reply(text: "")
    /// Nothing but the end.
    static let end = Reply(text: "", closes: true)
  }

  /// What it does otherwise, by the message and those before it on the connection; `nil` for nothing.
  typealias Otherwise = (_ message: Message, _ before: [Message]) -> Reply?

  static let url = "http://api.test:81/a?b=c"

  private let otherwise: Otherwise
  /// Everything that was sent, by connection.
  private(set) var received: [[Message]] = []

  init(_ otherwise: @escaping Otherwise = { _, _ in nil }) { self.otherwise = otherwise }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    var answer = RawAnswer(parts: [], isClosed: false)
    var messages: [Message] = []
    for part in request.parts {
      let message = Message(part)
      let reply = otherwise(message, messages) ?? Self.rightReply(to: message)
      messages.append(message)
      answer.parts.append(Array(reply.text.utf8))
      answer.isClosed = reply.closes
      var reader = ResponseReader(to: message.method)
      reader.take(reply.text.utf8)
      if reply.closes || !reader.persists { break }
    }
    received.append(messages)
    return answer
  }

  private static func rightReply(to message: Message) -> Reply {
    let refusal = Reply.status(400, closes: true)
    let hosts = message.values("host")
    guard hosts.count == 1, !hosts[0].contains(" ") else { return refusal }
    if message.lines.contains(where: { $0.contains(" :") || $0.hasPrefix(" ") }) { return refusal }
    let codings = message.values("transfer-encoding")
    let lengths = message.values("content-length")
    if !codings.isEmpty {
      return codings == ["chunked"] && lengths.isEmpty ? .status(200) : refusal
    }
    if lengths.contains(where: { Int($0) != message.content.utf8.count }) { return refusal }
    guard message.target == "/a?b=c" || message.target == url else { return .status(404) }
    switch message.method {
    case "GET": return .status(200, body: "{}")
    case "HEAD": return Reply(text: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n")
    case "OPTIONS": return .status(204, "Allow: GET\r\n")
    default: return .status(405, "Allow: GET\r\n")
    }
  }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    throw .prevents("this server takes octets only")
  }

  func pause(_ duration: Duration) {}

  /// What a probe of it comes to for each rule of this many.
  func judge(_ rules: [Rule]) -> [ProbeVerdict] {
    Probe(
      ProbeTarget(name: "server", url: Self.url, kind: .server), allowing: [.intrusive],
      token: "t0", sender: self
    ).judge(rules)
  }
}
