import AccordHTTP
import Testing

@testable import AccordConformance

@Suite("Exchanges as rules see them")
struct ObservedExchangeTests {
  @Test("What is found in one pass over a head is what searching it finds", arguments: RuleCase.all)
  func fields(_ known: RuleCase) {
    let observed = ObservedExchange(known.exchange, fidelity: known.fidelity)
    let fields = known.exchange.response?.fields ?? HTTPFields()
    for field in KnownField.allCases {
      let lines = fields.all(field.name).map(\.valueOctets)
      #expect(observed.has(field) == !lines.isEmpty)
      #expect(observed.repeats(field) == (lines.count > 1))
      #expect(observed.value(field) == lines.first)
      #expect(observed.single(field) == (lines.count == 1 ? lines[0] : nil))
      #expect(observed.values(field) == lines)
      #expect(observed.quote(field) == fields.first(field.name)?.value ?? "")
    }
    #expect(observed.mediaType == observed.single(.contentType).flatMap { MediaType(parsing: $0) })
  }

  @Test("What is kept of an exchange is what it says", arguments: RuleCase.all)
  func parts(_ known: RuleCase) {
    let exchange = known.exchange
    let observed = ObservedExchange(exchange, fidelity: known.fidelity)
    let isWhole = known.fidelity != .incomplete
    #expect(observed.response == exchange.response)
    #expect(observed.status == exchange.response?.status ?? 0)
    #expect(observed.majorVersion == exchange.response?.version.major)
    #expect((observed.error == nil) == (exchange.error == nil))
    #expect(observed.contentCount == (isWhole ? exchange.response?.body.count : nil))
    #expect(observed.octets == (isWhole && exchange.bodySize > 0 ? exchange.response?.body : nil))
  }

  @Test("A field in several lines, in any case, is told in their order")
  func repeated() {
    let fields = HTTPFields([
      (name: "X-Other", value: "0"), (name: "SET-COOKIE", value: "a=1"),
      (name: "Content-Type", value: "text/plain"), (name: "set-cookie", value: "b=2"),
    ])
    let observed = ObservedExchange(
      Exchange(
        request: HTTPRequest(url: "http://127.0.0.1/"),
        result: .success(HTTPResponse(status: 200, fields: fields))))
    let cookies = observed.values(.setCookie).map { String(decoding: $0, as: UTF8.self) }
    #expect(cookies == ["a=1", "b=2"])
    #expect(observed.quote(.setCookie) == "a=1")
    #expect(observed.single(.setCookie) == nil)
    #expect(observed.mediaType?.essence == "text/plain")
  }
}
