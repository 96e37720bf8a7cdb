import AccordConformance
import AccordContract
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("What probes found, as text")
struct ProbeTextTests {
  private static let idempotency = Rule(
    "http.put.idempotent", .must, .methods, "A PUT that is sent again changes nothing more.",
    remedy: "Store what a PUT carries in place of what was there.",
    also: [Citation(.rfc9110, "9.2.2")])

  private func report(
    _ kind: ReportKind = .text, failsFrom: RuleLevel? = .must, _ rules: [RuleAccount]? = nil
  ) throws -> String {
    try rendered(
      kind, ProbeSamples.run(ProbeSamples.conformance(failsFrom: failsFrom, cart: rules)))
  }

  @Test(
    "A violation teaches: what is demanded and where, what shows it, what to change, how to see it")
  func picture() throws {
    let broken = ProbeSamples.broken(Self.idempotency, ProbeSamples.comparison())
    let kept = ["sec.nosniff", "json.valid"].map { ProbeSamples.kept($0) }
    #expect(
      try report(.text, [broken] + kept).hasPrefix(
        """
        ✔ /users   1 passed   12 ms
        ✘ MUST http.put.idempotent  /cart: /quantity is another after the same PUT was sent again
          A PUT that is sent again changes nothing more.
          RFC 9110 section 9.2.2, https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
          before     > GET http://127.0.0.1:8080/cart/5
                     < 200 OK
                     < /quantity: 3
          PUT again  > PUT http://127.0.0.1:8080/cart/5
                     > Content-Type: application/json
                     > Authorization: ***
                     > {"product":7,"quantity":3}
                     < 200 OK
          after      > GET http://127.0.0.1:8080/cart/5
                     < 200 OK
                     < /quantity: 6
                     < ETag is not there
          on the server: Store what a PUT carries in place of what was there.
          reproduce: curl http://127.0.0.1:8080/cart/5
          reproduce: curl -X PUT -H 'Content-Type: application/json' -H 'Authorization: ***' \
        -d '{"product":7,"quantity":3}' http://127.0.0.1:8080/cart/5
          reproduce: curl http://127.0.0.1:8080/cart/5
          /cart: 2 rules conform, 1 violated (143 requests)
        ! probing /account did not come to its end: the run was stopped by SIGINT
        ! left behind by the probe of /account, to be removed: http://127.0.0.1:8080/account/keys/9
          /account: 1 rule conforms, 1 inconclusive (1 request)
        Shop API: 1 passed

        """))
  }

  @Test("What does not fail the run is told in short, unless everything is asked for")
  func lesser() throws {
    let short = """
      ! SHOULD sec.server-detail  /cart: the message is answered though Host is there twice
        RFC 9110 section 10.2.4, https://www.rfc-editor.org/rfc/rfc9110#section-10.2.4
        on the server: Switch off versions in Server (`server_tokens off`), and X-Powered-By altogether.
      – convention problem.used  /cart: Content-Type is text/plain

      """
    #expect(try report().contains(short))
    let whole = try report(.wire)
    #expect(!whole.contains(short))
    #expect(whole.contains("! SHOULD sec.server-detail  /cart: "))
    #expect(whole.contains("  < 404 OK\n  < Content-Type is not there\n"))
  }

  @Test("A SHOULD that fails the run is told as a MUST is")
  func strict() throws {
    let report = try report(failsFrom: .should)
    #expect(report.contains("✘ SHOULD sec.server-detail  /cart: "))
    #expect(report.contains("– convention problem.used  /cart: "))
    #expect(report.contains("two hosts  > GET /cart HTTP/1.1\n             > Host: a\n"))
  }

  @Test("Octets that curl cannot send have another command, or none where they are too many")
  func raw() throws {
    func command(_ exchange: Exchange) throws -> String {
      try report(
        failsFrom: .must,
        [
          ProbeSamples.broken(
            Self.idempotency,
            Evidence(
              part: .framing, problem: "p", exhibits: [Exhibit("", exchange, .framing)]))
        ])
    }
    let plain = try command(ProbeSamples.raw())
    #expect(
      plain.contains(
        #"  reproduce: printf 'GET /cart HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n' | nc -w 5 127.0.0.1 8080"#
          + "\n    (curl cannot send these octets)\n"))
    #expect(plain.contains("  < 200 OK\n  < 2 octets of content\n"))
    #expect(
      try command(ProbeSamples.raw("https://a.example/cart"))
        .contains("| openssl s_client -quiet -connect a.example:443\n"))
    let second = try command(ProbeSamples.raw(after: "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"))
    #expect(
      second.contains(
        #"printf 'GET /a HTTP/1.1\r\nHost: a\r\n\r\nGET /cart HTTP/1.1\r\nHost: a\r\n"#
          + #"Host: b\r\n\r\n' | nc"#))
    #expect(second.contains("(curl cannot send these octets; the last answer is the one to what"))
    let long = try command(ProbeSamples.raw(content: [UInt8](repeating: 0x61, count: 5_000)))
    #expect(!long.contains("printf"))
    #expect(long.contains("(curl cannot send these 5,040 octets, and they are too long to show)"))
  }

  @Test("Why a rule is inconclusive is told where everything is asked for")
  func reasons() throws {
    let line = "    http.405.allow inconclusive: GET /account answered 403\n"
    #expect(try report(.wire).contains("1 inconclusive (1 request)\n" + line))
    #expect(try !report().contains(line))
  }

  @Test("What is left behind and what was cut short is told however little is asked for")
  func quiet() throws {
    let report = try report(.quiet)
    #expect(report.contains("! left behind by the probe of /account, to be removed: http://127"))
    #expect(report.contains("! probing /account did not come to its end: the run was stopped"))
    #expect(report.contains("✘ MUST http.405.allow  /cart: "))
    #expect(!report.contains("SHOULD"))
    #expect(!report.contains("/cart: 2 rules conform"))
  }

  @Test("The parts that show it are set off where colours are")
  func colored() throws {
    let report = try report(.colored)
    #expect(report.contains("\u{1B}[31m✘ MUST\u{1B}[0m http.405.allow  /cart: "))
    #expect(report.contains("\u{1B}[1m< /quantity: 6\u{1B}[0m\n"))
  }

  @Test("A long role stands in a line of its own")
  func longRole() throws {
    let role = "after the same PUT was sent a second time"
    let broken = ProbeSamples.broken(Self.idempotency, ProbeSamples.comparison(role: role))
    #expect(
      try report(.text, [broken]).contains(
        "  \(role)\n    > GET http://127.0.0.1:8080/cart/5\n    < 200 OK\n"))
  }

  @Test(
    "A value that cannot be read says why",
    arguments: [
      ("", " is not there: no content"), ("<a/>", " cannot be read: the content is no JSON"),
      ("{}", " is not there"), (#"{"quantity": [1, 2]}"#, ": [1,2]"),
    ])
  func members(body: String, words: String) throws {
    let broken = ProbeSamples.broken(Self.idempotency, ProbeSamples.comparison(before: body))
    #expect(try report(.text, [broken]).contains("             < /quantity\(words)\n".dropFirst(2)))
  }

  @Test("A run of probes alone says what came of the rules, not of steps")
  func withoutSteps() throws {
    let broken = try rendered(.text, ProbeSamples.run(records: []))
    #expect(broken.contains("\nShop API: 3 rules violated\n"))
    let kept = ProbeSamples.conformance(cart: [ProbeSamples.kept("json.valid")])
    #expect(
      try rendered(.text, ProbeSamples.run(kept, records: [])).contains(
        "\nShop API: no rule violated\n"))
  }
}
