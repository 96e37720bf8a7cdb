import AccordContract
import AccordDocuments
import AccordHTTP
import AccordRuns
import Testing

@testable import AccordEngine
@testable import AccordReports

@Suite("HTML")
struct HTMLReportTests {
  private func document(_ events: [Event], sources: SourceOptions = SourceOptions()) throws
    -> HTMLDocument
  {
    HTMLDocument(try rendered(.html, events, sources: sources))
  }

  @Test("The verdict stands in the title and on the page, and needs no script")
  func verdict() throws {
    let report = try document(Samples.run(JUnitReportTests.records))
    #expect(
      report.title
        == "Failed: 1 failed, 1 error, 3 passed, 1 skipped, 1 observed, 1 known, 1 fixed, 1 flaky"
        + " – Shop API")
    #expect(
      report.text.contains(
        "<strong>Failed</strong> <span>1 failed, 1 error, 3 passed, 1 skipped, "))
  }

  @Test(
    "A run has one verdict",
    arguments: [
      ([Outcome.failed, .passed(isFixed: false)], nil, "Failed"),
      ([.errored(.colonInUserName), .passed(isFixed: false)], nil, "No verdict"),
      ([.passed(isFixed: false), .skipped(.failFast)], nil, "Passed"),
      ([.known("t")], nil, "Passed"),
      ([.observed, .skipped(.failFast)], nil, "Nothing judged"),
      ([], nil, "Nothing judged"),
      ([.passed(isFixed: false)], 2, "Stopped"),
    ] as [([Outcome], Int32?, String)])
  func words(outcomes: [Outcome], signal: Int32?, word: String) throws {
    let records = outcomes.enumerated().map { Samples.record($0, $1) }
    let footer = Samples.footer(of: records, signal: signal)
    #expect(HTMLVerdict(footer).word == word)
    #expect(HTMLVerdict(footer).title.count <= HTMLVerdict.reserved.count)
  }

  @Test("The longest verdict has room where it is put in")
  func room() {
    var totals = RunTotals()
    for count in [
      \RunTotals.passed, \.failed, \.errors, \.skipped, \.observed, \.known, \.fixed, \.flaky,
    ] {
      totals[keyPath: count] = 1_000_000_000_000
    }
    let verdict = HTMLVerdict(
      RunFooter(totals: totals, duration: .zero, requestCount: 0, signal: 15))
    #expect(verdict.title.count <= HTMLVerdict.reserved.count)
    #expect(verdict.line.count <= HTMLVerdict.reserved.count)
  }

  @Test("A row has what the list, the filters and the tables are made of")
  func row() throws {
    var record = Samples.cartFailure()
    record.tags = ["smoke", "cart"]
    let report = try document(Samples.run([record]))
    let row = try #require(try report.rows.first)
    let values = HTMLStep.columns.compactMap { row[$0]?.compactText }
    #expect(
      values.joined(separator: " ")
        == #"0 1 0 "f" "" 2 "PUT" "/cart/{id}" "PUT /cart/{cart}" "#
        + #"["A cart item is added, changed and removed"] ["smoke","cart"] 200 "200" 12.000 0.000 "#
        + #"1 [] "$.quantity: expected 3, found 2""#)
  }

  @Test("The run's counts are those of the rows")
  func sums() throws {
    let report = try document(Samples.run(JUnitReportTests.records))
    let end = try #require(try report.end)
    let outcomes = try report.rows.compactMap { $0["outcome"]?.string }
    for (code, name) in [
      ("p", "passed"), ("f", "failed"), ("e", "errors"), ("s", "skipped"), ("o", "observed"),
      ("k", "known"),
    ] {
      #expect(end.member(name)?.number?.intValue == outcomes.count { $0 == code }, "\(name)")
    }
    let marks = try report.rows.flatMap { $0["marks"]?.elements.compactMap(\.string) ?? [] }
    #expect(marks.filter { $0 == "y" }.count == end.member("flaky")?.number?.intValue)
    #expect(marks.filter { $0 == "x" }.count == end.member("fixed")?.number?.intValue)
    #expect(try report.run?.member("steps")?.number?.intValue == outcomes.count)
  }

  @Test("An opened step says in the text report's words what was expected and what was found")
  func finding() throws {
    let details = try #require(try document(Samples.run([Samples.cartFailure()])).details.first)
    #expect(
      details.member("findings")?.compactText
        == #"[{"at":"$.quantity","message":"$.quantity: expected 3, found 2","expected":"3","found":"2"}]"#
    )
    #expect(
      details.member("said")?.compactText
        == #"["PUT http://127.0.0.1:8080/cart/42 answered 200 OK"]"#)
    #expect(
      details.member("curl")?.string
        == #"curl -X PUT -H 'Content-Type: application/json' -d '{"quantity":3}' http://127.0.0.1:8080/cart/42"#
    )
    #expect(details.member("source")?.compactText == #"[{"place":"specs/Cart.swift:21:5"}]"#)
  }

  @Test("A change is told by what was and what is, a listed step that passes by a sentence")
  func reviewed() throws {
    var change = StepChange(.status, before: "200", after: "500")
    change.fails = true
    var changed = Samples.record(0, .failed)
    changed.remarks = [.changed(change)]
    var listed = Samples.record(1, .failed)
    for (kind, message) in [("change", change.description), ("baseline", "it passes")] {
      let finding = Finding(
        .recorded(kind: kind, place: "", message: message), at: Samples.place)
      if kind == "change" { changed.findings = [finding] } else { listed.findings = [finding] }
    }
    let details = try document(Samples.run([changed, listed])).details
    #expect(details.first?.member("findings") == nil)
    #expect(
      details.first?.member("changes")?.compactText
        == #"[{"kind":"status","before":"200","after":"500","fails":true}]"#)
    #expect(
      details.last?.member("findings")?.compactText == #"[{"at":"baseline","message":"it passes"}]"#
    )
  }

  @Test("The contract's line is shown with the words below the place, as in the text report")
  func source() throws {
    let folder = try TemporaryFolder()
    try folder.write("// Package", to: "Package.swift")
    let lines = Array(repeating: "", count: 20) + [#"    JSON(["quantity": 3])"#]
    try folder.write(lines.joined(separator: "\n"), to: "specs/Cart.swift")
    let place = AccordContract.SourceLocation(
      fileID: "specs/Cart.swift", filePath: folder.file("specs/Cart.swift"), line: 21, column: 5)
    let events = Samples.run([Samples.cartFailure(at: place)], secrets: ["JSON"])
    #expect(!(try rendered(.html, events)).replacing(HTMLPage.script, with: "").contains("JSON("))
    let report = try document(Samples.run([Samples.cartFailure(at: place)]))
    #expect(
      try report.details.first?.member("source")?.compactText
        == #"[{"place":"specs/Cart.swift:21:5","number":21,"line":"    JSON([\"quantity\": 3])","#
        + #""marks":[["    ",4,"$.quantity: expected 3, found 2"]]}]"#)
  }

  @Test("An exchange has the messages as they went over the wire, and its phases")
  func exchange() throws {
    let exchange = Samples.exchange(
      "POST", "/a", content: .bytes(Array("{}".utf8)), status: 201, reason: "Created",
      responseFields: [("Content-Type", "text/plain")], body: "a\r\n\tb\u{1B}",
      timings: Timings(
        connect: .microseconds(250), wait: .milliseconds(2), receive: .microseconds(5),
        firstByte: .microseconds(2_300), total: .microseconds(2_305)),
      sent: SentRequest(
        head: Array("POST /a HTTP/1.1\r\nHost: h:1\r\nX-Empty:\r\n\r\n".utf8),
        content: Array("{}".utf8)))
    let details = try document(
      Samples.run([Samples.record(0, .passed(isFixed: false), exchanges: [exchange])])
    ).details
    #expect(
      details.first?.member("exchanges")?.compactText
        == #"[{"request":{"line":"POST /a HTTP/1.1","fields":[["Host","h:1"],["X-Empty",""]],"#
        + #""body":{"size":2,"text":"{}"}},"response":{"line":"HTTP/1.1 201 Created","#
        + #""fields":[["Content-Type","text/plain"]],"#
        + #""body":{"size":6,"text":"a\n\tb\\u{1B}"}},"#
        + #""timings":[0.000,0.250,null,2.000,0.005,2.305,2.300]}]"#)
  }

  @Test("What the contract declares and no step speaks of is there for the table")
  func endpoints() throws {
    let folder = try TemporaryFolder()
    let redactor = Redactor()
    let reporter = RunReporter(
      [
        HTMLReport(
          .file(folder.file("report.html")),
          endpoints: [
            Endpoint(path: "/users/{id}", declaredMethods: [.get, .put]),
            Endpoint(path: "/loose", declaredMethods: nil),
          ], sources: SourceOptions(), redactor: redactor)
      ], redactor: redactor)
    reporter.receive(Samples.run([]))
    #expect(reporter.finish().isEmpty)
    let report = HTMLDocument(try folder.read("report.html"))
    try report.check()
    #expect(
      try report.run?.member("endpoints")?.compactText
        == #"[{"path":"/users/{id}","methods":["GET","PUT"]}]"#)
  }

  @Test("A run that was killed, or that never began, is a page too")
  func unfinished() throws {
    let killed = try document(Array(Samples.run([Samples.record(0, .failed)]).dropLast()))
    #expect(killed.title == "Unfinished: the run did not end – Shop API")
    #expect(try killed.rows.count == 1)
    #expect(try killed.end == nil)
    #expect(try document([]).rows.isEmpty)
  }

  @Test("Steps of many script elements are in the order of their completion")
  func order() throws {
    let records = (0..<1_000).map { Samples.record(($0 * 7) % 1_000, .passed(isFixed: false)) }
    let rows = try document(Samples.run(records)).rows
    #expect(rows.compactMap { $0["index"]?.number?.intValue } == records.map(\.index))
  }
}
