import AccordTestSupport
import Foundation
import Synchronization

/// What a scripted server answers, as it stands in a case's `server.http`.
///
///     ### GET /users/1
///     HTTP/1.1 200 OK
///     Content-Type: application/json
///
///     {"id": 1}
///     ### GET /slow
///     !pause 300
///     HTTP/1.1 204 No Content
///     ### GET /broken
///     !reset
///
/// Several answers to one request line are given one after another, the last one again and again.
/// `Content-Length` is added where it is missing. `%{target}`, `%{content}`, `%{field NAME}`
/// stand for what was asked, and `%{xFF}` for an octet. What is not in the script is answered 404. A
/// script that breaks connections keeps none open: what libcurl does about a connection that breaks
/// depends on whether it was used before.
final class ResponseScript: Sendable {
  private struct Answer {
    var actions: [String] = []
    var head: [String] = []
    var body = ""
  }

  private let answers: [String: [Answer]]
  private let keepsConnections: Bool
  private let asked = Mutex<[String: Int]>([:])

  init(_ text: String) {
    var answers: [String: [Answer]] = [:]
    for block in "\n\(text)".components(separatedBy: "\n### ").dropFirst() {
      var lines = block.components(separatedBy: "\n")[...]
      let request = lines.removeFirst()
      var answer = Answer()
      while let line = lines.first, line.hasPrefix("!") {
        answer.actions.append(String(line.dropFirst()))
        lines.removeFirst()
      }
      while let line = lines.first, !line.isEmpty {
        answer.head.append(line)
        lines.removeFirst()
      }
      if lines.count > 1, lines.last == "" { lines.removeLast() }
      answer.body = lines.dropFirst().joined(separator: "\n")
      answers[request, default: []].append(answer)
    }
    self.answers = answers
    keepsConnections = !answers.values.joined().contains {
      $0.actions.contains("reset") || $0.actions.contains("close")
    }
  }

  /// What is done about a request.
  func respond(_ request: ReceivedRequest) -> [ScriptedServer.Action] {
    let key = "\(request.method) \(request.target)"
    guard let known = answers[key], let last = known.last else {
      return [.respond(404, ["Content-Type: text/plain"], "\(key) is not in the script\n")]
    }
    let number = asked.withLock { asked in
      defer { asked[key, default: 0] += 1 }
      return asked[key, default: 0]
    }
    let answer = number < known.count ? known[number] : last
    var actions = answer.actions.map(Self.action)
    if !answer.head.isEmpty { actions.append(.octets(octets(answer, to: request))) }
    return actions
  }

  private static func action(_ text: String) -> ScriptedServer.Action {
    let words = text.split(separator: " ")
    switch words.first {
    case "pause": return .pause(.milliseconds(words.count > 1 ? Int(words[1]) ?? 0 : 0))
    case "reset": return .reset
    case "close": return .close
    default: return .hang
    }
  }

  private func octets(_ answer: Answer, to request: ReceivedRequest) -> [UInt8] {
    let body = request.method == "HEAD" ? [] : Self.filled(answer.body, from: request)
    var head = answer.head
    let names = head.dropFirst().map { $0.prefix { $0 != ":" }.lowercased() }
    let hasBody = ![" 1", " 204", " 304"].contains { head[0].dropFirst(8).hasPrefix($0) }
    if hasBody, !names.contains("content-length"), !names.contains("transfer-encoding") {
      head.append("Content-Length: \(body.count)")
    }
    if !keepsConnections { head.append("Connection: close") }
    let fields = head.map { Self.filled($0, from: request) }
    return Array(fields.joined(separator: Array("\r\n".utf8))) + Array("\r\n\r\n".utf8) + body
  }

  /// A text with what was asked in place of what stands for it.
  private static func filled(_ text: String, from request: ReceivedRequest) -> [UInt8] {
    let parts = text.components(separatedBy: "%{")
    var octets = Array(parts[0].utf8)
    for part in parts.dropFirst() {
      let pieces = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(pieces[0])
      if name == "target" {
        octets += Array(request.target.utf8)
      } else if name == "content" {
        octets += request.content
      } else if name.hasPrefix("field ") {
        octets += Array(request.values(String(name.dropFirst(6))).joined(separator: ", ").utf8)
      } else if name.hasPrefix("x"), let octet = UInt8(name.dropFirst(), radix: 16) {
        octets.append(octet)
      }
      if pieces.count > 1 { octets += Array(pieces[1].utf8) }
    }
    return octets
  }
}
