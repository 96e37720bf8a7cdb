import AccordConformance
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("Cookies in what shows a finding")
struct ExhibitedCookieTests {
  private static let exchange = Samples.exchange(
    "GET", "/cart", fields: [RequestField("Cookie", "sid=sesame-1; lang=de")],
    responseFields: [
      ("Set-Cookie", "sid=sesame-2; Path=/; HttpOnly"), ("Set-Cookie", "old=; Max-Age=0"),
      ("X-Other", "sid=kept"),
    ])

  @Test("Their values are shown in no report")
  func hidden() throws {
    let evidence = Evidence(
      part: .field("Set-Cookie"), problem: "has no Secure", quote: "sid",
      exhibits: [Exhibit("the answer", Self.exchange, .field("Set-Cookie"))])
    let run = ProbeSamples.run(
      ProbeSamples.conformance(
        cart: [ProbeSamples.broken(ProbeSamples.rule("cookie.secure"), evidence)]))
    for kind in ReportKind.allCases {
      let report = try rendered(kind, run)
      #expect(!report.contains("sesame-"), "\(kind)")
    }
    #expect(try rendered(.text, run).contains("has no Secure"))
  }

  @Test("Their names and attributes stay, and what has no value")
  func attributes() {
    let shown = Self.exchange.withoutCredentials
    #expect(
      shown.response?.fields.all("set-cookie").map(\.value) == [
        "sid=***; Path=/; HttpOnly", "old=; Max-Age=0",
      ])
    #expect(shown.response?.fields.first("x-other")?.value == "sid=kept")
    #expect(shown.request.fields.map(\.value) == ["***"])
  }
}
