import AccordEngine
import AccordReports
import Testing

@testable import AccordReports

@Suite("What is said of Retry-After")
struct MannersWordingTests {
  @Test(
    "Each reason is told",
    arguments: [
      (Deferral(status: 429, course: .waited(.seconds(1))), nil),
      (
        Deferral(status: 429, course: .tooLong(asked: .seconds(60), limit: .milliseconds(500))),
        "its Retry-After of 60 s does not fit into the step's time of 500 ms, so the answer counts as it is"
      ),
      (
        Deferral(status: 503, course: .unusable("so\u{1B}[31mon")),
        "its Retry-After is \"so\\u{1B}[31mon\", neither seconds nor a date (RFC 9110 section 10.2.3), so the answer counts as it is"
      ),
      (
        Deferral(status: 503, course: .mayHaveActed(method: "POST")),
        "its Retry-After was not followed: POST is not idempotent, and the server may have acted before it said 503 (RFC 9110 section 9.2.2)"
      ),
      (
        Deferral(status: 429, course: .tooOften(10)),
        "its Retry-After was not followed: the step was sent again 10 times already, and the answer counts as it is"
      ),
    ] as [(Deferral, String?)])
  func reasons(deferral: Deferral, text: String?) {
    #expect(Wording().reason(deferral) == text)
  }

  @Test("How often and how long is told of a step and of a run")
  func waits() {
    var record = Samples.record(0, .passed(isFixed: false))
    #expect(Wording.waits(record) == nil)
    record.deferrals = [Deferral(status: 429, course: .waited(.milliseconds(1_010)))]
    #expect(Wording.waits(record) == "once, for 1.01 s, as Retry-After of 429 asked")
    record.deferrals += [
      Deferral(status: 503, course: .waited(.seconds(2))),
      Deferral(status: 503, course: .tooOften(2)),
    ]
    #expect(Wording.waits(record) == "2 times, for 3.01 s, as Retry-After of 429 and 503 asked")
    var totals = RunTotals()
    #expect(Wording.waits(totals) == nil)
    totals.add(record)
    #expect(Wording.waits(totals) == "waited 2 times, for 3.01 s in all, as Retry-After asked")
  }
}
