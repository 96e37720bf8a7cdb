import Testing

@testable import AccordCommandLine

@Suite("Progress is for people at terminals")
struct ProgressTests {
  @Test("It is shown there and nowhere else")
  func conditions() {
    let met = ProgressConditions(
      output: .terminal, errors: .terminal, printsText: true, isQuiet: false,
      environment: ["TERM": "xterm", "CI": ""])
    #expect(met.areMet)
    func with(_ change: (inout ProgressConditions) -> Void) -> Bool {
      var conditions = met
      change(&conditions)
      return conditions.areMet
    }
    #expect(with { $0.output = .elsewhere })
    #expect(
      with {
        $0.output = .elsewhere
        $0.printsText = false
      })
    #expect(!with { $0.output = .pipe })
    #expect(!with { $0.errors = .elsewhere })
    #expect(!with { $0.errors = .pipe })
    #expect(!with { $0.printsText = false })
    #expect(!with { $0.isQuiet = true })
    #expect(!with { $0.environment["CI"] = "1" })
    #expect(!with { $0.environment["TERM"] = "dumb" })
    #expect(!with { $0.environment["TERM"] = nil })
    #expect(!with { $0.environment["TERM"] = "" })
  }

  @Test(
    "A line is cut to the columns that there are",
    arguments: [
      ("12345", 5, "12345"), ("123456", 5, "123…"), ("äöü", 6, "äöü"), ("äöü", 5, "ä…"),
      ("日本", 3, "…"), ("ab", 1, ""), ("", 0, ""),
    ])
  func columns(text: String, columns: Int, cut: String) {
    #expect(TerminalColumns.cut(text, to: columns) == cut)
  }

  @Test("The rate is that of the last five seconds")
  func rate() {
    var rate = StepRate()
    let start = ContinuousClock.now
    #expect(rate.perSecond == nil)
    rate.note(0, at: start)
    #expect(rate.perSecond == nil)
    for tenth in 1...50 { rate.note(tenth * 10, at: start + .milliseconds(tenth * 100)) }
    #expect(abs((rate.perSecond ?? 0) - 100) < 0.001)
    for tenth in 51...150 { rate.note(500, at: start + .milliseconds(tenth * 100)) }
    #expect(rate.perSecond == 0)
  }
}
