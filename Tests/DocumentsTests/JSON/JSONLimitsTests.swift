import AccordDocuments
import Testing

struct JSONLimitsTests {
  @Test func `Nesting is counted and held to the limit`() throws {
    let limits = JSONLimits(maximumDepth: 3)
    #expect(try JSONDocument(parsing: "7", limits: limits).depth == 0)
    #expect(try JSONDocument(parsing: "[[],{\"a\":[]}]", limits: limits).depth == 3)
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: "[[], [[[]]]]", limits: limits)
    }
    #expect(error?.reason == .tooDeep(limit: 3))
    #expect(error?.byteOffset == 7)
  }

  @Test func `The length is held to the limit`() throws {
    let limits = JSONLimits(maximumBytes: 4)
    #expect(try JSONDocument(parsing: "true", limits: limits).root.boolean == true)
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: "false", limits: limits)
    }
    #expect(error?.reason == .tooLong(limit: 4))
  }

  @Test func `The standard limit is 512 levels`() {
    #expect(throws: Never.self) { try JSONDocument(parsing: Self.nested(512)) }
    #expect(throws: JSONSyntaxError.self) { try JSONDocument(parsing: Self.nested(513)) }
  }

  @Test func `A million levels are parsed, compared, written and freed without recursion`() throws {
    let text = Self.nested(1_000_000)
    let document = try JSONDocument(parsing: text, limits: .anyDepth)
    #expect(document.depth == 1_000_000)
    #expect(document.root.equals(document.root))
    #expect(document.root.compactText == text)
  }

  @Test func `A hundred thousand objects inside of each other are walked without recursion`() throws
  {
    let depth = 100_000
    let text =
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)
    let document = try JSONDocument(parsing: text, limits: .anyDepth)
    var node = document.root
    while let inner = node.member("a") { node = inner }
    #expect(node.number == JSONNumber(1))
    #expect(document.root.compactText == text)
    #expect(document.root.equals(document.root))
  }

  @Test func `A hundred thousand openings without an end are refused at their end`() {
    let text = String(repeating: "[", count: 100_000)
    let error = #expect(throws: JSONSyntaxError.self) {
      try JSONDocument(parsing: text, limits: .anyDepth)
    }
    #expect(error?.reason == .unexpectedEnd(in: .array))
    #expect(error?.byteOffset == 100_000)
  }

  private static func nested(_ depth: Int) -> String {
    String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  }
}
