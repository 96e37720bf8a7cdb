/// A pattern as instructions for ``PatternMatcher``.
///
/// Its size is proportional to the pattern's text: quantifiers count at run time instead of
/// multiplying code.
struct PatternProgram: Sendable {
  var instructions: [PatternInstruction] = []
  var sets: [ScalarSet] = []
  var runs: [PatternRun] = []
  var loops: [PatternLoop] = []
  var looks: [PatternLook] = []

  var groupCount = 0
  var groupNames: [String: Int] = [:]
  /// Registers in all.
  ///
  /// The first `2 * (groupCount + 1)` hold where groups start and end.
  var registerCount = 0

  /// Whether the pattern can match at the start of the text only.
  var isAnchored = false
  /// The bytes that a match can start with; nil if it may be empty.
  var firstBytes: ByteSet?
  var hasBackreferences = false

  /// The number of instructions whose failure may be remembered; 0 if none may.
  var memoPoints = 0
  /// The registers that, beside the place in program and text, decide what happens next.
  var memoCounters: [(register: Int, values: Int)] = []
  var memoMarks: [Int] = []
}

/// One step of a pattern.
///
/// "Behind" variants read backward, as lookbehind needs.
enum PatternInstruction: Sendable {
  case byte(UInt8)
  case character(UInt32)
  case characterBehind(UInt32)
  case set(Int32)
  case setBehind(Int32)
  /// Repeats one character; see ``PatternRun``.
  case run(Int32)
  /// Goes on at `first`; if that fails, at `second`.
  case branch(first: Int32, second: Int32, point: Int32)
  case jump(Int32)
  /// Puts the position into a register.
  case save(Int32)
  /// Forgets the groups whose registers are in the range.
  case clear(from: Int32, to: Int32)
  /// Remembers where an iteration starts; nowhere if it is one that may be empty.
  case mark(Int32, isSet: Bool)
  /// Fails if nothing was consumed since the mark (ECMA-262, section 22.2.2.3.1, step 2.b).
  case requireProgress(Int32)
  case startCount(Int32)
  /// The head of a counted loop; see ``PatternLoop``.
  case count(Int32)
  case inputStart
  case inputEnd
  case wordBoundary(isNegated: Bool)
  case backreference(Int32)
  case backreferenceBehind(Int32)
  case look(Int32)
  case lookEnd(Int32)
  case accept
}

/// A repetition of one character, which needs no instructions of its own for each.
struct PatternRun: Sendable {
  enum Element: Sendable {
    case character(UInt32)
    case set(Int)
  }

  var element: Element
  var quantifier: PatternQuantifier
  var isBehind: Bool
  /// Where to remember failures of what follows; -1 for nowhere.
  var point: Int32
  /// The byte that has to come next, if what follows the run is one ASCII character.
  var following: UInt8?

  var isUnlimited: Bool { quantifier.maximum == PatternQuantifier.unlimited }
}

/// A counted repetition of a group.
struct PatternLoop: Sendable {
  var quantifier: PatternQuantifier
  var counter: Int
  /// The register of the iteration's start if the group can be empty; otherwise -1.
  var mark: Int
  var exit: Int32
  var point: Int32
}

/// A lookahead or lookbehind.
struct PatternLook: Sendable {
  var isNegated: Bool
  /// The register that holds how many choices were open when it began.
  var depth: Int
  var exit: Int32
}

/// A set of byte values.
struct ByteSet: Sendable, Equatable {
  private var bits = SIMD4<UInt64>(repeating: 0)

  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    bits[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0
  }

  mutating func insert(_ byte: UInt8) {
    bits[Int(byte >> 6)] |= 1 << UInt64(byte & 63)
  }

  mutating func formUnion(_ other: ByteSet) {
    bits |= other.bits
  }
}
