import AccordConformance
import AccordHTTP

/// A collection in memory that makes and removes, and answers a POST otherwise where it is told to.
final class SmallStock: ProbeSender {
  /// The response code of a POST, by whether it came in chunks and how many came before; `nil` for no
  /// answer at all.
  typealias Status = (_ isChunked: Bool, _ index: Int) -> Int?

  static let url = "http://api.test/items"

  private let status: Status
  private let version: HTTPVersion
  /// The POSTs, by whether they came in chunks.
  private(set) var posts: [Bool] = []
  /// The URLs that a DELETE named that was not sent as octets.
  private(set) var removed: [String] = []
  /// What there is.
  private(set) var items: Set<String> = []
  private var count = 0
  /// What is said in answer to a DELETE that is sent as octets.
  var rawRemoval = "HTTP/1.1 204 No Content\r\n\r\n"
  /// What comes of a POST that is sent as octets, by how many of them came before: each answer that
  /// has `{n}` makes an item, and says there where it is.
  var rawCreation: ((_ request: RawRequest, _ index: Int) throws(Obstacle) -> RawAnswer)?
  /// Those that were sent as octets.
  private(set) var rawPosts: [RawRequest] = []

  init(version: HTTPVersion = .http1_1, _ status: @escaping Status) {
    self.version = version
    self.status = status
  }

  func send(
    _ request: HTTPRequest, as authorization: ProbeAuthorization
  ) throws(Obstacle) -> Exchange {
    var response = HTTPResponse(version: version, status: 200)
    switch request.method {
    case "POST":
      let isChunked = request.fields.contains {
        $0.name == "Transfer-Encoding" && $0.value == "chunked"
      }
      posts.append(isChunked)
      guard let status = status(isChunked, posts.count - 1) else {
        let error = TransportError(
          phase: .firstByte, reason: .curl, code: 52, message: "", mayHaveBeenProcessed: true)
        return Exchange(request: request, result: .failure(error))
      }
      response.status = status
      if status == 201 {
        count += 1
        items.insert("\(Self.url)/\(count)")
        response.fields = HTTPFields([("Location", "/items/\(count)")])
      }
    case "GET" where request.url == Self.url:
      response.fields = HTTPFields([("Content-Type", "application/json")])
      let ids = items.compactMap { $0.split(separator: "/").last.map { "{\"id\":\"\($0)\"}" } }
      response.body = Array("[\(ids.sorted().joined(separator: ","))]".utf8)
    case "GET": response.status = items.contains(request.url) ? 200 : 404
    case "DELETE":
      removed.append(request.url)
      response.status = items.remove(request.url) == nil ? 404 : 204
    default: break
    }
    return Exchange(request: request, result: .success(response))
  }

  func converse(_ request: RawRequest) throws(Obstacle) -> RawAnswer {
    let message = RawServer.Message(request.parts[0])
    if message.method == "POST", let rawCreation {
      rawPosts.append(request)
      var answer = try rawCreation(request, rawPosts.count - 1)
      for (place, part) in answer.parts.enumerated() {
        let text = String(decoding: part, as: UTF8.self)
        guard text.contains("{n}") else { continue }
        count += 1
        items.insert("\(Self.url)/\(count)")
        answer.parts[place] = Array(text.replacing("{n}", with: "\(count)").utf8)
      }
      return answer
    }
    guard message.method == "DELETE" else {
      return RawAnswer(
        parts: [Array("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".utf8)], isClosed: false)
    }
    items.remove("http://api.test\(message.target)")
    return RawAnswer(parts: [Array(rawRemoval.utf8)], isClosed: false)
  }

  func pause(_ duration: Duration) {}

  /// A probe of it with one sample.
  func probe(allowing allowed: Set<SafetyClass> = [.readOnly, .throwaway]) -> Probe {
    var collection = ProbedCollection()
    collection.item = "\(Self.url)/{id}"
    collection.samples = [ProbeContent(type: "text/plain", octets: [0x61])]
    return Probe(
      ProbeTarget(name: "/items", url: Self.url, kind: .collection(collection)),
      allowing: allowed, token: "t0", sender: self)
  }
}
