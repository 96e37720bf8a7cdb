import AccordConformance
import AccordContract
import AccordDocuments
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("What probes found, in reports for programs")
struct ProbeReportTests {
  private func report(_ kind: ReportKind, failsFrom: RuleLevel? = .must) throws -> String {
    try rendered(kind, ProbeSamples.run(ProbeSamples.conformance(failsFrom: failsFrom)))
  }

  // MARK: - JUnit

  @Test(
    "In JUnit each rule of each target is a case, in a suite of the target",
    arguments: [true, false])
  func junit(isStrict: Bool) throws {
    let document = try JUnitDocument(report(isStrict ? .strict : .junit))
    #expect(
      document.suites.dropFirst().map { $0.attribute("name") }
        == ["conformance /cart", "conformance /account"])
    let cases = document.suites[1].elements("testcase")
    #expect(
      cases.compactMap { $0.attribute("name") }
        == [
          "problem.used /cart", "http.405.allow /cart", "sec.nosniff /cart", "json.valid /cart",
          "sec.server-detail /cart", "http.etag.present /cart",
        ])
    #expect(cases[1].attribute("classname") == "conformance.methods")
    let failure = try #require(cases[1].elements("failure").first)
    #expect(
      failure.attribute("message")
        == "http.405.allow  /cart: /quantity is another after the same PUT was sent again")
    for part in [
      "before     > GET http", "after      > GET", "< /quantity: 6", "reproduce: curl -X PUT",
    ] {
      #expect(failure.text.contains(part), "\(part)")
    }
    #expect(
      cases[5].elements("skipped").first?.attribute("message")
        == "not applicable: the collection has no item that can be read")
    let account = document.suites[2]
    #expect(
      account.elements("testcase")[0].elements("skipped").first?.attribute("message")
        == "inconclusive: GET /account answered 403")
    let alarms = account.elements("properties")[0].elements("property")
      .filter { $0.attribute("name") == "alarm" }
    #expect(alarms.count == 2)
  }

  @Test("Targets of one name have cases of different names")
  func sameName() throws {
    var conformance = ProbeSamples.conformance(
      cart: [ProbeSamples.kept("sec.nosniff"), ProbeSamples.kept("json.valid")])
    conformance.probed[1] = ProbedTarget(id: ProbeSamples.account, name: "/cart", index: 1)
    let document = try JUnitDocument(rendered(.junit, ProbeSamples.run(conformance)))
    #expect(
      document.cases.compactMap { $0.attribute("name") }
        == [
          "GET /users", "sec.nosniff /cart", "json.valid /cart", "http.405.allow /cart",
          "sec.nosniff /cart (2)",
        ])
  }

  @Test("What does not fail the run passes, with a remark", arguments: [true, false])
  func warning(isStrict: Bool) throws {
    let text = try report(isStrict ? .strict : .junit, failsFrom: nil)
    #expect(!text.contains("<failure"))
    #expect(text.contains("MUST: http.405.allow  /cart: /quantity is another"))
  }

  // MARK: - TAP, CTRF, GitHub, Markdown

  @Test("TAP has one point for all, with each finding in its diagnostic")
  func tap() throws {
    let report = try report(.tap)
    #expect(report.contains("1..2\n"))
    #expect(
      report.contains(
        """
        not ok 2 - conformance: 2 targets probed with 144 requests: 3 rules conform, 3 violated, \
        1 not applicable, 1 inconclusive
          ---
          severity: fail
          targets:
            - summary: "/cart: 2 rules conform, 3 violated, 1 not applicable (143 requests)"
              violated:
                - "MUST http.405.allow  /cart: /quantity is another
        """))
    #expect(
      report.contains(
        """
            - summary: "/account: 1 rule conforms, 1 inconclusive (1 request)"
              alarms:
                - "probing /account did not come to its end: the run was stopped by SIGINT"
        """))
    #expect(report.contains(#"- "http.405.allow inconclusive: GET /account answered 403""#))
  }

  @Test("CTRF has a test for each rule of each target")
  func ctrf() throws {
    let results = try JSONDocument(parsing: report(.ctrf)).root.member("results")
    let tests = try #require(results?.member("tests")).elements.map { $0 }
    #expect(tests.count == 9)
    let broken = tests[2]
    #expect(broken.at("name")?.string == "http.405.allow /cart")
    #expect(broken.at("status")?.string == "failed")
    #expect(broken.at("line")?.sourceText == "7")
    #expect(broken.at("trace")?.string?.contains("reproduce: curl -X PUT") == true)
    #expect(tests[1].at("status")?.string == "other")
    #expect(tests[6].at("status")?.string == "skipped")
    #expect(tests[6].at("message")?.string?.hasPrefix("not applicable: the collection") == true)
    #expect(results?.at("summary", "extra", "alarms")?.count == 2)
    #expect(results?.at("environment", "healthy")?.boolean == false)
  }

  @Test("Annotations stand at the target's line, and what is left behind is a warning")
  func github() throws {
    let lines = try report(.github).split(separator: "\n")
    #expect(
      lines.contains {
        $0.hasPrefix(
          "::error file=specs/Cart.swift,line=7,col=3,title=MUST http.405.allow /cart::MUST http")
          && $0.contains("%0Areproduce: curl -X PUT")
      })
    #expect(
      lines.contains { $0.hasPrefix("::warning title=Probing /account::probing /account did not") })
    #expect(
      lines.contains {
        $0.hasPrefix("::notice file=specs/Cart.swift,line=7,col=3,title=convention problem.used")
      })
    let several = try rendered(
      .github,
      ProbeSamples.run(
        ProbeSamples.conformance(
          cart: ["http.405.allow", "json.valid"].map {
            ProbeSamples.broken(ProbeSamples.rule($0), ProbeSamples.comparison())
          })))
    #expect(several.contains("title=2 rules violated by /cart::MUST http.405.allow  /cart: "))
  }

  @Test("Markdown has a heading for each target, and findings that unfold")
  func markdown() throws {
    let report = try report(.markdown)
    #expect(
      report.contains(
        "#### ❌ `/cart: 2 rules conform, 3 violated, 1 not applicable (143 requests)`\n\n"
          + "- **MUST** `http.405.allow  /cart: /quantity is another"))
    #expect(
      report.contains("<details><summary>What shows it, and what to change</summary>\n\n```text\n"))
    #expect(report.contains("⚠️ `left behind by the probe of /account, to be removed: "))
  }

  @Test("Markdown keeps to its limit however much probes found, and says what is left out")
  func bounded() throws {
    let long = String(repeating: "`x", count: 200)
    let conformance = ProbeSamples.conformance(
      cart: RuleCatalogue.rules.prefix(60).map {
        ProbeSamples.broken(
          $0, failsFrom: .convention,
          ProbeSamples.comparison(before: #"{"quantity":"\#(long)"}"#, quote: long))
      })
    let report = try rendered(.markdown, ProbeSamples.run(conformance))
    #expect(report.utf8.count <= MarkdownReport.commentLimit)
    #expect(report.contains("### Conformance: "))
    #expect(report.contains("more violations, for which there is no room_"))
  }

  // MARK: - HTML

  @Test("The page has each target with its rules, and the exchanges that show what was found")
  func html() throws {
    let document = HTMLDocument(try report(.html))
    let targets = try #require(try document.end?.at("conformance", "targets"))
    #expect(targets.count == 2)
    let broken = targets.at(0, "rules", 0)
    #expect(broken?.at("verdict")?.string == "violation")
    #expect(broken?.at("fails")?.boolean == true)
    #expect(broken?.at("sections", 0, "url")?.string?.hasPrefix("https://www.rfc-editor") == true)
    #expect(broken?.at("exhibits")?.count == 3)
    let put = broken?.at("exhibits", 1)
    #expect(put?.at("role")?.string == "PUT again")
    #expect(put?.at("exchange", "response", "body", "text")?.string == #"{"id":5,"quantity":6}"#)
    #expect(put?.at("curl")?.string?.hasPrefix("curl -X PUT") == true)
    #expect(targets.at(1, "alarms")?.count == 2)
    #expect(document.title.hasPrefix("Failed: 3 rules violated, 1 passed"))
  }

  @Test("A run of probes alone has a verdict")
  func withoutSteps() throws {
    let kept = ProbeSamples.conformance(cart: [ProbeSamples.kept("json.valid")])
    let run = ProbeSamples.run(kept, records: [])
    #expect(try HTMLDocument(rendered(.html, run)).title.hasPrefix("Passed"))
    #expect(try rendered(.markdown, run).hasPrefix("## ✅ Shop API: no rule fails it\n"))
  }

  // MARK: - Read back

  @Test(
    "Reports of what was read back are those of the run itself",
    arguments: [
      ReportKind.text, .quiet, .wire, .colored, .junit, .strict, .tap, .ctrf, .markdown, .github,
    ])
  func readBack(kind: ReportKind) throws {
    for least in [nil, RuleLevel.must, .should] {
      let run = ProbeSamples.run(ProbeSamples.conformance(failsFrom: least))
      let again = try RoundTripTests.events(rendered(.jsonLines, run))
      #expect(try rendered(kind, again) == rendered(kind, run))
    }
  }

  @Test("Of what was read back the JSON and the page have what the record tells")
  func readBackDocuments() throws {
    let again = try RoundTripTests.events(rendered(.jsonLines, ProbeSamples.run()))
    let json = try JSONDocument(parsing: rendered(.json, again)).root
    let put = json.at("rules", 1, "evidence", "exhibits", 1)
    #expect(put?.at("request", "method")?.string == "PUT")
    #expect(put?.at("response", "status")?.sourceText == "200")
    let page = HTMLDocument(try rendered(.html, again))
    let shown = try page.end?.at("conformance", "targets", 0, "rules", 0, "exhibits", 1)
    #expect(shown?.at("text")?.string?.hasPrefix("> PUT http") == true)
  }
}
