import AccordHTTP
import AccordTestSupport
import Testing

@testable import AccordConformance

@Suite("What findings come to")
struct ProbeVerdictTests {
  private static func evidence(_ problem: String, _ level: RuleLevel?) -> Verdict {
    .violation(.status, problem, level: level)
  }

  @Test("What weighs most is told, and of that the first", arguments: [0, 1, 2])
  func evidence(rotation: Int) throws {
    let rule = try #require(RuleCatalogue.rules.first { $0.level == .must })
    let findings = [("a", RuleLevel.convention), ("b", nil), ("c", .should)]
    var verdict = ProbeVerdict(rule)
    for place in 0..<3 {
      let (problem, level) = findings[(place + rotation) % 3]
      verdict.add(Self.evidence(problem, level))
    }
    verdict.add(Self.evidence("d", nil))
    #expect(verdict.evidence?.problem == "b")
    #expect(verdict.broken == 4)
  }

  @Test("The worst of several verdicts is the one that weighs most", arguments: [false, true])
  func worst(isReversed: Bool) {
    let verdicts: [Verdict] = [
      .conforms, Self.evidence("a", .convention), .inconclusive("b"), Self.evidence("c", .should),
      .notApplicable,
    ]
    let ordered = isReversed ? verdicts.reversed() : verdicts
    #expect(Verdict.worst(ordered) == Self.evidence("c", .should))
    #expect(Verdict.worst(ordered + [Self.evidence("d", nil)]) == Self.evidence("d", nil))
    #expect(Verdict.worst([]) == .notApplicable)
  }

  @Test("Why exchanges do not decide a rule is told")
  func reason() throws {
    let sender = AlteredSender { request, answer in
      let answer = answer(request)
      return answer.line("Content-Type")?.contains("json") == true
        ? answer.with(text: { _ in #"{"a":"# }).with("Content-Length", nil) : answer
    }
    let run = ProbeRun(sender, ModelSender.document("steady"), allowing: [.readOnly])
    let verdict = try #require(run["json.valid"])
    #expect(verdict.kept + verdict.broken == 0 && verdict.undecided > 0)
    #expect(verdict.reason == "GET /steady: the connection may have ended early")
  }

  @Test("A rule whose foundation is broken names it")
  func foundation() throws {
    let sender = AlteredSender { request, answer in
      let isAsked = request.fields.contains { $0.name == "Accept-Encoding" }
      return answer(request).with("Content-Type", "json")
        .with("Content-Encoding", isAsked ? nil : "gzip")
    }
    let run = ProbeRun(sender, ModelSender.document("steady"), allowing: [.readOnly])
    #expect(run.broken.contains("http.content-type.syntax"))
    let verdict = try #require(run["http.content-encoding.truthful"])
    #expect(verdict.kept + verdict.broken == 0 && verdict.undecided > 1)
    #expect(verdict.reason == "http.content-type.syntax is broken, on which it rests")
  }

  @Test(
    "What no standard demands in so many words is no MUST",
    arguments: [
      ("http.put.replaces", RuleLevel.should), ("sec.cors.wildcard-credentials", .convention),
      ("http.vary.consistent", .convention),
    ])
  func levels(id: String, level: RuleLevel) {
    #expect(RuleCatalogue.rules.first { $0.id == id }?.level == level)
  }
}
