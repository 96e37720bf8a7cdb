/// SplitMix64: the same numbers for the same seed, on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Changes, removes, doubles or inserts up to four bytes.
  mutating func mutate(_ original: [UInt8], alphabet: [UInt8]) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &self) where !bytes.isEmpty {
      let position = Int.random(in: 0..<bytes.count, using: &self)
      switch Int.random(in: 0..<5, using: &self) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &self)
      case 1: bytes.remove(at: position)
      case 2: bytes.insert(bytes[position], at: position)
      case 3: bytes.removeLast(Int.random(in: 0...min(3, bytes.count - 1), using: &self))
      default: bytes.insert(alphabet.randomElement(using: &self) ?? 0, at: position)
      }
    }
    return bytes
  }
}
