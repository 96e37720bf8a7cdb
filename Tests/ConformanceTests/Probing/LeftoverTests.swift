import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("What is told to be left")
struct LeftoverTests {
  private static let known = ["1", "2", "3", "4", "5"]

  /// Probes the model, with some answers otherwise, and tells what is there and was not told.
  private func untold(_ sender: AlteredSender) -> [String] {
    let run = ProbeRun(sender, allowing: [.readOnly, .throwaway])
    #expect(sender.inner.api.ids.starts(with: Self.known))
    return sender.inner.api.ids.dropFirst(Self.known.count).filter { id in
      !run.left.contains { $0.contains(id) }
    }
  }

  @Test("A POST that fails and makes something all the same", arguments: [500, 503, 400, 403])
  func failedPOST(_ status: Int) {
    let sender = AlteredSender { request, answer in
      let response = answer(request)
      guard request.method == "POST", response.status == 201 else { return response }
      return HTTPResponse(
        status: status,
        fields: HTTPFields([("Date", response.line("Date") ?? ""), ("Content-Length", "0")]))
    }
    #expect(untold(sender).isEmpty)
    #expect(sender.inner.api.ids.count > Self.known.count)
  }

  @Test(
    "A PUT that is not answered, or fails, and makes something all the same",
    arguments: [nil, 500, 404])
  func failedPUT(_ status: Int?) {
    var made: Set<String> = []
    let sender = AlteredSender { request, answer in
      let response = answer(request)
      guard request.method == "PUT", response.status == 201 else { return response }
      made.insert(request.url)
      return status.map {
        HTTPResponse(
          status: $0,
          fields: HTTPFields([("Date", response.line("Date") ?? ""), ("Content-Length", "0")]))
      }
    }
    #expect(untold(sender).isEmpty)
    #expect(!made.isEmpty)
    // It is known where it is.
    #expect(sender.inner.api.ids == Self.known)
  }

  @Test(
    "The second POST of two that tell whether something new is made", arguments: [nil, 201, 500])
  func second(_ status: Int?) {
    var posts = 0
    let sender = AlteredSender { request, answer in
      if request.method == "GET", request.place.hasPrefix("/items?") || request.place == "/items" {
        return HTTPResponse(status: 404)
      }
      let response = answer(request)
      guard request.method == "POST" else { return response }
      posts += 1
      guard posts == 2 else { return response }
      return status.map {
        HTTPResponse(
          status: $0,
          fields: HTTPFields([("Date", response.line("Date") ?? ""), ("Content-Length", "0")]))
      }
    }
    let run = ProbeRun(sender, allowing: [.readOnly, .throwaway])
    #expect(posts >= 2)
    // Nothing but the answers tells of what was made.
    #expect(run.left.count >= sender.inner.api.ids.count - Self.known.count, "\(run.left)")
    #expect(run.left.contains { $0.contains("POST /items") })
  }
}
