/// How much work one match may do before it ends without a verdict.
///
/// Patterns without backreferences need steps in proportion to the text, nearly always fewer than
/// ten a byte, once the record of failed places (``memoBytes``) is in use. The standard limits are
/// therefore met only by patterns that are exponential in themselves: nested counts, and groups
/// repeated around backreferences or inside lookaheads.
package struct PatternLimits: Sendable, Hashable {
  /// Steps that every match may take, however short the text.
  ///
  /// A step is one instruction, one choice taken back, or eight characters of the repetition of
  /// one character.
  package var steps: Int
  /// Further steps for each byte of the text.
  package var stepsPerByte: Int
  /// The greatest number of choices that may be open at once; each takes 16 bytes.
  package var openChoices: Int
  /// The greatest size, in bytes, of the table of places already known to fail.
  ///
  /// The table makes nested repetitions linear. A match that would need a larger one does without.
  package var memoBytes: Int

  static let charactersPerStep = 8

  /// Limits to be used unless a caller knows better.
  package static let standard = PatternLimits()

  /// Creates limits; each default is the standard one.
  package init(
    steps: Int = 1_000_000, stepsPerByte: Int = 128, openChoices: Int = 4_194_304,
    memoBytes: Int = 33_554_432
  ) {
    self.steps = steps
    self.stepsPerByte = stepsPerByte
    self.openChoices = openChoices
    self.memoBytes = memoBytes
  }
}
