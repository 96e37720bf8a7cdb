/// Random numbers that a seed determines (SplitMix64, Steele, Lea and Flood 2014): the same seed
/// gives the same run on every system.
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// A generator for one use, such as a variable of a unit, that no other use disturbs.
  package init(seed: UInt64, salts: [UInt64]) {
    self.init(seed: seed)
    for salt in salts {
      state ^= salt
      state = next()
    }
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
