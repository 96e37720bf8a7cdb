import Foundation
import Testing

@testable import AccordRuns

@Suite("Run files")
struct RunFileTests {
  static let header =
    #"{"accord":1,"event":"run","version":"0.1.0","contract":"Shop","url":"http://127.0.0.1","startedAt":1767225600000,"jobs":8,"seed":18446744073709551615,"shuffled":false,"repetitions":1,"steps":1,"contractSteps":3}"#
  static let step =
    #"{"event":"step","id":"GET /a","index":0,"repetition":1,"path":[],"title":"GET /a","role":"step","section":0,"method":"GET","endpoint":"/a","tags":[],"location":{"file":"specs/A.swift","line":3,"column":5},"outcome":"observed","tries":1,"flaky":false,"start":0.000,"duration":1.500}"#
  static let footer =
    #"{"event":"end","passed":0,"failed":0,"errors":0,"skipped":0,"observed":1,"known":0,"fixed":0,"flaky":0,"requests":1,"duration":2.000}"#

  /// What reading a file of these octets comes to: its steps, or the complaint.
  private func read(
    _ text: String, lineLimit: Int = LineReader.longestLine
  ) throws -> Result<[RecordedStep], RunFileError> {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-runs-\(UUID().uuidString)").path
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    do throws(RunFileError) {
      var file = try RunFile(path: path, lineLimit: lineLimit)
      var steps: [RecordedStep] = []
      while let step = try file.next() { steps.append(step) }
      return .success(steps)
    } catch {
      #expect(error.path == path)
      return .failure(error)
    }
  }

  private func lines(_ lines: String...) -> String { lines.map { $0 + "\n" }.joined() }

