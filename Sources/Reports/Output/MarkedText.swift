/// A piece of a report: octets of its own, and between marks texts from elsewhere that are not yet
/// encoded for it.
///
/// A secret may become known after a piece was made and before its turn comes. It is taken out of the
/// texts alone, whatever it is, so that one that is a word of the format breaks no document.
struct MarkedText {
  private(set) var octets: [UInt8] = []

  /// Controls, which no text that is fit to be shown holds.
  private static let beginning: UInt8 = 0x01
  private static let end: UInt8 = 0x02

  /// Appends what is the report's own.
  mutating func own(_ text: String) { octets.append(contentsOf: text.utf8) }

  /// Appends another piece.
  mutating func append(_ piece: MarkedText) { octets += piece.octets }

  /// Appends text from elsewhere, which is to be encoded in the way of a number.
  mutating func foreign(_ text: String, as way: UInt8) {
    octets.append(Self.beginning)
    octets.append(way)
    for byte in text.utf8 where byte != Self.beginning && byte != Self.end { octets.append(byte) }
    octets.append(Self.end)
  }

  /// The octets with each text redacted and encoded.
  static func resolve(
    _ piece: [UInt8], _ redactor: Redactor, encode: (_ text: String, _ way: UInt8) -> String
  ) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(piece.count + 64)
    var place = 0
    while let start = piece[place...].firstIndex(of: beginning), start + 1 < piece.count {
      output.append(contentsOf: piece[place..<start])
      let stop = piece[start...].firstIndex(of: end) ?? piece.count
      let text = String(decoding: piece[(start + 2)..<max(stop, start + 2)], as: UTF8.self)
      output.append(contentsOf: encode(redactor.redact(text), piece[start + 1]).utf8)
      place = min(stop + 1, piece.count)
    }
    output.append(contentsOf: piece[place...])
    return output
  }
}
