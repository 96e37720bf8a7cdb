import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

/// What real servers do that no standard asks for, and that must not stand in the way.
@Suite("Manners of real servers")
struct PeerMannerTests {
  @Test(
    "Where POST makes nothing and PUT does, items are made by PUT",
    arguments: [400, 404, 405, 411, 412, 415, 422, 500, 501])
  func madeByPUT(status: Int) {
    let api = ModelAPI()
    let known = api.ids
    var posts = 0
    let run = ProbeRun(
      AlteredSender(api) { request, answer in
        guard request.method == "POST", request.place == "/items" else { return answer(request) }
        posts += 1
        return Self.refusal(status)
      }, allowing: [.readOnly, .throwaway])
    for id in ["http.put.idempotent", "http.delete.idempotent", "rest.lifecycle.deleted-gone"] {
      #expect((run[id]?.kept ?? 0) > 0, "\(id): \(run[id]?.reason ?? "")")
    }
    // A 500 is a fault, and none of PUT.
    let broken = ["http.options.allow-truthful"]
    let faults = ["http.5xx.none", "http.400.malformed-content"]
    #expect(Set(run.broken).isSubset(of: broken + (status == 500 ? faults : [])), "\(run.tellings)")
    #expect(run.left.isEmpty && api.ids == known)
    // By the first that makes something, and by rules that are about POST.
    #expect(posts < 20)
  }

  @Test("A POST that is refused for who asks is no reason to try PUT", arguments: [401, 403, 429])
  func refused(status: Int) {
    let sender = AlteredSender { request, answer in
      request.method == "POST" ? Self.refusal(status) : answer(request)
    }
    let run = ProbeRun(sender, allowing: [.readOnly, .throwaway])
    #expect(!sender.sent.contains { $0.method == "PUT" })
    #expect(run["http.put.idempotent"]?.reason == "POST /items answered \(status)")
  }

  @Test("After a fault a write has a connection of its own: servers hang up without saying so")
  func hangsUp() {
    var isHungUp = false
    let api = ModelAPI()
    let known = api.ids
    let sender = AlteredSender(api) { request, answer in
      let isLost = isHungUp && !request.needsFreshConnection && request.method == "POST"
      isHungUp = request.method == "PATCH"
      if isLost { return nil }
      return isHungUp ? Self.refusal(500) : answer(request)
    }
    let run = ProbeRun(sender, allowing: [.readOnly, .throwaway])
    #expect(sender.sent.contains { $0.method == "PATCH" })
    #expect(run.left.isEmpty && api.ids == known)
    #expect(!run.tellings.contains("not answered"), "\(run.tellings)")
  }

  @Test("What an answer leaves open is told with the reason")
  func openAnswers() {
    let run = ReadRun(
      AlteredSender { request, answer in
        answer(request).with("ETag", nil).with("Last-Modified", nil).with("Cache-Control", nil)
      }, [ModelSender.document("steady")], allowing: [.readOnly])
    let verdict = run.verdicts[0].verdicts.first { $0.rule.id == "http.etag.present" }
    #expect(verdict?.undecided ?? 0 > 0)
    #expect(verdict?.reason == "GET /steady: it may be new each time it is read")
  }

  @Test("What rests on a broken rule is told with that rule")
  func brokenFoundation() {
    let run = ReadRun(
      AlteredSender { request, answer in
        var response = answer(request)
        response.fields = HTTPFields(
          response.fields.map { ($0.name, $0.value) }.filter { $0.0 != "ETag" }
            + [("ETag", "one"), ("ETag", "two")])
        return response
      }, [ModelSender.document("steady")], allowing: [.readOnly])
    #expect(run.broken == ["http.field.singleton"])
    let verdict = run.verdicts[0].verdicts.first { $0.rule.id == "http.etag.syntax" }
    #expect(verdict?.reason == "http.field.singleton is broken, on which it rests")
  }

  private static func refusal(_ status: Int) -> HTTPResponse {
    HTTPResponse(
      status: status,
      fields: HTTPFields([
        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Content-Type", "application/problem+json"),
        ("WWW-Authenticate", "Bearer"), ("X-Content-Type-Options", "nosniff"),
        ("Retry-After", "1"), ("Allow", "GET"),
        ("Content-Length", "2"), ("Cache-Control", "no-store"),
      ]),
      body: Array("{}".utf8))
  }
}
