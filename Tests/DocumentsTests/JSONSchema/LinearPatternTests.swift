import Testing

@testable import AccordDocuments

struct LinearPatternTests {
  private static let linear = [
    "^[A-Z]{3}-[0-9]+$", "^a*b+c?$", "^[^@ ]+@[^@ ]+$", "^\\d{2,4}", "^$", "^", "^a{0,2}(bc)$",
    "^x?y*$", "^[ab]{2}[bc]$", "^.+\n$",
  ]

  @Test(arguments: linear)
  func `A pattern without a choice is matched in one pass, as the engine matches it`(
    source: String
  ) throws {
    let pattern = try Pattern(source)
    let quick = try #require(LinearPattern(pattern))
    var generator = SeededGenerator(seed: 5)
    let alphabet = Array("abcABC-01@ xy\n".utf8)
    var matching = 0
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let expected = try text.withUnsafeBufferPointer { try pattern.matchesAnywhere($0) }
      #expect(text.withUnsafeBufferPointer { quick.matches($0) } == expected)
      if expected { matching += 1 }
    }
    #expect(matching > 0 || source.contains("{3}-") || source.contains("@"))
  }

  @Test func `Text beyond ASCII is left to the engine`() throws {
    let quick = try #require(LinearPattern(try Pattern("^[^a]b$")))
    #expect(Array("éb".utf8).withUnsafeBufferPointer { quick.matches($0) } == nil)
    #expect(Array("ab".utf8).withUnsafeBufferPointer { quick.matches($0) } == false)
  }

  @Test(arguments: [
    "a", "^a|b$", "^(a|b)$", "^a*a$", "^[ab]*c?b$", "^(ab)+$", "^(?=a)a", "^a\\b", "^(a)\\1$", "^é",
    "a^", "^a$b",
  ])
  func `A pattern with a choice is left to the engine`(source: String) throws {
    #expect(LinearPattern(try Pattern(source)) == nil)
  }
}
