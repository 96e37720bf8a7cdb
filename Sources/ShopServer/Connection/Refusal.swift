import NIOCore
import NIOHTTP1

/// The answer to a message that never becomes a request.
///
/// The connection is closed after it, since nobody knows where the next message would begin.
struct Refusal {
  let head: HTTPResponseHead
  /// Nothing in answer to a HEAD.
  let content: ByteBuffer

  private init(_ status: HTTPResponseStatus, _ detail: String, to method: HTTPMethod? = nil) {
    let document = Problem.Document(
      type: "about:blank", title: status.reasonPhrase, status: Int(status.code), detail: detail,
      errors: nil)
    let full = (try? Representation.json(document, as: .problem).content) ?? ByteBuffer()
    content = method == .HEAD ? ByteBuffer() : full
    head = HTTPResponseHead(
      version: .http1_1, status: status,
      headers: [
        "Date": HTTPDate.now,
        "Content-Type": MediaType.problem.essence,
        "Content-Length": String(full.readableBytes),
        "Cache-Control": Caching.never.rawValue,
        "X-Content-Type-Options": "nosniff",
        "Connection": "close",
      ])
  }

  /// - Parameter error: What the parser found.
  init(of error: HTTPParserError) {
    switch error {
    case .invalidMethod:
      self.init(.notImplemented, "The shop does not know this method.")
    case .headerOverflow:
      self.init(.requestHeaderFieldsTooLarge, "The header section is too large.")
    default:
      self.init(.badRequest, "This is not an HTTP/1.1 message.")
    }
  }

  /// `nil` when nothing is wrong with the header section.
  ///
  /// A request must name its host, once (RFC 9112 section 3.2), its target must be of bearable length
  /// (RFC 9112 section 3), and the shop must be able to decode its content (RFC 9112 section 6.1).
  init?(of head: HTTPRequestHead) {
    let hosts = head.headers["Host"]
    let codings = head.headers[canonicalForm: "Transfer-Encoding"].map { $0.lowercased() }
    let method = head.method
    if head.uri.utf8.count > Self.longestTarget {
      self.init(.uriTooLong, "A target may have \(Self.longestTarget) octets.", to: method)
    } else if hosts.count > 1 || (hosts.isEmpty && head.version == .http1_1) {
      self.init(.badRequest, "A request has exactly one Host field.", to: method)
    } else if let host = hosts.first, !Self.isHost(host) {
      self.init(.badRequest, "The Host field is not a host and port.", to: method)
    } else if codings.last.map({ $0 != "chunked" }) ?? false {
      self.init(.badRequest, "The last transfer coding has to be chunked.", to: method)
    } else if codings.contains(where: { $0 != "chunked" }) {
      self.init(.notImplemented, "The shop knows no transfer coding but chunked.", to: method)
    } else {
      return nil
    }
  }

  private static let longestTarget = 8_192

  /// `uri-host [":" port]`, as far as its characters tell (RFC 3986 section 3.2.2).
  private static func isHost(_ text: String) -> Bool {
    let punctuation = "-._~!$&'()*+,;=%:[]"
    return text.utf8.allSatisfy {
      let scalar = Unicode.Scalar($0)
      return scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
          || punctuation.unicodeScalars.contains(scalar))
    }
  }
}
