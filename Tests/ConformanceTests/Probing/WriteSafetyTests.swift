import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

@Suite("What a probe makes and removes")
struct WriteSafetyTests {
  private static let known = ["1", "2", "3", "4", "5"]
  private let date = (name: "Date", value: "Sun, 06 Nov 1994 08:49:37 GMT")
  private static let throwaway: Set<SafetyClass> = [.readOnly, .throwaway]

  @Test("A probe that may only read sends safe methods only")
  func readsOnly() {
    let sender = ModelSender()
    let run = ProbeRun(sender, allowing: [.readOnly])
    #expect(!sender.sent.isEmpty)
    #expect(sender.writes.isEmpty)
    #expect(run.left.isEmpty)
    let writing = run.verdicts.filter { verdict in
      verdict.rule.active.map { $0.safety != .readOnly } ?? false
    }
    #expect(writing.count > 20)
    for verdict in writing where verdict.rule.passive == nil {
      #expect(verdict.kept + verdict.broken + verdict.undecided == 0, "\(verdict.rule.id)")
      #expect(verdict.reason?.isEmpty == false, "\(verdict.rule.id)")
    }
  }

  @Test(
    "Nothing is written that was there before, and all that was made is removed or told",
    arguments: [nil] + WriteRuleTests.faults)
  func touchesNothingElse(_ fault: ModelFault?) {
    let sender = ModelSender(ModelAPI(fault))
    let run = ProbeRun(sender, allowing: Self.throwaway)
    #expect(!sender.writes.isEmpty)
    #expect(sender.strayWrites(sparing: Self.known) == [])
    #expect(sender.api.ids.starts(with: Self.known))
    let rest = sender.api.ids.dropFirst(Self.known.count)
    #expect(rest.isEmpty || !run.left.isEmpty, "\(rest) \(run.left)")
    for id in rest {
      #expect(run.left.contains { $0.contains(id) }, "\(id) is not told: \(run.left)")
    }
  }

  @Test("Manners of servers do not change that", arguments: ModelVariant.allCases)
  func staysSafe(_ variant: ModelVariant) {
    let sender = ModelSender(ModelAPI(nil, [variant]))
    let known = sender.api.ids
    let run = ProbeRun(sender, allowing: Self.throwaway)
    #expect(sender.api.ids.starts(with: known))
    #expect(!sender.writes.isEmpty)
    #expect(sender.strayWrites(sparing: known) == [])
    if !["otherWriter", "limited"].contains(variant.rawValue) {
      #expect(sender.api.ids == known, "\(run.left)")
    }
  }

  @Test("All rules of a collection take at most 260 requests")
  func isFrugal() {
    let sender = ModelSender()
    _ = ProbeRun(sender)
    #expect(sender.sent.count <= 260)
  }

  @Test("What cannot be deleted is made once, and told", arguments: [500, 405, 403])
  func tellsWhatIsLeft(_ status: Int) {
    let sender = AlteredSender { [date] request, answer in
      request.method == "DELETE"
        ? HTTPResponse(
          status: status,
          fields: HTTPFields([("Allow", "GET"), ("Content-Length", "0"), date]))
        : answer(request)
    }
    let run = ProbeRun(sender, allowing: Self.throwaway)
    #expect(sender.inner.api.ids.count == Self.known.count + 1)
    #expect(run.left.count == 1)
    #expect(run.left.first?.hasSuffix("/items/6 (DELETE answered \(status))") == true)
    let verdict = run["http.put.idempotent"]
    #expect(verdict?.undecided == 1)
    #expect(verdict?.reason?.contains("cannot be removed") == true)
  }

