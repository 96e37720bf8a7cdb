import AccordDocuments
import AccordEngine
import Testing

@testable import AccordReports

@Suite("Words on progress")
struct ProgressWordingTests {
  private static func text(
    _ rate: Double?, _ change: (inout RunProgress.Snapshot) -> Void = { _ in },
    secrets: [String] = []
  ) -> String {
    let redactor = Redactor()
    for secret in secrets { redactor.add(secret) }
    var snapshot = RunProgress.Snapshot()
    snapshot.stepCount = 10_000
    snapshot.done = 1_204
    change(&snapshot)
    return Wording(redactor: redactor).progress(snapshot, rate: rate, at: now)
  }

  private static let now = ContinuousClock.now

  private static func flight(_ endpoint: String) -> RunProgress.Flight {
    .init(method: "GET", endpoint: endpoint, since: now - .milliseconds(1_240))
  }

  @Test("Done, failed, the rate, the time left, and what has been in flight for longest")
  func words() {
    #expect(Self.text(nil) == "1,204 of 10,000 done")
    #expect(Self.text(0) == "1,204 of 10,000 done")
    #expect(Self.text(843.2) == "1,204 of 10,000 done, 843 a second, 10 s left")
    #expect(Self.text(0.25) == "1,204 of 10,000 done, 0.3 a second, 9 h 46 min left")
    #expect(Self.text(0.001) == "1,204 of 10,000 done")
    #expect(Self.text(1e300).hasSuffix(" a second, 1 s left"))
    #expect(Self.text(10) { $0.done = 10_000 } == "10,000 of 10,000 done, 10 a second")
    #expect(
      Self.text(nil) {
        $0.failed = 3
        $0.errors = 1
        $0.slowest = Self.flight("/users/{id}")
      } == "1,204 of 10,000 done, 3 failed, 1 error; GET /users/{id} for 1.24 s")
  }

  private static func probed(
    _ target: String, rule: String? = nil, requests: Int = 0, number: Int = 2, of count: Int = 4
  ) -> RunProgress.ProbedNow {
    var probed = RunProgress.ProbedNow(target: target, number: number, of: count)
    probed.rule = rule
    probed.requestCount = requests
    return probed
  }

  @Test("Of a probe the target, the rule that is tried, and the requests so far")
  func probes() {
    #expect(
      Self.text(843) {
        $0.done = 10_000
        $0.failed = 3
        $0.probed = Self.probed("/cart", rule: "http.put.idempotent", requests: 1_057)
      }
        == "10,000 of 10,000 done, 3 failed; probing /cart (2 of 4): http.put.idempotent, 1,057 requests"
    )
    #expect(
      Self.text(nil) {
        $0.stepCount = 0
        $0.probed = Self.probed("/cart", requests: 1)
      } == "probing /cart (2 of 4): 1 request")
    #expect(
      Self.text(nil) {
        $0.stepCount = 0
        $0.probed = Self.probed("/cart", number: 1, of: 1)
      } == "probing /cart: 0 requests")
    let hidden = Self.text(
      nil, { $0.probed = Self.probed("/\u{1B}[31m/s3cret-token") }, secrets: ["s3cret-token"])
    #expect(hidden.hasSuffix("; probing /\\u{1B}[31m/*** (2 of 4): 0 requests"))
  }

  @Test(
    "Secrets are redacted, and what is not seen is made visible", arguments: HostileTextTests.texts)
  func harmless(_ text: String) {
    let line = Self.text(
      nil, { $0.slowest = Self.flight("/\(text)/s3cret-token") }, secrets: ["s3cret-token"])
    #expect(line.contains("***") && !line.contains("s3cret"))
    #expect(line.unicodeScalars.allSatisfy { VisibleText.isShown($0) })
  }
}
