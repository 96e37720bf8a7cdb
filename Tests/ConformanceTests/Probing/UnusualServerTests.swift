import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

/// A way of a server that is no fault, or no fault of some rule.
struct UnusualServer: Sendable, CustomTestStringConvertible {
  let testDescription: String
  var fault: ModelFault?
  var variants: Set<ModelVariant> = []
  var items = 5
  /// The rules that are broken all the same.
  var broken: [String] = []
  /// Rules that must be judged, and kept.
  var kept: [String] = []
  let alter: @Sendable (HTTPRequest, (HTTPRequest) -> HTTPResponse, Memory) -> HTTPResponse

  /// What it remembers between requests.
  final class Memory: @unchecked Sendable {
    // A probe sends one request after the other, on one thread.
    var counts: [String: Int] = [:]
    func count(_ name: String) -> Int {
      counts[name, default: 0] += 1
      return counts[name, default: 0]
    }
  }
}

@Suite("Rules of writes and unusual servers")
struct UnusualServerTests {
  @Test("It raises no false alarm", arguments: UnusualServer.all)
  func isSilent(_ server: UnusualServer) {
    let memory = UnusualServer.Memory()
    let api = ModelAPI(server.fault, server.variants, items: server.items)
    let known = api.ids
    let run = ProbeRun(
      AlteredSender(api) { request, answer in server.alter(request, answer, memory) },
      allowing: [.readOnly, .throwaway])
    let broken = run.broken.filter(WriteRuleTests.rules.contains)
    #expect(broken == server.broken, "\(run.tellings)")
    for id in server.kept { #expect((run[id]?.kept ?? 0) > 0, "\(id): \(run[id]?.reason ?? "")") }
    #expect(api.ids.starts(with: known))
  }

  @Test("A server that keeps all rules is hardly waited for", arguments: [1, 2])
  func patience(samples: Int) {
    var collection = ModelSender.items.collection ?? ProbedCollection()
    collection.samples = Array(collection.samples.prefix(samples))
    if samples == 1 { collection.replacement = nil }
    let sender = ModelSender()
    let run = ProbeRun(
      sender,
      ProbeTarget(name: "/items", url: ModelSender.url("/items"), kind: .collection(collection)))
    #expect(run.broken.isEmpty, "\(run.tellings)")
    #expect(sender.paused < .seconds(1))
  }

  @Test("If-Match that is ignored where nothing has a tag is a smaller fault")
  func ifMatchWithoutTags() {
    let run = ProbeRun(ModelAPI(.ifMatchIgnored, [.noValidators]))
    #expect(run.broken == ["http.if-match.412"])
    #expect(run["http.if-match.412"]?.evidence?.level == .should)
  }

  @Test("Members that a server keeps up itself may be part of what is sent")
  func maintained() {
    let members = #","version":1,"updatedAt":"2020-01-01T00:00:00Z","label":"lamp (fragile)""#
    func content(_ text: String) -> ProbeContent { .json(text.dropLast() + members + "}") }
    var collection = ModelSender.items.collection ?? ProbedCollection()
    collection.samples = collection.samples.map {
      content(String(decoding: $0.octets, as: UTF8.self))
    }
    collection.replacement = content(#"{"name":"table","quantity":7}"#)
    let target = ProbeTarget(
      name: "/items", url: ModelSender.url("/items"), kind: .collection(collection))
    // A label that is made of two other members.
    let sender = AlteredSender(ModelAPI(nil, [.versions])) { request, answer in
      answer(request).with { text in
        let name = text.firstMatch(of: #/"name":"([^"]*)"/#)?.1
        let note = text.firstMatch(of: #/"note":"([^"]*)"/#)?.1
        guard text.hasPrefix(#"{"id""#), let name else { return text }
        return text.dropLast() + #","label":"\#(name) (\#(note ?? "plain"))"}"#
      }
    }
    let run = ProbeRun(sender, target)
    let broken = run.broken.filter { WriteRuleTests.rules.contains($0) && $0.hasPrefix("rest") }
    #expect(run.broken.filter(WriteRuleTests.rules.contains) == broken, "\(run.tellings)")
    for id in ["http.put.idempotent", "patch.merge.null-removes"] {
      #expect((run[id]?.kept ?? 0) > 0, "\(id): \(run[id]?.reason ?? "")")
    }
  }

  @Test("What was made may take a while until it can be read", arguments: [1, 2])
  func lag(seconds: Int) {
    var made: [String: Duration] = [:]
    weak var clock: AlteredSender?
    let sender = AlteredSender { request, answer in
      let now = clock?.inner.paused ?? .zero
      if request.method == "GET", let moment = made[request.place],
        now < moment + .seconds(seconds)
      {
        var other = request
        other.url = ModelSender.url("/items/none")
        return answer(other)
      }
      let response = answer(request)
      if response.status == 201, let place = response.line("Location") { made[place] = now }
      return response
    }
    clock = sender
    let run = ProbeRun(sender)
    #expect(run.broken.isEmpty, "\(run.tellings)")
    #expect(run["http.201.location-resolves"]?.reason?.contains("takes its time") == true)
  }

  @Test(
    "What Allow says beside another answer than a 405 is no MUST",
    arguments: [(true, RuleLevel.must), (false, .should)])
  func allow(isOf405: Bool, level: RuleLevel) {
    let sender = AlteredSender { request, answer in
      switch request.method {
      case "OPTIONS" where isOf405: answer(request).with(status: 404)
      case "PUT": answer(request).with(status: 405)
      default: answer(request)
      }
    }
    let verdict = ProbeRun(sender)["http.options.allow-truthful"]
    #expect(verdict?.evidence.map { $0.level ?? .must } == level)
  }

  @Test("What shows a fault quotes it before and after")
  func evidence() {
    let evidence = ProbeRun(ModelAPI(.putCounts))["http.put.idempotent"]?.evidence
    #expect(evidence?.part == .member("/quantity"))
    #expect(evidence?.quote == "7 → 8, then 7")
    #expect(
      evidence?.exhibits.map(\.role) == [
        "after the first PUT", "the second PUT", "after the second PUT",
      ])
    let status = ProbeRun(ModelAPI(.putReplacementIs201))["http.put.status"]?.evidence
    #expect(status?.problem == "is 201 although the PUT replaced what was there")
    let url = ProbeRun(ModelAPI(.postReplaces))["rest.lifecycle.post-distinct"]?.evidence
    #expect(url?.part == .field("Location"))
  }
}

extension UnusualServer {
  private static func text(_ what: String, of server: @escaping @Sendable (String) -> String)
    -> UnusualServer
  {
    UnusualServer(
      testDescription: what, kept: ["rest.lifecycle.roundtrip", "http.put.idempotent"]
    ) { request, answer, _ in
      let response = answer(request)
      return response.status == 200 && request.method == "GET" && request.place.hasPrefix("/items/")
        ? response.with(text: server) : response
    }
  }

  static let all: [UnusualServer] = [
    text("names in capitals") {
      $0.replacing("lamp", with: "LAMP").replacing("chair", with: "CHAIR")
        .replacing("table", with: "TABLE")
    },
    text("numbers as strings") {
      $0.replacing(#""quantity":2"#, with: #""quantity":"2""#)
        .replacing(#""quantity":4"#, with: #""quantity":"4""#)
        .replacing(#""quantity":7"#, with: #""quantity":"7""#)
    },
    text("items in an object of their own") { #"{"data":"# + $0 + #","meta":{"v":1}}"# },
    text("tags in another order") { $0.replacing(#"["a","b"]"#, with: #"["b","a"]"#) },
    UnusualServer(testDescription: "items that can be read at the third read only") {
      request, answer, memory in
      guard request.method == "GET", request.place.hasPrefix("/items/"),
        memory.count(request.place) <= 2
      else { return answer(request) }
      var other = request
      other.url = ModelSender.origin + "/items/none"
      return answer(other)
    },
    UnusualServer(testDescription: "PUT that is queued, and done at once") {
      request, answer, _ in
      let response = answer(request)
      return request.method == "PUT" && response.isSuccess ? response.with(status: 202) : response
    },
    UnusualServer(
      testDescription: "no PUT, and Allow lists it", broken: ["http.options.allow-truthful"]
    ) { request, answer, _ in
      request.method == "PUT" ? refusal(405) : answer(request)
    },
    UnusualServer(
      testDescription: "no PATCH, and Allow lists it", broken: ["http.options.allow-truthful"]
    ) { request, answer, _ in
      request.method == "PATCH" ? refusal(501) : answer(request)
    },
    UnusualServer(
      testDescription: "no list, and Allow lists GET", broken: ["http.options.allow-truthful"],
      kept: ["rest.lifecycle.roundtrip"]
    ) {
      request, answer, _ in
      request.method == "GET" && (request.place == "/items" || request.place.hasPrefix("/items?"))
        ? refusal(405) : answer(request)
    },
    UnusualServer(
      testDescription: "a long list", items: 60,
      kept: ["rest.lifecycle.roundtrip", "http.delete.idempotent"]
    ) { request, answer, _ in answer(request) },
    UnusualServer(testDescription: "a busy server") { request, answer, memory in
      memory.count("all").isMultiple(of: 7) ? refusal(503) : answer(request)
    },
    UnusualServer(testDescription: "a server that limits soon") { request, answer, memory in
      memory.count("all") > 40 && request.method != "DELETE" ? refusal(429) : answer(request)
    },
    UnusualServer(testDescription: "one that forbids PUT") { request, answer, _ in
      request.method == "PUT" ? refusal(403) : answer(request)
    },
    UnusualServer(testDescription: "another writer") { request, answer, memory in
      if memory.count("all").isMultiple(of: 5) {
        var other = HTTPRequest(method: "POST", url: ModelSender.url("/items"))
        other.fields = [RequestField("Content-Type", "application/json")]
        other.content = .bytes(Array(#"{"name":"of another","quantity":1}"#.utf8))
        _ = answer(other)
      }
      return answer(request)
    },
    UnusualServer(testDescription: "another who removes") { request, answer, memory in
      if memory.count("all").isMultiple(of: 11) {
        var other = HTTPRequest(method: "POST", url: ModelSender.url("/items"))
        other.fields = [RequestField("Content-Type", "application/json")]
        other.content = .bytes(Array(#"{"name":"of another","quantity":1}"#.utf8))
        let made = answer(other)
        if let last = memory.counts["made"] {
          _ = answer(HTTPRequest(method: "DELETE", url: ModelSender.url("/items/\(last)")))
        }
        memory.counts["made"] = made.line("Location").flatMap { Int($0.dropFirst(7)) }
      }
      return answer(request)
    },
    UnusualServer(testDescription: "PUT and PATCH that are queued, and done much later") {
      request, answer, _ in
      request.method == "PUT" || request.method == "PATCH" ? accepted : answer(request)
    },
    UnusualServer(
      testDescription: "a PATCH that removes a member even where it sets it",
      broken: ["patch.merge.null-removes"]
    ) { request, answer, _ in
      let response = answer(request)
      guard request.method == "PATCH", response.isSuccess else { return response }
      let shown = String(decoding: answer(HTTPRequest(url: request.url)).body, as: UTF8.self)
      let less = shown.replacing(#/,"tags":\[[^\]]*\]/#, with: "")
      return answer(
        HTTPRequest(
          method: "PUT", url: request.url,
          fields: [RequestField("Content-Type", "application/json")],
          content: .bytes(Array(less.utf8))))
    },
    UnusualServer(testDescription: "a POST that is queued, and listed much later") {
      request, answer, _ in
      if request.method == "GET", request.place == "/items" || request.place.hasPrefix("/items?") {
        return answer(HTTPRequest(url: ModelSender.url("/items?per_page=5"))).with("Link", nil)
          .with { $0.replacing(#/"total":[0-9]+/#, with: #""total":5"#) }
      }
      let response = answer(request)
      return request.method == "POST" && response.status == 201
        ? response.with(status: 202) : response
    },
    removing("another item that somebody else removes meanwhile", broken: []) { $0 == 1 },
    removing("a repeated DELETE removes what is newest", broken: ["http.delete.idempotent"]) { _ in
      true
    },
    UnusualServer(testDescription: "archives of what was deleted") { request, answer, memory in
      let response = answer(request)
      guard request.method == "GET", response.status == 404, request.place.hasPrefix("/items/"),
        memory.counts[request.place] != nil
      else {
        if request.method == "DELETE", response.isSuccess { _ = memory.count(request.place) }
        return response
      }
      var other = request
      other.url = ModelSender.url("/items/1")
      return answer(other).with(text: { $0.dropLast() + #","archived":true}"# })
    },
    UnusualServer(
      testDescription: "names that only one thing may have",
      kept: ["http.put.idempotent", "rest.lifecycle.roundtrip", "http.delete.idempotent"]
    ) { request, answer, _ in
      guard request.method == "POST", case .bytes(let octets) = request.content,
        !request.fields.contains(where: { $0.name == "Idempotency-Key" })
      else { return answer(request) }
      let list = answer(HTTPRequest(url: ModelSender.url("/items?per_page=100")))
      let name = String(decoding: octets, as: UTF8.self).firstMatch(of: #/"name":"[^"]*"/#)?.0
      let isTaken = name.map { String(decoding: list.body, as: UTF8.self).contains($0) } ?? false
      return isTaken ? refusal(409) : answer(request)
    },
    UnusualServer(testDescription: "a Location of another host, behind a proxy") {
      request, answer, _ in
      let response = answer(request)
      return response.line("Location").map {
        response.with("Location", "http://inside.test:8080\($0)")
      } ?? response
    },
    UnusualServer(testDescription: "a POST that finds what has the name and says so with 200") {
      request, answer, _ in
      let response = answer(request)
      return request.method == "POST" && response.status == 201
        ? response.with(status: 200) : response
    },
    UnusualServer(testDescription: "an answer to POST that leads elsewhere with 303") {
      request, answer, _ in
      let response = answer(request)
      guard request.method == "POST", response.status == 201 else { return response }
      return response.with(status: 303)
    },
    UnusualServer(testDescription: "a member that stays what it was made with") {
      request, answer, memory in
      // `note` is taken from POST and never changed after it.
      guard request.method == "PUT" || request.method == "PATCH",
        case .bytes(let octets) = request.content
      else { return answer(request) }
      let shown = answer(HTTPRequest(url: request.url))
      let old = String(decoding: shown.body, as: UTF8.self)
      guard shown.status == 200, let note = old.firstMatch(of: #/"note":"[^"]*"/#) else {
        return answer(request)
      }
      var text = String(decoding: octets, as: UTF8.self)
      if request.method == "PATCH" { return refusal(422) }
      if let other = text.firstMatch(of: #/"note":"[^"]*"/#) {
        text.replaceSubrange(other.range, with: String(note.0))
      } else if text.hasSuffix("}"), text.count > 2 {
        text = text.dropLast() + "," + note.0 + "}"
      }
      var changed = request
      changed.content = .bytes(Array(text.utf8))
      return answer(changed)
    },
  ]

  /// Somebody removes the newest item where a DELETE is repeated: one of the times counted from 1.
  private static func removing(
    _ what: String, broken: [String], when isMeant: @escaping @Sendable (Int) -> Bool
  ) -> UnusualServer {
    UnusualServer(testDescription: what, broken: broken) { request, answer, memory in
      let response = answer(request)
      if request.method == "POST", response.status == 201,
        let made = response.line("Location").flatMap({ Int($0.dropFirst(7)) })
      {
        memory.counts["newest"] = made
      }
      if request.method == "DELETE", response.status == 404, let newest = memory.counts["newest"],
        isMeant(memory.count("repeated"))
      {
        _ = answer(HTTPRequest(method: "DELETE", url: ModelSender.url("/items/\(newest)")))
      }
      return response
    }
  }

  /// An answer that something will be done.
  private static let accepted = HTTPResponse(
    status: 202,
    fields: HTTPFields([
      ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Content-Length", "0"),
    ]))

  /// A refusal without words.
  private static func refusal(_ status: Int) -> HTTPResponse {
    HTTPResponse(
      status: status,
      fields: HTTPFields([
        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("Allow", "GET"), ("Content-Length", "0"),
        ("Retry-After", "1"),
      ]))
  }
}

extension HTTPResponse {
  var isSuccess: Bool { 200...299 ~= status }
}
