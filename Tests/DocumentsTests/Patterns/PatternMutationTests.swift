import AccordDocuments
import Testing

@Suite("Mutated patterns")
struct PatternMutationTests {
  /// SplitMix64: small, seeded, the same everywhere.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
  }

  private static let pieces: [String] = [
    "(", ")", "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?<n>", "[", "]", "[^", "{", "}", "{2}",
    "{0,3}", "{1,", "*", "+", "?", "|", "\\", "^", "$", ".", "-", ",", "0", "1", "a", "b", "é",
    "🐲", "\\b", "\\d", "\\W", "\\1", "\\k<n>", "\\p{L}", "\\u{1F432}", "\\uD83D", "\\x61", "\\c",
    "\n", "\u{0}", "a-z", "<", ">", "=",
  ]

  @Test(
    "No mutation of a pattern crashes the parser or the matcher", .timeLimit(.minutes(2)),
    arguments: UInt64(1)...8)
  func survives(seed: UInt64) {
    var generator = Generator(state: seed)
    let limits = PatternLimits(steps: 20_000, stepsPerByte: 10, openChoices: 10_000)
    var compiled = 0
    for _ in 0..<4_000 {
      let row = PatternCase.all.randomElement(using: &generator) ?? .init("", "", nil)
      var scalars = Array(row.pattern.unicodeScalars)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0...scalars.count, using: &generator)
        let piece = Self.pieces.randomElement(using: &generator) ?? ""
        if place < scalars.count && Bool.random(using: &generator) { scalars.remove(at: place) }
        scalars.insert(contentsOf: piece.unicodeScalars, at: min(place, scalars.count))
      }
      var source = String.UnicodeScalarView()
      source.append(contentsOf: scalars)
      var bytes = Array(row.text.utf8)
      for _ in 0..<Int.random(in: 0...8, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
      }
      for dialect in [Pattern.Dialect.ecmaScript, .iRegexp] {
        do throws(PatternSyntaxError) {
          let pattern = try Pattern(String(source), dialect: dialect)
          compiled += 1
          bytes.withUnsafeBufferPointer { text in
            guard let match = try? pattern.firstMatch(in: text, limits: limits) else { return }
            #expect(match.captures.count == pattern.groupCount + 1)
            #expect(match.captures.allSatisfy { ($0?.upperBound ?? 0) <= text.count })
          }
        } catch {
          #expect((0...scalars.count).contains(error.offset))
          #expect(!error.description.isEmpty)
        }
      }
    }
    #expect(compiled > 1_000)
  }
}
