import AccordContract
import AccordDocuments
import AccordEngine
import AccordHTTP
import Testing

@testable import AccordReports

@Suite("What a run prints")
struct TextReportTests {
  @Test("A line for each section, with its counts and why steps were skipped, and a summary")
  func sections() throws {
    let records = [
      Samples.record(0, .passed(isFixed: false)),
      Samples.record(1, .passed(isFixed: false)),
      Samples.record(2, .skipped(.disabled("later")), exchanges: []),
      Samples.record(3, .skipped(.earlierStep(id: "a")), exchanges: []),
      Samples.record(4, .skipped(.earlierStep(id: "b")), exchanges: []),
      Samples.record(5, .observed, path: ["/b"], section: 1),
      Samples.record(6, .known("t 1"), path: ["/b"], section: 1),
      Samples.record(7, .passed(isFixed: false), path: [], title: "GET /x", section: 2),
      Samples.record(8, .passed(isFixed: false), path: [], title: "GET /y", section: 3),
    ]
    #expect(
      try rendered(.text, Samples.run(records)) == """
        ✔ /users   2 passed, 3 skipped   24 ms
            1 skipped: disabled: later
            2 skipped: an earlier step of the scenario did not pass
        • known: /b › GET /users: t 1
        – /b   1 observed, 1 known   24 ms
        ✔ Shop API   2 passed   24 ms
        Shop API: 4 passed, 3 skipped, 1 observed, 1 known
          9 requests in 500 ms (18 a second), 8 at a time, seed 42
          slowest:
            12 ms  /users › GET /users
            12 ms  /users › GET /users
            12 ms  /b › GET /users
            12 ms  /b › GET /users
            12 ms  GET /x

        """)
  }

  @Test("The order is the contract's, in whatever order steps are done")
  func order() throws {
    let records = (0..<9).map { index in
      Samples.record(
        index, index == 4 ? .failed : .passed(isFixed: false), path: ["/\(index / 3)"],
        section: index / 3)
    }
    let inOrder = try rendered(.quiet, Samples.run(records))
    #expect(try rendered(.quiet, Samples.run(records.reversed())) == inOrder)
    let sections = try rendered(.text, Samples.run(records.reversed())).split(separator: "\n")
      .filter { $0.contains("   ") && !$0.hasPrefix(" ") && !$0.contains("›") }
    #expect(
      sections == [
        "✔ /0   3 passed   36 ms", "✘ /1   2 passed, 1 failed   36 ms", "✔ /2   3 passed   36 ms",
      ])
  }

  @Test("Shuffled sections are told once, at the end")
  func shuffled() throws {
    let records = (0..<6).map {
      Samples.record($0, .passed(isFixed: false), path: ["/\($0 % 2)"], section: $0 % 2)
    }
    let lines = try rendered(.text, Samples.run(records, isShuffled: true)).split(separator: "\n")
    #expect(lines.prefix(2) == ["✔ /0   3 passed   36 ms", "✔ /1   3 passed   36 ms"])
    #expect(lines.contains("  6 requests in 500 ms (12 a second), 8 at a time, seed 42, shuffled"))
  }

  @Test("An error without an answer names the reason and what to do")
  func error() throws {
    let record = Samples.record(
      0, .errored(.transport(Samples.refused)), exchanges: [Samples.unanswered(Samples.refused)])
    #expect(
      try rendered(.quiet, Samples.run([record])) == """
        ! /users › GET /users                                                                         12 ms
          GET http://127.0.0.1:8080/users was not answered
            --> specs/Cart.swift:21:5
                no connection: Failed to connect to 127.0.0.1 port 8080 after 0 ms: Couldn't connect to server (curl 7); is the server running, and is this its address? --wait SECONDS waits for it
          reproduce: curl http://127.0.0.1:8080/users
        Shop API: 0 passed, 1 error
          1 request in 500 ms, 8 at a time, seed 42

        """)
  }

  @Test("A server that cannot be reached is one error, not one for each step")
  func unreachable() throws {
    let records = (0..<200).map {
      Samples.record($0, .errored(.unreachable(Samples.refused)), exchanges: [])
    }
    #expect(
      try rendered(.text, Samples.run(records, unreachable: Samples.refused)) == """
        ! http://127.0.0.1:8080 cannot be reached
            no connection: Failed to connect to 127.0.0.1 port 8080 after 0 ms: Couldn't connect to server (curl 7); is the server running, and is this its address? --wait SECONDS waits for it
            200 steps could not run

        Shop API: 0 passed, 200 errors
          200 requests in 500 ms (400 a second), 8 at a time, seed 42

        """)
  }

  @Test("Fixed and flaky steps are named, and an interrupted run says so")
  func remarks() throws {
    var flaky = Samples.record(1, .passed(isFixed: false), title: "GET /a")
    flaky.isFlaky = true
    flaky.tries = 2
    let text = try rendered(
      .text, Samples.run([Samples.record(0, .passed(isFixed: true)), flaky], signal: 2))
    #expect(text.contains("• fixed: /users › GET /users: it passes; .knownIssue can go\n"))
    #expect(text.contains("• flaky: /users › GET /a: passed on try 2, after no answer\n"))
    #expect(text.contains("! stopped by SIGINT; what was in flight was abandoned"))
    #expect(text.contains("Shop API: 2 passed, 1 fixed, 1 flaky\n"))
  }

  @Test("Findings of one line share an excerpt; a status points at .expect; other lines follow")
  func excerpts() throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: "Package.swift")
    try folder.write(
      "let a = 1\n  Put(\"/a\").expect(201) {\n\tJSON([\"é\": 1]); Text(\"x\")\n  }\n",
      to: "specs/C.swift")
    func place(_ line: Int, _ column: Int) -> AccordContract.SourceLocation {
      AccordContract.SourceLocation(
        fileID: "specs/C.swift", filePath: folder.file("specs/C.swift"), line: line, column: column)
    }
    var more = Finding(Samples.json("$.b", 1, found: "2", .number), at: place(3, 2))
    more.furtherCount = 4
    let record = Samples.record(
      0, .failed,
      findings: [
        Finding(
          Mismatch(.status, expected: .status(201), found: .status(200, reason: "OK")),
          at: place(2, 12)),
        Finding(Samples.json("$.é", 1, found: "2", .number), at: place(3, 2)), more,
        Finding(
          Mismatch(.text, expected: .text("x"), found: .text("y")), at: place(3, 19)),
      ])
    let excerpts = """
      --> specs/C.swift:2:12
         |
       2 |   Put("/a").expect(201) {
         |            ^^^^^^^ expected status 201, found 200 OK
      --> specs/C.swift:3:2
         |
       3 | \tJSON(["é": 1]); Text("x")
         | \t^^^^ $.é: expected 1, found 2
         | \t     $.b: expected 1, found 2
         | \t     and 4 more mismatches
         | \t                ^^^^ text: expected "x", found "y"
      """
    let lines = try rendered(.quiet, Samples.run([record])).split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
    let expected = excerpts.split(separator: "\n").map { String($0.drop { $0 == " " }) }
    #expect(Array(lines.dropFirst(2).prefix(expected.count)) == expected)
  }

  @Test("-v shows the messages as they went over the wire")
  func wire() throws {
    let exchange = Samples.exchange(
      "PUT", "/a", status: 201, reason: "Created", responseFields: [("A", "b")],
      body: "{\n  \"a\": 1\n}",
      sent: SentRequest(
        head: Array("PUT /a HTTP/1.1\r\nHost: h\r\n\r\n".utf8), content: Array("abc".utf8)))
    let binary = Samples.exchange(body: "\0\u{1}")
    let text = try rendered(
      .wire,
      Samples.run([
        Samples.record(0, .passed(isFixed: false), exchanges: [exchange]),
        Samples.record(1, .observed, exchanges: [binary]),
      ]))
    #expect(
      text.hasPrefix(
        """
        ✔ /users › GET /users                                                                         12 ms
          > PUT /a HTTP/1.1
          > Host: h
          >
          > abc
          < HTTP/1.1 201 Created
          < A: b
          <
          < {
          <   "a": 1
          < }
        – /users › GET /users                                                                         12 ms
          < HTTP/1.1 200 OK
          <
          < (2 octets, which are no text)
        ✔ /users   1 passed, 1 observed   24 ms

        """))
  }

  @Test("A long body is cut between characters, with its length")
  func longBody() throws {
    let exchange = Samples.exchange(body: String(repeating: "é", count: 20_001))
    let text = try rendered(
      .wire, Samples.run([Samples.record(0, .observed, exchanges: [exchange])]))
    #expect(text.contains("< (the first 16,384 of 40,002 octets)\n"))
  }

  @Test("Colours are there only when they are asked for")
  func colors() throws {
    let events = Samples.run([Samples.cartFailure()])
    #expect(try rendered(.colored, events).contains("\u{1B}[31m✘\u{1B}[0m"))
    #expect(try !rendered(.text, events).contains("\u{1B}"))
  }
}
