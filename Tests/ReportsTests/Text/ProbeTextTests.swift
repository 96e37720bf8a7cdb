import AccordConformance
import AccordContract
import AccordHTTP
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("What probes found, as text")
struct ProbeTextTests {
  @Test("A violation teaches: what is demanded and where, the exchanges, what to change, the curl lines")
  func picture() throws {
    let report = try rendered(.text, ProbeSamples.run())
    print(report)
  }
}
