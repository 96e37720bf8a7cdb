import AccordConformance
import AccordContract
import AccordHTTP

@testable import AccordEngine
@testable import AccordReports

/// What probes found, made by hand.
enum ProbeSamples {
  static let cart = "Shop API › /cart"
  static let account = "Shop API › /account"

  static let place = SourceLocation(
    fileID: "specs/Cart.swift", filePath: "/nowhere/specs/Cart.swift", line: 7, column: 3)

  /// A rule of the catalogue.
  static func rule(_ id: String) -> Rule {
    RuleCatalogue.rules.first { $0.id == id } ?? RuleCatalogue.rules[0]
  }

  static func kept(
    _ id: String, _ target: String = cart, failsFrom: RuleLevel? = .must
  ) -> RuleAccount {
    var account = RuleAccount(rule: rule(id), target: target, failsFrom: failsFrom)
    account.kept = 1
    return account
  }

  static func notApplicable(
    _ id: String, _ reason: String, _ target: String = cart, failsFrom: RuleLevel? = .must
  ) -> RuleAccount {
    var account = RuleAccount(rule: rule(id), target: target, failsFrom: failsFrom)
    account.reason = reason
    return account
  }

  static func inconclusive(
    _ id: String, _ reason: String, _ target: String = cart, failsFrom: RuleLevel? = .must
  ) -> RuleAccount {
    var account = RuleAccount(rule: rule(id), target: target, failsFrom: failsFrom)
    account.undecided = 1
    account.reason = reason
    return account
  }

  static func broken(
    _ rule: Rule, of target: String = cart, failsFrom: RuleLevel? = .must, _ evidence: Evidence
  ) -> RuleAccount {
    var account = RuleAccount(rule: rule, target: target, failsFrom: failsFrom)
    account.broken = 1
    account.first = RuleViolation(
      rule: rule.id, level: evidence.level ?? rule.level, evidence: evidence,
      exchange: evidence.exhibits.last?.exchange ?? Samples.exchange(), step: target,
      location: place)
    return account
  }

  /// That a member has another value after a PUT was sent again.
  static func comparison(
    before: String = #"{"id":5,"quantity":3}"#, after: String = #"{"id":5,"quantity":6}"#,
    problem: String = "is another after the same PUT was sent again", role: String = "before",
    quote: String? = nil
  ) -> Evidence {
    let json = [(name: "Content-Type", value: "application/json")]
    return Evidence(
      part: .member("/quantity"), problem: problem, quote: quote,
      exhibits: [
        Exhibit(
          role,
          Samples.exchange("GET", "/cart/5", responseFields: json, body: before),
          .member("/quantity")),
        Exhibit(
          "PUT again",
          Samples.exchange(
            "PUT", "/cart/5",
            fields: [
              RequestField("Content-Type", "application/json"),
              RequestField("Authorization", "Bearer tok-hunter3", isSensitive: true),
            ], content: .bytes(Array(#"{"product":7,"quantity":3}"#.utf8)),
            responseFields: json, body: after), .status),
        Exhibit(
          "after", Samples.exchange("GET", "/cart/5", responseFields: json, body: after),
          .member("/quantity"), .field("ETag")),
      ])
  }

  /// What went over a connection of its own.
  static func raw(
    _ url: String = "http://127.0.0.1:8080/cart", content: [UInt8] = [],
    after preceding: String = ""
  ) -> Exchange {
    Exchange(
      request: HTTPRequest(method: "GET", url: url),
      sent: SentRequest(
        head: Array("GET /cart HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".utf8), content: content,
        isRaw: true, preceding: Array(preceding.utf8)),
      result: .success(HTTPResponse(status: 200, reason: "OK", body: Array("[]".utf8))))
  }

  /// What was probed: a collection that breaks three rules, and a protected path whose probe was stopped.
  static func conformance(
    failsFrom: RuleLevel? = .must, passive: [RuleAccount] = [],
    cart rules: [RuleAccount]? = nil
  ) -> ConformanceAccount {
    let violations =
      rules ?? [
        broken(
          rule("problem.used"), failsFrom: failsFrom,
          Evidence(
            part: .field("Content-Type"), problem: "is text/plain",
            exhibits: [
              Exhibit("", Samples.exchange("GET", "/cart/0", status: 404), .field("Content-Type"))
            ])),
        broken(rule("http.405.allow"), failsFrom: failsFrom, comparison()),
        kept("sec.nosniff", failsFrom: failsFrom), kept("json.valid", failsFrom: failsFrom),
        broken(
          rule("sec.server-detail"), failsFrom: failsFrom,
          Evidence(
            part: .framing, problem: "is answered though Host is there twice",
            exhibits: [Exhibit("two hosts", raw(), .framing)])),
        notApplicable(
          "http.etag.present", "the collection has no item that can be read", failsFrom: failsFrom),
      ]
    return ConformanceAccount(
      mode: failsFrom == nil ? .warn : .fail, profile: .rest,
      rules: passive + violations + [
        inconclusive(
          "http.405.allow", "GET /account answered 403", account, failsFrom: failsFrom),
        kept("sec.nosniff", account, failsFrom: failsFrom),
      ],
      probed: [
        ProbedTarget(id: cart, name: "/cart", index: 0, requestCount: 143),
        ProbedTarget(
          id: account, name: "/account", index: 1, requestCount: 1,
          leftovers: ["http://127.0.0.1:8080/account/keys/9"],
          interruption: "the run was stopped by SIGINT"),
      ])
  }

  /// A run that came to this.
  static func run(
    _ conformance: ConformanceAccount = conformance(), secrets: [String] = [],
    records: [StepRecord] = [Samples.record(0, .passed(isFixed: false))]
  ) -> [Event] {
    var header = Samples.header(stepCount: records.count)
    header.conformance = ConformanceHeading(mode: conformance.mode, profile: .rest)
    var footer = Samples.footer(of: records)
    footer.conformance = conformance
    return [.started(header)] + secrets.map { .secret(name: "token", value: $0) }
      + records.map { .finished(step: $0) } + [.ended(footer)]
  }
}
