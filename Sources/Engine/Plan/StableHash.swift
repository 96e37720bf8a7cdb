/// A hash that is the same on every machine and in every version (FNV-1a of 64 bits, mixed as in
/// SplitMix64); Swift's own differs from process to process.
struct StableHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash.
  var value: UInt64 { Self.mixed(state) }

  /// The hash of a text's octets in UTF-8.
  init(_ text: String) {
    for octet in text.utf8 { state = (state ^ UInt64(octet)) &* 0x0000_0100_0000_01B3 }
  }

  /// The bits, each of them depending on each (Steele, Lea and Flood 2014).
  static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
