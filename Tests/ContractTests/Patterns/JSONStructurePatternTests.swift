import AccordContract
import AccordDocuments
import Testing

struct JSONStructurePatternTests {
  @Test(
    arguments: [
      (#"{"a":1,"b":2}"#, ["a": 1]), ("{}", [:]), (#"{"b":2,"a":1}"#, .exactly(["a": 1, "b": 2])),
      ("{}", ["a": .absent]), ("{}", ["a": .optional(.string)]),
      (#"{"a":"x"}"#, ["a": .optional(.string)]), (#"{"a":null}"#, ["a": .nullable(.string)]),
      ("{}", ["a": .optional(.nullable(.string))]), ("{}", ["a": .nullable(.optional(.string))]),
      ("{}", ["a": .oneOf(.absent, 1)]), ("{}", ["a": .all(.optional(1), .absent)]),
      ("{}", .exactly(["a": .optional(1)])), ("[]", .each(.integer)), ("[1,2]", .each(.integer)),
      ("[1,\"x\"]", .contains(.string)), ("[]", []), ("[1,[2]]", [1, [2]]),
      ("[1]", [1, .optional(2)]), ("[3,1,2]", .unordered([1, 2, 3])), ("[]", .unordered([])),
      ("[1,2]", .count(2)), ("[1,2]", .count(1...2)), ("[1,2]", .count(2...)),
      ("1", .oneOf("x", 1)), ("1", .oneOf(.integer, .number)),
      ("[1,2]", .all(.count(1...), .each(.integer))), ("1", .not(.string)),
      ("1", .all()), (#"{"a":{"b":[{"c":null}]}}"#, ["a": ["b": .each(["c": nil])]]),
    ] as [(String, JSONPattern)])
  func `A structure fits its pattern`(json: String, pattern: JSONPattern) throws {
    #expect(try match(json, pattern).places == [])
  }

  @Test(
    arguments: [
      (#"{"a":2}"#, ["a": 1], ["$.a"]), ("{}", ["a": 1], ["$.a"]), ("[]", [:], ["$"]),
      (#"{"a":1,"c":3,"d":4}"#, .exactly(["a": 1, "b": 2]), ["$.b", "$.c", "$.d"]),
      (#"{"a":null}"#, ["a": .absent], ["$.a"]),
      (#"{"a":null}"#, ["a": .optional(.string)], ["$.a"]),
      ("{}", ["a": .nullable(.string)], ["$.a"]), (#"{"a":1}"#, ["a": .nullable(.string)], ["$.a"]),
      ("{}", ["a": .oneOf(1, 2)], ["$.a"]), ("{}", ["a": .any], ["$.a"]),
      ("{}", ["a": .not(.string)], ["$.a"]), ("{}", ["a": .all(.optional(1), 1)], ["$.a"]),
      (#"[1,"x",2,null]"#, .each(.integer), ["$[1]", "$[3]"]), ("{}", .each(.any), ["$"]),
      ("[1]", .contains(.string), ["$"]), ("[]", .contains(.any), ["$"]),
      ("[1]", [2], ["$[0]"]), ("[1]", [1, 2], ["$[1]"]), ("[1,2,3]", [1], ["$[1]", "$[2]"]),
      ("[[1,2],[3]]", [[1, 9], [8]], ["$[0][1]", "$[1][0]"]),
      ("[1,2]", .unordered([1, 3]), ["$", "$[1]"]), ("[1,1]", .unordered([1, 2]), ["$", "$[1]"]),
      ("[1]", .unordered([1, 1]), ["$"]), ("[1]", .unordered([]), ["$[0]"]),
      ("[1]", .count(2), ["$"]), ("[1]", .count(2...3), ["$"]), ("[1]", .count(2...), ["$"]),
      (#"{"a":1}"#, .count(1), ["$"]), ("1", .oneOf("x", 2), ["$"]), ("1", .oneOf(), ["$"]),
      ("[1]", .all(.count(2), .each(.string)), ["$", "$[0]"]), ("1", .not(.integer), ["$"]),
      (
        #"{"a b":1,"it's":{"9":2}}"#, ["a b": 2, "it's": ["9": 1]],
        ["$['a b']", #"$['it\'s']['9']"#]
      ),
      (#"{"a":{"b":[{"c":1},{"c":"x"}]}}"#, ["a": ["b": .each(["c": .integer])]], ["$.a.b[1].c"]),
    ] as [(String, JSONPattern, [String])])
  func `What does not fit is named with its place`(
    json: String, pattern: JSONPattern, places: [String]
  ) throws {
    #expect(try match(json, pattern).places == places)
  }

  @Test func `A member that comes twice is right by no pattern, and not in a trial`() throws {
    for json in [#"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#] {
      let outcome = try match(json, ["a": 1])
      #expect(outcome.places == ["$.a"])
      let expected = try #require(outcome.mismatches.first?.expected)
      guard case .once = expected else {
        Issue.record("expected once, not \(expected)")
        continue
      }
      #expect(try match(json, ["a": .any]).places == ["$.a"])
      #expect(try match(json, .oneOf(["a": 1])).places == ["$"])
    }
  }

  @Test func `A path shows any member's name as RFC 9535 does`() throws {
    let json = #"{"'\u0301":1,"\u0000\b\t\n\f\r\u001b\\":1,"_a1é":1,"1a":1,"":1}"#
    #expect(
      try match(json, .exactly([:])).places == [
        "$['\\'\u{301}']", #"$['\u0000\b\t\n\f\r\u001b\\']"#, "$['_a1é']", "$['1a']", "$['']",
      ])
  }

  @Test func `Of unordered elements no pairing is missed`() throws {
    // Taking the first element that fits gives 1 to `.integer`, and leaves nothing for 1.
    #expect(try match("[1,2]", .unordered([.integer, 1])).places == [])
    #expect(
      try match("[1,2,3]", .unordered([.integer, .integer(1...2), .integer(1...1)])).places == [])
    #expect(
      try match("[1,2,3]", .unordered([.integer(1...2), .integer(1...2), .integer(1...2)])).places
        == ["$", "$[2]"])
  }

  @Test(.timeLimit(.minutes(5)))
  func `Two hundred unordered elements are paired, also where each takes another's`() throws {
    let json = "[\((0..<200).map(String.init).joined(separator: ","))]"
    // Each pattern fits all elements up to its own, so that only one pairing is left.
    let patterns = (0..<200).reversed().map { JSONPattern.integer(0...$0) }
    #expect(try match(json, .unordered(patterns)).places == [])
    #expect(try match(json, .unordered(patterns.reversed())).places == [])
    let missing = (0..<200).map { JSONPattern.integer(0...max(0, $0 - 1)) }
    #expect(try match(json, .unordered(missing)).places == ["$", "$[199]"])
  }

  @Test func `Mismatches beyond the limit are counted`() throws {
    let json = "[\(Array(repeating: "0", count: 25).joined(separator: ","))]"
    let outcome = try match(json, .each(.string))
    #expect(outcome.places.count == JSONMatcher.mismatchLimit)
    #expect(outcome.further == 5)
    #expect(outcome.places.last == "$[19]")
  }

  @Test func `A mismatch shows what came and what variables stood for`() throws {
    let outcome = try match(
      #"{"a":[1,{"b":2}]}"#, ["a": "order \(Variable("id"))"], ["id": .text("7")])
    let mismatch = try #require(outcome.mismatches.first)
    guard case .json(let found, kind: .array) = mismatch.found,
      case .json(let pattern) = mismatch.expected, case .string(let text) = pattern.kind,
      case .equals(let template) = text.kind
    else {
      Issue.record("\(mismatch)")
      return
    }
    #expect(found == #"[1,{"b":2}]"#)
    #expect(template.literal == "order 7")
  }
}
