/// One entry of a match's stack: something left to try, or a register to restore before that.
struct PatternChoice {
  enum Kind: UInt8 {
    /// Go on at a place.
    case branch
    /// Put a value (in `position`) back into a register (in `place`).
    case restore
    /// End a greedy run earlier; `bound` is its earliest end.
    case greedyRun
    /// Extend a lazy run; `bound` is its length so far.
    case lazyRun
    /// Begin an iteration of a lazy counted loop.
    case iteration
    /// The body of a lookaround has failed.
    case look
  }

  var kind: Kind
  var place: Int32
  var position: Int32
  var bound: Int32

  init(_ kind: Kind, place: Int32, position: Int32, bound: Int32 = 0) {
    self.kind = kind
    self.place = place
    self.position = position
    self.bound = bound
  }
}
