import AccordConformance
import AccordHTTP
import AccordTestSupport
import Testing

/// What is no fault, however much it looks like one, and what is one beside it.
@Suite("Where rules of reads are silent")
struct ReadSilenceTests {
  /// A server that does something otherwise, and what is told of it.
  struct Manner: Sendable, CustomTestStringConvertible {
    let what: String
    let rule: String
    var target = ModelSender.items
    var api: @Sendable () -> ModelAPI = { ModelAPI() }
    /// The level at which the rule is broken; `nil` for one that is not.
    var level: RuleLevel?
    /// Whether the rule is said to be kept; `nil` where it does not matter.
    var isKept: Bool? = false
    let alteration: @Sendable () -> AlteredSender.Alteration

    var testDescription: String { "\(rule): \(what)" }
  }

  @Test("Each manner is told as what it is", arguments: manners)
  func tells(_ manner: Manner) {
    let run = ReadRun(
      AlteredSender(manner.api(), manner.alteration()), [manner.target],
      allowing: Set(SafetyClass.allCases))
    let broken = run.broken.intersection(ReadRuleTests.rules + ["sec.https-only"])
    #expect(broken == (manner.level == nil ? [] : [manner.rule]), "\(run.tellings)")
    if let level = manner.level {
      let rule = RuleCatalogue.rules.first { $0.id == manner.rule }
      #expect((run.evidence(manner.rule)?.level ?? rule?.level) == level)
    } else if let isKept = manner.isKept {
      #expect((run.kept(manner.rule) > 0) == isKept, "\(run.tellings)")
    }
  }

