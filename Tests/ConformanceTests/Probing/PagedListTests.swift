import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("Collections whose pages link to none")
struct PagedListTests {
  /// A collection of the model whose pages are chosen as a parameter says, without a link.
  private static func sender(
    _ parameter: String, items: Int, per size: Int, first: Int?, behind: Int = 200
  ) -> AlteredSender {
    let api = ModelAPI(items: items, pageSize: 1_000)
    return AlteredSender(api) { request, answer in
      guard request.method == "GET", request.place.hasPrefix("/items?") || request.place == "/items"
      else { return answer(request) }
      let number = request.place.firstRange(of: "?\(parameter)=").flatMap {
        Int(request.place[$0.upperBound...].prefix { $0.isNumber })
      }
      let ids = api.ids
      let start = first.map { ((number ?? $0) - $0) * size } ?? number ?? 0
      guard start < ids.count || start == 0 else {
        return HTTPResponse(
          status: behind, fields: HTTPFields([("Content-Type", "application/json")]),
          body: Array("[]".utf8))
      }
      let listed = ids.dropFirst(start).prefix(size).map { "{\"id\":\"\($0)\"}" }
      return HTTPResponse(
        status: 200, fields: HTTPFields([("Content-Type", "application/json")]),
        body: Array("[\(listed.joined(separator: ","))]".utf8))
    }
  }

  private static func target(_ paging: ProbedPaging?) -> ProbeTarget {
    var target = ModelSender.items
    guard var collection = target.collection else { return target }
    collection.paging = paging
    target.kind = .collection(collection)
    return target
  }

  @Test(
    "What is made is found on a page that only a parameter leads to",
    arguments: [
      ("page", 1, 200), ("p", 0, 404), ("offset", nil, 200),
    ] as [(String, Int?, Int)])
  func found(parameter: String, first: Int?, behind: Int) {
    let paging = ProbedPaging(
      parameter: parameter, count: first.map { .pages(first: $0) } ?? .items)
    func run(_ paging: ProbedPaging?) -> ProbeRun {
      let sender = Self.sender(parameter, items: 25, per: 10, first: first, behind: behind)
      return ProbeRun(sender, Self.target(paging), allowing: [.readOnly, .throwaway])
    }
    let told = run(paging)
    #expect(!told.broken.contains { $0.hasPrefix("rest.lifecycle") }, "\(told.tellings)")
    #expect(told["rest.lifecycle.created-listed"]?.kept == 1)
    #expect(told.left.isEmpty)
    // Nothing can be said of the pages that nobody told of.
    #expect(run(nil)["rest.lifecycle.created-listed"]?.kept == 0)
  }

  @Test("A parameter that the server does not know does no harm")
  func ignored() {
    let sender = ModelSender(ModelAPI(items: 2, pageSize: 1_000))
    let run = ProbeRun(
      sender, Self.target(ProbedPaging(parameter: "nothing", count: .pages(first: 1))),
      allowing: [.readOnly, .throwaway])
    #expect(run.broken.isEmpty, "\(run.tellings)")
    #expect(sender.sent.contains { $0.request.target == "/items?nothing=2" })
    #expect(!sender.sent.contains { $0.request.target == "/items?nothing=3" })
    #expect(run.left.isEmpty)
  }
}