  @Test("What a DELETE only says it removed is told")
  func seesThroughDELETE() {
    let sender = AlteredSender { [date] request, answer in
      request.method == "DELETE"
        ? HTTPResponse(status: 204, fields: HTTPFields([date])) : answer(request)
    }
    let run = ProbeRun(sender, allowing: Self.throwaway)
    let made = sender.inner.api.ids.dropFirst(Self.known.count)
    #expect(!made.isEmpty)
    for id in made { #expect(run.left.contains { $0.contains("/items/\(id) ") }, "\(id)") }
    #expect(run.broken == ["rest.lifecycle.deleted-gone"])
  }

  @Test("What nobody tells the place of is found in the list, or told")
  func findsWithoutLocation() {
    func sender(hidesList: Bool) -> AlteredSender {
      AlteredSender { request, answer in
        if hidesList, request.method == "GET",
          request.place.hasPrefix("/items?")
            || request.place == "/items"
        {
          return HTTPResponse(status: 404)
        }
        guard request.method == "POST" else { return answer(request) }
        var response = answer(request)
        guard response.status == 201 else { return response }
        response.body = []
        return response.with("Location", nil).with("Content-Length", "0")
      }
    }
    let listed = sender(hidesList: false)
    #expect(ProbeRun(listed, allowing: Self.throwaway).left.isEmpty)
    #expect(listed.inner.api.ids == Self.known)
    let hidden = sender(hidesList: true)
    let run = ProbeRun(hidden, allowing: Self.throwaway)
    #expect(!run.left.isEmpty)
    // Once to find out, and twice for what is said of POST itself.
    #expect(hidden.inner.api.ids.count <= Self.known.count + 3)
  }

  @Test("What a POST finds instead of making it is not removed", arguments: [true, false])
  func keepsUpserted(isListed: Bool) {
    let sender = AlteredSender { request, answer in
      if !isListed, request.method == "GET",
        request.place.hasPrefix("/items?")
          || request.place == "/items"
      {
        return HTTPResponse(status: 404)
      }
      guard request.method == "POST", request.place == "/items" else { return answer(request) }
      var upsert = request
      upsert.method = "PUT"
      upsert.url += "/3"
      // It says so as wrongly as it can.
      let response = answer(upsert)
      return response.status == 200
        ? response.with(status: 201).with("Location", "/items/3") : response
    }
    _ = ProbeRun(sender, allowing: Self.throwaway)
    #expect(sender.inner.api.ids == Self.known)
    #expect(!sender.sent.contains { $0.place == "/items/3" && $0.method != "GET" })
  }

  @Test("A Location that leads to the collection or another server is not written to")
  func keepsCollection() {
    for location in ["/items", "/items/", "/", "http://other.test/items/1", "/items?page=1"] {
      let sender = AlteredSender { request, answer in
        let response = answer(request)
        return request.method == "POST" && response.status == 201
          ? response.with("Location", location) : response
      }
      _ = ProbeRun(sender, allowing: Self.throwaway)
      for request in sender.sent where request.method != "GET" && request.method != "OPTIONS" {
        let isItem = request.place.hasPrefix("/items/") && request.place.count > 7
        #expect(
          isItem && !Self.known.contains { request.place == "/items/\($0)" }
            || request.method == "POST" && request.place == "/items"
            || request.method == "HEAD", "\(location): \(request.method) \(request.place)")
      }
      #expect(sender.inner.api.ids.starts(with: Self.known))
    }
  }

  @Test("A POST that was not answered is told, and not sent again")
  func tellsUnanswered() {
    let sender = AlteredSender { request, answer in
      let response = answer(request)
      return request.method == "POST" ? nil : response
    }
    let run = ProbeRun(sender, allowing: Self.throwaway)
    #expect(run.left.contains { $0.contains("was not answered") })
    #expect(sender.sent.count { $0.method == "POST" } <= 3)
  }
}

extension ModelSender {
  /// The writes to what the probe did not make: other than a POST to the collection, a PUT to where an
  /// earlier read found nothing, and writes to where one of these said that it made something, or to as
  /// many other places as POSTs told none.
  ///
  /// - Parameter known: The ids of what was there before.
  fileprivate func strayWrites(sparing known: [String]) -> [String] {
    var own: Set<String> = []
    var free: Set<String> = []
    var untold = 0
    var stray: [String] = []
    for exchange in sent {
      let (method, target) = (exchange.request.method, exchange.request.target)
      let response = exchange.response
      switch method {
      case "GET", "HEAD", "OPTIONS", "TRACE":
        if response.status == 404 { free.insert(target) }
      case "POST" where target == "/items":
        guard 200...204 ~= response.status || response.status == 303 else { continue }
        let text = String(decoding: response.content, as: UTF8.self)
        let id = text.firstMatch(of: #/"id":\s*"?(\w+)/#).map { "/items/\($0.1)" }
        let location = response.value("Location").map { $0.replacing(Self.origin, with: "") }
        let told = [id, location].compactMap { $0 }.filter { $0.hasPrefix("/items/") }
        if told.isEmpty { untold += 1 }
        own.formUnion(told)
      case "PUT" where free.contains(target):
        if 200...204 ~= response.status { own.insert(target) }
      default:
        if own.contains(target) { continue }
        let isKnown = known.contains { target == "/items/\($0)" }
        if untold > 0, !isKnown, target.hasPrefix("/items/") {
          untold -= 1
          own.insert(target)
        } else {
          stray.append("\(method) \(target)")
        }
      }
    }
    return stray
  }
}