  @Test("Somebody else who writes once raises nothing, whenever it is", arguments: 1...90)
  func isSilent(ofWriteBefore moment: Int) {
    var count = 0
    let sender = AlteredSender { request, answer in
      count += 1
      if count == moment {
        _ = answer(
          HTTPRequest(
            method: "POST", url: ModelSender.url("/items"),
            fields: [RequestField("Content-Type", "application/json")],
            content: .bytes(Array(#"{"name":"theirs","quantity":1}"#.utf8))))
        _ = answer(
          HTTPRequest(
            method: "PUT", url: ModelSender.url("/items/1"),
            fields: [RequestField("Content-Type", "application/json")],
            content: .bytes(Array(#"{"name":"theirs","quantity":10}"#.utf8))))
      }
      return answer(request)
    }
    let run = ReadRun(sender, [ModelSender.items.allowing])
    #expect(run.broken.isEmpty, "\(run.tellings)")
  }

  @Test("What a clock changes raises nothing, however slow it is", arguments: [2, 3, 5, 7, 11, 40])
  func isSilent(ofClock period: Int) {
    let now = PausedClock()
    let sender = AlteredSender { request, answer in
      // A pause lasts as long as many requests.
      let ticks = now.tick() / period
      return answer(request).showing("\"hour\":\(ticks)")
    }
    now.sender = sender
    let run = ReadRun(sender, [ModelSender.items.allowing, Self.steady])
    #expect(run.broken.intersection(ReadRuleTests.rules).isEmpty, "\(run.tellings)")
  }

  static let manners = reading + negotiation + origins + state + access + absence + places

  /// Answers every request to a place as the model does, and then otherwise.
  private static func answers(
    to place: String? = nil, method: String? = nil, with field: String? = nil,
    _ change: @escaping @Sendable (HTTPRequest, HTTPResponse) -> HTTPResponse
  ) -> @Sendable () -> AlteredSender.Alteration {
    {
      { request, answer in
        let isMeant =
          (place == nil || request.place == place) && (method == nil || request.method == method)
          && (field == nil || request.fields.contains { $0.name == field })
        return isMeant ? change(request, answer(request)) : answer(request)
      }
    }
  }

  private static let steady = ModelSender.document("steady").allowing
  private static let page = Array("<!doctype html><title>Shop</title>".utf8)

  private static let reading: [Manner] = [
    Manner(
      what: "HEAD without Content-Length and Vary", rule: "http.head.matches-get", target: steady,
      isKept: true,
      alteration: answers(method: "HEAD") { _, answer in
        answer.with("Content-Length", nil).with("Vary", nil)
      }),
    Manner(
      what: "HEAD without ETag", rule: "http.head.matches-get", target: steady, level: .may,
      alteration: answers(method: "HEAD") { _, answer in answer.with("ETag", nil) }),
    Manner(
      what: "HEAD without Content-Length", rule: "http.head.content-length", target: steady,
      alteration: answers(method: "HEAD") { _, answer in answer.with("Content-Length", nil) }),
    Manner(
      what: "HEAD is refused for want of permission", rule: "http.head.supported", target: steady,
      alteration: answers(method: "HEAD") { _, answer in answer.with(status: 403) }),
    Manner(
      what: "the same is written again between two reads", rule: "http.etag.stable",
      target: steady,
      alteration: {
        var count = 0
        return { request, answer in
          count += 1
          // One without codings, of which each would have a tag of its own.
          var request = request
          request.fields.removeAll { $0.name == "Accept-Encoding" }
          return answer(request).with("ETag", count < 6 ? #""one""# : #""two""#)
        }
      }),
    Manner(
      what: "HEAD without ETag and without Content-Language", rule: "http.head.matches-get",
      target: steady, level: .should,
      alteration: answers { request, answer in
        request.method == "HEAD"
          ? answer.with("ETag", nil) : answer.with("Content-Language", "en")
      }),
    Manner(
      what: "many members, nearly all of which change with each read", rule: "http.get.safe",
      isKept: nil,
      alteration: {
        var state: UInt64 = 7
        return { request, answer in
          answer(request).showing(
            (0..<170).map { place in
              state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
              let changes = (state >> 33) % 100 < 95
              return "\"m\(place)\":\(changes ? state >> 40 : 0)"
            }.joined(separator: ","))
        }
      }),
    Manner(
      what: "conditional requests are not supported", rule: "http.304.headers", target: steady,
      alteration: {
        { request, answer in
          var request = request
          request.fields.removeAll { $0.name.hasPrefix("If-") }
          return answer(request)
        }
      }),
  ]

  private static let negotiation: [Manner] = [
    Manner(
      what: "weak tags that representations share", rule: "http.etag.per-representation",
      alteration: answers { _, answer in
        answer.line("ETag") == nil ? answer : answer.with("ETag", #"W/"one""#)
      }),
    Manner(
      what: "what no cache may keep", rule: "http.vary.present", api: { ModelAPI(.noVary) },
      alteration: answers { _, answer in answer.with("Cache-Control", "no-store") }),
    Manner(
      what: "an answer that repeats the request", rule: "http.vary.present", target: steady,
      isKept: nil,
      alteration: answers { request, answer in
        let fields = request.fields.map { "\"\($0.name)\":\"\($0.value ?? "")\"" }
        return answer.status == 200
          ? answer.with { _ in
            "{\"url\":\"\(request.url)\",\"fields\":{\(fields.joined(separator: ","))}}"
          } : answer
      }),
    Manner(
      what: "types that cannot be had are refused", rule: "http.vary.present", target: steady,
      isKept: true,
      alteration: answers(with: "Accept") { _, answer in answer.with(status: 406) }),
    Manner(
      what: "what stands in front refuses it", rule: "http.unknown-field.ignored", target: steady,
      alteration: answers(with: "X-Conformance-Probe") { _, answer in answer.with(status: 403) }),
    Manner(
      what: "too many requests", rule: "http.unknown-field.ignored", target: steady,
      alteration: answers(with: "X-Conformance-Probe") { _, answer in answer.with(status: 429) }),
  ]

  private static let origins: [Manner] = [
    Manner(
      what: "everybody may read, without credentials", rule: "sec.cors.reflect-any",
      target: ModelSender.document("steady"), isKept: true,
      alteration: answers { _, answer in answer.with("Access-Control-Allow-Origin", "*") }),
    Manner(
      what: "whoever asks may read, without credentials", rule: "sec.cors.reflect-any",
      target: steady, isKept: true,
      alteration: answers { request, answer in
        answer.with("Access-Control-Allow-Credentials", nil)
          .with(
            "Access-Control-Allow-Origin", request.fields.first { $0.name == "Origin" }?.value)
      }),
    Manner(
      what: "one origin is named to everybody", rule: "sec.cors.vary-origin", target: steady,
      api: { ModelAPI(.noVaryOrigin) },
      alteration: answers { _, answer in
        answer.with("Access-Control-Allow-Origin", ModelAPI.origin)
      }),
    Manner(
      what: "any origin is named, and * where none asks", rule: "sec.cors.vary-origin",
      target: steady, isKept: true,
      alteration: answers { naming($0, in: $1, credentials: nil, vary: "Origin, Accept-Encoding") }),
    Manner(
      what: "any origin is named without Vary", rule: "sec.cors.vary-origin", target: steady,
      level: .convention,
      alteration: answers { naming($0, in: $1, credentials: nil, vary: "Accept-Encoding") }),
    Manner(
      what: "* where none asks, and credentials for one that does", rule: "sec.cors.vary-origin",
      target: steady, level: .convention,
      alteration: answers { request, answer in
        let asks = request.fields.contains { $0.name == "Origin" && $0.value == ModelAPI.origin }
        return naming(
          request, in: answer, credentials: asks ? "true" : nil, vary: "Origin, Accept-Encoding")
      }),
    Manner(
      what: "what no cache may keep", rule: "sec.cors.vary-origin", target: steady,
      api: { ModelAPI(.noVaryOrigin) },
      alteration: answers { _, answer in answer.with("Cache-Control", "no-store") }),
  ]

  /// An answer that names the origin that asks, with Vary, and `*` where none does.
  private static func naming(
    _ request: HTTPRequest, in answer: HTTPResponse, credentials: String?, vary: String
  ) -> HTTPResponse {
    let origin = request.fields.first { $0.name == "Origin" }?.value
    return answer.with("Access-Control-Allow-Origin", origin ?? "*")
      .with("Access-Control-Allow-Credentials", credentials)
      .with("Vary", origin == nil ? "Accept-Encoding" : vary)
  }

  private static let state: [Manner] = [
    Manner(
      what: "a cookie for the load balancer", rule: "rest.stateless.cookie", target: steady,
      alteration: answers { _, answer in answer.with("Set-Cookie", "AWSALB=abcdef; Path=/") }),
    Manner(
      what: "a cookie that changes nothing", rule: "rest.stateless.cookie", target: steady,
      isKept: true, alteration: answers { _, answer in answer.with("Set-Cookie", "a=1; Path=/") }),
    Manner(
      what: "a cookie that keeps what would else be chosen at random",
      rule: "rest.stateless.cookie",
      target: steady, isKept: nil,
      alteration: {
        var count = 0
        return { request, answer in
          count += 1
          let isKept = request.fields.contains { $0.name == "Cookie" }
          let group = isKept || count % 3 > 0 ? "a" : "b"
          return answer(request).showing("\"group\":\"\(group)\"")
            .with("Set-Cookie", "group=a; Path=/; SameSite=Lax")
        }
      }),
    Manner(
      what: "a number of each read", rule: "rest.stateless.order", target: steady,
      api: { ModelAPI() }, isKept: true,
      alteration: {
        var count = 0
        return { request, answer in
          count += 1
          let number = count
          return answer(request).showing("\"number\":\(number)")
        }
      }),
  ]

  private static let access: [Manner] = [
    Manner(
      what: "a connection that nobody knows to be the same",
      rule: "rest.auth.not-connection-bound", target: ModelSender.protected,
      alteration: { { request, answer in answer(request) } }),
    Manner(
      what: "404 hides what is there", rule: "http.auth.missing-401",
      target: ModelSender.protected, level: .convention, alteration: refusing(with: 404)),
    Manner(
      what: "410 hides what is there", rule: "http.auth.missing-401",
      target: ModelSender.protected, level: .convention, alteration: refusing(with: 410)),
    Manner(
      what: "403 in place of 401", rule: "http.auth.missing-401", target: ModelSender.protected,
      level: .should, alteration: refusing(with: 403)),
    Manner(
      what: "the server is overloaded", rule: "http.auth.missing-401",
      target: ModelSender.protected, alteration: refusing(with: 503)),
  ]

  /// Answers 401 with another response code.
  private static func refusing(
    with status: Int
  ) -> @Sendable () -> AlteredSender.Alteration {
    answers { _, answer in answer.status == 401 ? answer.with(status: status) : answer }
  }

  private static let absence: [Manner] = absent + methods

  private static let absent: [Manner] = [
    Manner(
      what: "an application for browsers answers every path", rule: "http.404.unknown-path",
      target: ModelSender.server,
      alteration: answers { _, answer in
        guard answer.status == 404 else { return answer }
        var page = answer.with(status: 200).with("Content-Type", "text/html")
        page.body = Self.page
        return page.with("Content-Length", "\(Self.page.count)")
      }),
    Manner(
      what: "credentials are asked for before anything else", rule: "http.404.unknown-path",
      target: ModelSender.server,
      alteration: answers { _, answer in answer.status == 404 ? answer.with(status: 401) : answer }
    ),
    Manner(
      what: "who is not logged in is led there", rule: "http.404.unknown-path",
      target: ModelSender.server,
      alteration: answers { _, answer in
        answer.status == 404 ? answer.with(status: 302).with("Location", "/login?to=/") : answer
      }),
    Manner(
      what: "403 hides what is not there", rule: "http.404.unknown-item",
      alteration: answers { _, answer in answer.status == 404 ? answer.with(status: 403) : answer }
    ),
    Manner(
      what: "an id of another form is answered 400", rule: "http.404.unknown-item", isKept: true,
      alteration: answers { request, answer in
        request.place.hasPrefix("/items/no-such") ? answer.with(status: 400) : answer
      }),
    Manner(
      what: "an id of another form is answered 500", rule: "http.404.unknown-item",
      level: .convention,
      alteration: answers { request, answer in
        request.place.hasPrefix("/items/no-such") ? answer.with(status: 500) : answer
      }),
    Manner(
      what: "a method that nobody knows is forbidden", rule: "http.method.unknown-501",
      target: ModelSender.server,
      alteration: answers(method: "FROB") { _, answer in answer.with(status: 403) }
    ),
  ]

  private static let methods = [402, 404, 408, 421, 426, 451].map { status in
    Manner(
      what: "what is not allowed is answered \(status)", rule: "http.method.not-allowed-405",
      target: steady,
      alteration: answers { _, answer in
        answer.status == 405 ? answer.with(status: status) : answer
      })
  }

  private static let places: [Manner] = [
    Manner(
      what: "a gateway refuses what may be encoded twice", rule: "uri.percent-normalisation",
      target: steady,
      alteration: answers { request, answer in
        request.place.contains("%") ? answer.with(status: 400) : answer
      }),
    Manner(
      what: "the plain form is where one is led", rule: "uri.percent-normalisation",
      target: steady, isKept: true,
      alteration: answers { request, answer in
        request.place.contains("%")
          ? answer.with(status: 308).with("Location", "/steady") : answer
      }),
    Manner(
      what: "links of a resource to itself show how it was asked for", rule: "uri.trailing-slash",
      target: steady, isKept: true,
      alteration: {
        { request, answer in
          var asked = request
          let place = request.place
          if place == "/steady/" { asked.url = ModelSender.url("/steady") }
          return answer(asked).showing("\"self\":\"\(place)\"")
        }
      }),
    Manner(
      what: "links to another server", rule: "link.targets-resolve", target: steady,
      alteration: answers(to: "/steady") { _, answer in
        answer.with("Link", #"<https://elsewhere.example/a>; rel="next""#)
      }),
    Manner(
      what: "a link to what may not be read", rule: "link.targets-resolve", target: steady,
      alteration: answers(to: "/steady") { _, answer in
        answer.with("Link", #"</busy>; rel="next""#)
      }),
    Manner(
      what: "a feed that does not end", rule: "link.next-terminates",
      api: { ModelAPI(items: 70) }, alteration: { { request, answer in answer(request) } }),
    Manner(
      what: "a total of something else", rule: "link.next-no-duplicates",
      api: { ModelAPI(.pageLoses) }, isKept: true,
      alteration: answers { request, answer in
        request.method == "HEAD"
          ? answer.with("Content-Length", nil)
          : answer.with { $0.replacing(#""total":"#, with: #""total":9"#) }
      }),
    Manner(
      what: "plain HTTP is led to https", rule: "sec.https-only", target: secure, isKept: true,
      alteration: plain { $0.with(status: 308).with("Location", "https://model.test/steady") }),
    Manner(
      what: "something else listens for plain HTTP", rule: "sec.https-only", target: secure,
      alteration: plain { answer in
        var page = answer.with("Content-Type", "text/html")
        page.body = Self.page
        return page
      }),
    Manner(
      what: "nothing listens for plain HTTP", rule: "sec.https-only", target: secure, isKept: true,
      alteration: plain { _ in nil }),
    Manner(
      what: "plain HTTP is served", rule: "sec.https-only", target: secure, level: .convention,
      alteration: plain { $0 }),
  ]

  private static let secure = ProbeTarget(
    name: "/steady", url: "https://model.test/steady", kind: .server)

  /// Answers over TLS as the model does, and otherwise without.
  private static func plain(
    _ change: @escaping @Sendable (HTTPResponse) -> HTTPResponse?
  ) -> @Sendable () -> AlteredSender.Alteration {
    {
      { request, answer in
        request.url.hasPrefix("https:") ? answer(request) : change(answer(request))
      }
    }
  }
}

/// Counts requests, and pauses as many of them.
private final class PausedClock {
  weak var sender: AlteredSender?
  private var count = 0

  func tick() -> Int {
    count += 1
    return count + Int((sender?.inner.paused ?? .zero) / .milliseconds(20))
  }
}

extension HTTPResponse {
  /// The same, with another member in content that is an object.
  fileprivate func showing(_ member: String) -> HTTPResponse {
    guard status == 200 else { return self }
    // HEAD does not know what would be shown.
    if body.isEmpty {
      return with("Content-Length", nil).with("ETag", nil).with("Cache-Control", "no-store")
    }
    return with { $0.hasSuffix("}") ? $0.dropLast() + "," + member + "}" : $0 }
      .with("Cache-Control", "no-store")
  }
}
