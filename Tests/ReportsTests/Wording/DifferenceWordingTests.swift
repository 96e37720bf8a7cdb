import AccordContract
import AccordDocuments
import Testing

@testable import AccordReports

@Suite("Differences that are too long for a line")
struct DifferenceWordingTests {
  private static let long = String(repeating: "abcdefghij", count: 30)

  private func lines(
    _ place: Mismatch.Place, _ expected: Mismatch.Expected, _ found: Mismatch.Found
  ) -> [String] {
    Wording().lines(Mismatch(place, expected: expected, found: found))
  }

  @Test("What fits into a line is one")
  func short() {
    #expect(
      lines(.json("$.a"), .json(3), .json("2", kind: .number)) == ["$.a: expected 3, found 2"])
  }

  @Test("Long texts are shown where they part, with their length")
  func longText() {
    let other = Self.long.replacing("abcdefghij", with: "abcdeXghij", maxReplacements: 30)
    let found = String(Self.long.prefix(200)) + "X" + String(Self.long.dropFirst(201))
    #expect(
      lines(.text, .text(.equal(to: Self.long)), .text(found)) == [
        "text: not as expected, from character 201 on",
        "- \"…\(Self.long.dropFirst(167).prefix(100))…\" (300 characters)",
        "+ \"…\(found.dropFirst(167).prefix(100))…\" (300 characters)",
      ])
    #expect(
      lines(.json("$.t"), .json(.string(Self.long)), .json("\"\(other)\"", kind: .string)).first
        == "$.t: not as expected, from character 6 on")
    #expect(
      Wording().message(
        Mismatch(.text, expected: .text(.equal(to: Self.long)), found: .text(found))
      )
      .hasSuffix("(300 characters) at character 201"))
  }

  @Test("Of several lines the first that differs is shown")
  func severalLines() {
    #expect(
      lines(.text, .text("a\nb\nc\n"), .text("a\nB\nc\n")) == [
        "text: not as expected, from line 2, character 1 on", "- \"b\"", "+ \"B\"",
      ])
    #expect(
      lines(.text, .text("a\nb"), .text("a\nb\nc")) == [
        "text: not as expected, from line 3, character 1 on", "- nothing", "+ \"c\"",
      ])
  }

  @Test("Beside a text of one line the other is shown whole, and not its first line alone")
  func oneLine() {
    #expect(
      lines(.text, .text("hello"), .text("\nworld is long\n")) == [
        "text: not as expected, from character 1 on", #"- "hello""#, #"+ "\nworld is long\n""#,
      ])
    #expect(
      lines(.text, .text("a\nb\n"), .text("a")) == [
        "text: not as expected, from character 2 on", #"- "a\nb\n""#, #"+ "a""#,
      ])
  }

  @Test("A line break more or less is shown in one line")
  func lineBreak() {
    #expect(
      lines(.text, .text("ok"), .text("ok\n")) == [#"text: expected "ok", found "ok\n""#])
  }

  @Test("Texts that look alike are told by their code points")
  func lookalikes() {
    #expect(
      lines(.text, .text("caf\u{E9}"), .text("cafe\u{301}")) == [
        "text: expected \"caf\u{E9}\", found \"cafe\u{301}\"; they look alike: expected U+00E9, "
          + "found U+0065 U+0301"
      ])
    #expect(
      lines(.json("$"), .json("x y"), .json("\"x\u{A0}y\"", kind: .string)) == [
        "$: expected \"x y\", found \"x\u{A0}y\"; they look alike: expected U+0020 U+0079, "
          + "found U+00A0 U+0079"
      ])
  }

  @Test("Large values are cut in the middle, with their length")
  func largeValue() {
    let value = "[" + Array(repeating: "1", count: 200).joined(separator: ",") + "]"
    let lines = lines(.json("$"), .json(["id": .integer]), .json(value, kind: .array))
    #expect(lines.prefix(2) == ["$: not as expected", "- an object with id"])
    #expect(lines.last?.hasPrefix("+ [1,1,1") == true)
    #expect(lines.last?.hasSuffix("1,1] (401 characters)") == true)
    #expect((lines.last?.count ?? 0) < 200)
  }

  @Test("A long value that a schema refuses is told with the schema's place")
  func schema() throws {
    let (violation, found) = try MismatchWordingTests.violation(
      of: #"{"type": "object"}"#, in: "\"\(Self.long)\"")
    let lines = lines(.json("$"), .schema(violation), found)
    #expect(lines.prefix(2) == ["$: not as the schema says (#/type)", "- an object"])
    #expect(lines.last?.hasSuffix("(302 characters)") == true)
  }

  @Test("Secrets are out before anything is cut, and nothing can drive a terminal")
  func safe() {
    let redactor = Redactor()
    redactor.add("hunter22")
    let wording = Wording(redactor: redactor)
    let found = "first\n" + String(repeating: "x", count: 90) + "hunter22\u{1B}[2J" + Self.long
    let text = wording.lines(
      Mismatch(.text, expected: .text("first\nsecond"), found: .text(found))
    ).joined()
    #expect(!text.contains("hunter") && !text.contains("\u{1B}"))
    #expect(text.contains(Redactor.replacement))
  }
}
