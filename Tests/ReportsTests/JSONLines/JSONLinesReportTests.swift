import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("JSON Lines")
struct JSONLinesReportTests {
  private func lines(_ events: [Event]) throws -> [JSONNode] {
    try rendered(.jsonLines, events).split(separator: "\n").map {
      try JSONDocument(parsing: String($0)).root
    }
  }

  @Test("The first line says the format's version and the run, the last its counts")
  func frame() throws {
    let lines = try lines(Samples.run([Samples.record(0, .passed(isFixed: true))], signal: 15))
    #expect(
      lines.first?.compactText
        == #"{"accord":1,"event":"run","version":"0.1.0","contract":"Shop API","url":"http://127.0.0.1:8080","startedAt":1767225600000,"jobs":8,"seed":42,"shuffled":false,"repetitions":1,"steps":1,"contractSteps":1}"#
    )
    #expect(
      lines.last?.compactText
        == #"{"event":"end","passed":1,"failed":0,"errors":0,"skipped":0,"observed":0,"known":0,"fixed":1,"flaky":0,"requests":1,"duration":500.000,"signal":15}"#
    )
    #expect(lines.count == 3)
  }

  @Test("A step's line carries all that comparing runs needs")
  func step() throws {
    var record = Samples.cartFailure()
    record.tags = ["smoke"]
    record.bodyShape = #"{"object":{"id":"integer"}}"#
    record.start = .microseconds(1_500)
    let exchange = Samples.exchange(
      "PUT", "/cart/42", status: 200,
      responseFields: [
        ("Content-Type", "Application/JSON; charset=utf-8"), ("ETag", "a"), ("etag", "b"),
      ],
      timings: Timings(
        connect: .microseconds(250), tls: .milliseconds(3), total: .milliseconds(12)))
    record.exchanges = [
      Samples.exchange("PUT", "/cart/41", status: 307, reason: "Temporary Redirect"), exchange,
    ]
    let line = try #require(try lines(Samples.run([record])).dropFirst().first)
    #expect(
      line.compactText
        == #"{"event":"step","id":"A cart item is added, changed and removed › PUT /cart/{cart}","index":0,"repetition":1,"path":["A cart item is added, changed and removed"],"title":"PUT /cart/{cart}","role":"step","ordinal":2,"section":0,"method":"PUT","endpoint":"/cart/{id}","tags":["smoke"],"location":{"file":"specs/Cart.swift","line":21,"column":5},"expected":"200","outcome":"failed","findings":[{"kind":"json","place":"$.quantity","message":"$.quantity: expected 3, found 2","expected":"3","found":"2","location":{"file":"specs/Cart.swift","line":21,"column":5}}],"tries":1,"flaky":false,"start":1.500,"duration":12.000,"url":"http://127.0.0.1:8080/cart/42","status":200,"mediaType":"application/json","fields":["content-type","etag"],"shape":{"object":{"id":"integer"}},"timings":{"nameLookup":0.000,"connect":0.250,"tls":3.000,"wait":0.000,"receive":0.000,"firstByte":0.000,"total":12.000},"hops":[{"method":"PUT","url":"http://127.0.0.1:8080/cart/41","status":307}],"told":{"exchanges":["PUT http://127.0.0.1:8080/cart/41 answered 307 Temporary Redirect","PUT http://127.0.0.1:8080/cart/42 answered 200 OK"],"reproduce":["reproduce: curl -X PUT -H 'Content-Type:' -d '' http://127.0.0.1:8080/cart/42"]}}"#
    )
  }

  @Test(
    "Each outcome has a word and, where there is one, its reason",
    arguments: [
      (Outcome.passed(isFixed: true), #""outcome":"passed","fixed":true,"#),
      (.observed, #""outcome":"observed","tries""#),
      (.known("t"), #""outcome":"known","reasonKind":"known","reason":"t""#),
      (
        .skipped(.disabled("t")),
        #""outcome":"skipped","reasonKind":"disabled","reason":"disabled: t""#
      ),
      (.errored(.colonInUserName), #""outcome":"error","reasonKind":"value","reason":"the user"#),
    ])
  func outcomes(outcome: Outcome, part: String) throws {
    let text = try rendered(.jsonLines, Samples.run([Samples.record(0, outcome)]))
    #expect(text.contains(part))
  }

  @Test("Lines come in the order of completion, with the plan's index")
  func order() throws {
    let events = Samples.run([2, 0, 1].map { Samples.record($0, .passed(isFixed: false)) })
    let indices = try lines(events).compactMap { $0.member("index")?.number?.intValue }
    #expect(indices == [2, 0, 1])
  }

  @Test("A secret that is a word of the format leaves lines that can be read")
  func secretWord() throws {
    let record = Samples.record(0, .passed(isFixed: false), path: ["outcome"], title: "status")
    let lines = try lines(Samples.run([record], secrets: ["outcome", "status", "step", "12.000"]))
    let line = try #require(lines.dropFirst().first)
    #expect(line.member("outcome")?.string == "passed")
    #expect(line.member("title")?.string == "***")
    #expect(line.member("id")?.string == "*** › ***")
    #expect(line.member("duration")?.number?.text == "12.000")
  }
}
