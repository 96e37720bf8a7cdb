import AccordRuns
import Foundation
import Testing

@Suite("Baselines")
struct BaselineTests {
  private func read(_ text: String) throws -> Result<Baseline, BaselineError> {
    try withFile(text) { path in
      do throws(BaselineError) { return .success(try Baseline(path: path)) } catch {
        var error = error
        error.path = "known.jsonl"
        return .failure(error)
      }
    }
  }

  @Test("An entry has an id and a kind, and what people say of it; empty lines are nothing")
  func whole() throws {
    let baseline = try read(
      """

      {"id":"GET /a","kind":"status"}
      {"id":"GET /b","kind":"json","place":"$.a","reason":"R","owner":"O","expires":"2026-12-31"}

      """
    ).get()
    #expect(baseline.entries.map(\.id) == ["GET /a", "GET /b"])
    #expect(baseline.entries.map(\.line) == [2, 3])
    #expect(baseline.entries[1].expires == CalendarDay("2026-12-31"))
    #expect(baseline.entries[1].account(file: "f") == "R (O, until 2026-12-31)")
    #expect(baseline.entries[0].account(file: "f") == "listed in f")
  }

  @Test(
    "What is no entry is refused, with the line and what to do",
    arguments: [
      (
        "x",
        "known.jsonl:1: expected a JSON object, found text that is none: line 1, column 1: expected a value, found x"
      ),
      ("\n[]", "known.jsonl:2: expected a JSON object, found []"),
      (#"{"kind":"status"}"#, "known.jsonl:1: the entry has no \"id\"; an entry needs id and kind"),
      (#"{"id":"a"}"#, "known.jsonl:1: the entry has no \"kind\"; an entry needs id and kind"),
      (#"{"id":1,"kind":"status"}"#, "known.jsonl:1: expected text in the member \"id\", found 1"),
      (
        #"{"id":"a","kind":"status","expirse":"2026-01-01"}"#,
        "known.jsonl:1: an entry has no member \"expirse\"; did you mean \"expires\"?"
      ),
      (
        #"{"id":"a","kind":"status","ticket":"A"}"#,
        "known.jsonl:1: an entry has no member \"ticket\"; it has id, kind, place, reason, owner and expires"
      ),
      (
        #"{"id":"a","kind":"status","expires":"2030-01-01","expires":"2020-01-01"}"#,
        "known.jsonl:1: the member \"expires\" stands there twice; take one out"
      ),
      (
        #"{"id":"a","kind":"status","expires":null}"#,
        "known.jsonl:1: expected text in the member \"expires\", found null"
      ),
      (
        "\0\0",
        "known.jsonl:1: expected a JSON object, found text that is none: line 1, column 1: expected a value, found U+0000"
      ),
      (
        #"{"id":"a","kind":"satus"}"#,
        "known.jsonl:1: \"satus\" is no kind of finding; did you mean \"status\"?"
      ),
      (
        #"{"id":"a","kind":"weather"}"#,
        "known.jsonl:1: \"weather\" is no kind of finding; kinds are status, header, json, xml, text, body, time, capture, check, rule"
      ),
      (
        #"{"id":"a","kind":"status","expires":"soon"}"#,
        "known.jsonl:1: expected a day such as 2026-12-31 in \"expires\", found \"soon\""
      ),
      (
        #"{"accord":1,"event":"run"}"#,
        "known.jsonl:1: this is the record of a run, no baseline: --update-baseline makes one of what fails, --compare takes such a record"
      ),
      (
        "{\"id\":\"a\",\"kind\":\"status\"}\n{\"id\":\"a\",\"kind\":\"status\",\"owner\":\"o\"}",
        "known.jsonl:2: the same failure stands in line 1 already; leave one of them"
      ),
    ])
  func refused(text: String, message: String) throws {
    guard case .failure(let error) = try read(text) else {
      Issue.record("it was read")
      return
    }
    #expect(error.description == message)
  }

  @Test("Written, it is sorted by code points, one entry a line, and reads back")
  func written() throws {
    var entry = BaselineEntry(id: "b", kind: "json", place: "$.a")
    entry.reason = "why \"so\""
    entry.owner = "o"
    entry.expires = CalendarDay("2026-12-31")
    let baseline = Baseline([
      BaselineEntry(id: "é", kind: "status"), BaselineEntry(id: "b", kind: "status"), entry,
      BaselineEntry(id: "B", kind: "time"), BaselineEntry(id: "b", kind: "json"),
    ])
    let text = """
      {"id":"B","kind":"time"}
      {"id":"b","kind":"json"}
      {"id":"b","kind":"json","place":"$.a","reason":"why \\"so\\"","owner":"o","expires":"2026-12-31"}
      {"id":"b","kind":"status"}
      {"id":"é","kind":"status"}

      """
    #expect(baseline.text == text)
    try withFile("old") { path in
      try baseline.write(to: path)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
      #expect(try Baseline(path: path).text == text)
      let folder = (path as NSString).deletingLastPathComponent
      let beside = try FileManager.default.contentsOfDirectory(atPath: folder)
        .filter { $0.hasPrefix((path as NSString).lastPathComponent) }
      #expect(beside.count == 1)
    }
  }

  @Test("A file that cannot be written is left as it is, and named")
  func unwritable() throws {
    do throws(BaselineError) {
      try Baseline().write(to: "/nowhere/known.jsonl")
      Issue.record("it was written")
    } catch {
      #expect(
        error.description == "/nowhere/known.jsonl: cannot be written: No such file or directory")
    }
  }

  @Test(
    "An entry covers its kind and its place, and without a place any",
    arguments: [
      ("json", nil, "json", "$.a", true), ("json", "$.a", "json", "$.a", true),
      ("json", "$.a", "json", "$.b", false), ("json", "$.a", "json", nil, false),
      ("status", nil, "json", nil, false), ("status", nil, "status", nil, true),
    ] as [(String, String?, String, String?, Bool)])
  func covers(kind: String, place: String?, of: String, at: String?, isCovered: Bool) {
    #expect(
      BaselineEntry(id: "a", kind: kind, place: place).covers(kind: of, place: at) == isCovered)
  }

  @Test("The day that is named is the last one")
  func expiry() throws {
    var entry = BaselineEntry(id: "a", kind: "status")
    entry.expires = CalendarDay("2026-12-31")
    let last = try #require(CalendarDay("2026-12-31"))
    let next = try #require(CalendarDay("2027-01-01"))
    #expect(!entry.hasExpired(on: last) && entry.hasExpired(on: next))
  }
}