  @Test("A run is read back, and what is not known is ignored")
  func whole() throws {
    let marked = Self.step.replacing(#""tries":1"#, with: #""colour":{"a":[1]},"tries":1"#)
    let steps = try read(
      lines(Self.header, #"{"event":"weather","sun":true}"#, marked, Self.footer)
    ).get()
    #expect(steps.map(\.id) == ["GET /a"])
    #expect(steps.first?.duration == .microseconds(1_500))
    #expect(steps.first?.outcome == .observed)
    #expect(steps.first?.exchange == nil)
  }

  @Test("The last line needs no line feed")
  func noLastLineFeed() throws {
    let text = lines(Self.header, Self.step, Self.footer)
    #expect(try read(String(text.dropLast())).get().count == 1)
  }

  @Test("A seed of 64 bits and the moment of the start are read exactly")
  func header() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("accord-runs-\(UUID().uuidString)").path
    try Data(lines(Self.header, Self.step, Self.footer).utf8)
      .write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var file = try RunFile(path: path)
    let header = file.header
    #expect(header.seed == .max)
    #expect(header.startedAt == 1_767_225_600_000)
    while try file.next() != nil {}
    let footer = file.footer
    #expect(footer?.observed == 1)
    #expect(footer?.duration == .milliseconds(2))
  }

  static let unusable: [(lines: [String], line: Int, message: String)] = [
    ([], 0, "expected a run in JSON Lines, as --report jsonl=PATH writes it, found nothing"),
    (
      ["GET /a"], 1,
      "expected a JSON object, found text that is none: line 1, column 1: expected a value, found G"
    ),
    (
      ["[]"], 1,
      "expected the first line of a run, {\"accord\":1,\"event\":\"run\",…}, found something else; --report jsonl=PATH and --reports DIR (run.jsonl) write such files"
    ),
    (
      [#"{"id":"GET /a","kind":"status"}"#], 1,
      "expected the first line of a run, {\"accord\":1,\"event\":\"run\",…}, found something else; --report jsonl=PATH and --reports DIR (run.jsonl) write such files"
    ),
    (
      [header.replacing(#""accord":1"#, with: #""accord":2"#)], 1,
      "the file has version 2 of the format, and this program reads version 1; use the Accord that wrote it, or a later one"
    ),
    (
      [header, step], 3,
      "the file ends before the run does, so the run was killed or the file was cut; run again"
    ),
    (
      [header, #"{"event":"st"#], 2,
      "the file ends before the run does, so the run was killed or the file was cut; run again"
    ),
    (
      [header, header], 2,
      "another run begins here before the one above it has ended: several files were joined; give each run's own file (accord merge joins shards)"
    ),
    (
      [header, step, footer, header, step, footer], 4,
      "another run begins here: several files were joined; give each run's own file (accord merge joins shards)"
    ),
    (
      [header, step, footer, step], 4,
      "a step follows the run's last line: several files were joined; give each run's own file"
    ),
    (
      [header, step, step, footer], 4,
      "the last line counts 1 steps, the file holds 2; lines were added or removed, so run again"
    ),
    (
      [header, step.replacing(#""observed""#, with: #""failed""#), footer], 3,
      "the last line counts 0 steps as failed, the file holds 1; lines were changed, so run again"
    ),
    (
      [header, step.replacing(#""flaky":false"#, with: #""flaky":true"#), footer], 3,
      "the last line counts 0 steps as flaky, the file holds 1; lines were changed, so run again"
    ),
    (
      [header, step, footer.replacing(#""fixed":0"#, with: #""fixed":1"#)], 3,
      "the last line counts 1 steps as fixed, the file holds 0; lines were changed, so run again"
    ),
    (
      [header, step, footer.replacing(#""requests""#, with: #""staleEntries":2,"requests""#)], 3,
      "the last line counts 2 stale entries of a baseline, the first one names 0; lines were changed, so run again"
    ),
    (
      [header, step.replacing(#""id":"GET /a","#, with: ""), footer], 2,
      #"expected a string in the member "id", found no such member"#
    ),
    (
      [header, step.replacing(#""index":0"#, with: #""index":-1"#), footer], 2,
      #"expected a whole number of at least 0 in the member "index", found -1"#
    ),
    (
      [
        header, step, footer.replacing(#""passed":0"#, with: #""passed":9223372036854775807"#),
      ], 3,
      #"expected a whole number of at most 100000000 in the member "passed", found 9223372036854775807"#
    ),
    (
      [
        header.replacing(
          #""steps":1,"#,
          with: #""steps":1,"shard":{"index":1,"total":1000000,"steps":1,"plan":""},"#), step,
        footer,
      ], 1,
      #"expected a whole number of at most 1000 in the member "shard.total", found 1000000"#
    ),
    (
      [header, step.replacing(#""observed""#, with: #""green""#), footer], 2,
      #"expected one of passed, failed, error, skipped, observed, known in the member "outcome", found "green""#
    ),
    (
      [header, step.replacing(#""line":3"#, with: #""line":"3""#), footer], 2,
      #"expected a whole number of at least 0 in the member "location.line", found "3""#
    ),
    (
      [header, step.replacing(#""tags":[]"#, with: #""tags":[1]"#), footer], 2,
      #"expected an array of strings in the member "tags", found [1]"#
    ),
    (
      [header, step.replacing(#""observed""#, with: #""known""#), footer], 2,
      #"expected a string in the member "reasonKind", found no such member"#
    ),
    (
      [header, step.replacing(#""duration":1.500"#, with: #""duration":-1"#), footer], 2,
      #"expected milliseconds in the member "duration", found -1"#
    ),
    (
      [
        header,
        step.replacing(#""tries":1"#, with: #""findings":[{"kind":"status"}],"tries":1"#), footer,
      ], 2, #"expected a string in the member "findings[0].message", found no such member"#
    ),
  ]

  @Test(
    "What is no run's file is refused, with the line, what came, and what to do",
    arguments: unusable)
  func refused(lines: [String], line: Int, message: String) throws {
    let isCut = lines.last?.hasSuffix("\"st") == true
    let text = lines.joined(separator: "\n") + (lines.isEmpty || isCut ? "" : "\n")
    guard case .failure(let error) = try read(text) else {
      Issue.record("it was read")
      return
    }
    #expect(error.line == line)
    #expect(
      error.description == "\(error.path)\(line > 0 ? ":\(line)" : ""): \(message)")
  }

  @Test("The entries of a baseline that a run failed for are read back")
  func staleEntries() throws {
    let entries =
      #""staleEntries":[{"file":"k.jsonl","line":3,"id":"GET /b","subject":"json $.a"}],"#
    let text = [
      Self.header.replacing(#""jobs""#, with: entries + #""jobs""#), Self.step,
      Self.footer.replacing(#""requests""#, with: #""staleEntries":1,"requests""#),
    ].joined(separator: "\n")
    try withFile(text + "\n") { path in
      var file = try RunFile(path: path)
      var entry = BaselineEntry(id: "GET /b", kind: "json", place: "$.a")
      entry.line = 3
      let entries = file.header.staleEntries
      #expect(entries == [StaleEntry(entry, in: "k.jsonl")])
      while try file.next() != nil {}
      let count = file.footer?.staleEntryCount
      #expect(count == 1)
    }
  }

  @Test("A file that is not there is named with the system's words")
  func missing() throws {
    do throws(RunFileError) {
      _ = try RunFile(path: "/nowhere/run.jsonl")
      Issue.record("it was read")
    } catch {
      #expect(
        error.description
          == "/nowhere/run.jsonl: there is no such file; --report jsonl=PATH and --reports DIR write one"
      )
    }
  }

  @Test("A line longer than any of ours is refused without being read whole")
  func endlessLine() throws {
    let text = Self.header + "\n" + String(repeating: " ", count: 700_000)
    guard case .failure(let error) = try read(text, lineLimit: 4_096) else {
      Issue.record("it was read")
      return
    }
    #expect(error.problem == .lineTooLong(limit: 4_096))
    #expect(error.line == 2)
  }

  @Test("Lines that are longer than a portion are read whole")
  func longLines() throws {
    let tag = String(repeating: "ä", count: 400_000)
    let long = Self.step.replacing(#""tags":[]"#, with: #""tags":["\#(tag)"]"#)
    let ending = Self.footer.replacing(#""observed":1"#, with: #""observed":3"#)
    let steps = try read(lines(Self.header, long, Self.step, long, ending)).get()
    #expect(steps.map(\.tags) == [[tag], [], [tag]])
  }
}
