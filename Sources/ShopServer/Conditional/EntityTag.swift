import NIOCore

/// A validator (RFC 9110 section 8.8.3).
struct EntityTag: Equatable, CustomStringConvertible {
  let isWeak: Bool
  /// What stands between the quotes.
  let opaque: String

  init(isWeak: Bool, opaque: String) {
    self.isWeak = isWeak
    self.opaque = opaque
  }

  /// A strong tag made of the octets themselves (FNV-1a, 64 bits) and their media type.
  init(of content: ByteBuffer, as mediaType: MediaType) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ octet: UInt8) {
      hash ^= UInt64(octet)
      hash &*= 0x100_0000_01b3
    }
    mediaType.essence.utf8.forEach(mix)
    content.readableBytesView.forEach(mix)
    self.init(isWeak: false, opaque: String(hash, radix: 16))
  }

  var description: String { "\(isWeak ? "W/" : "")\"\(opaque)\"" }

  /// Both strong and equal: what `If-Match` asks for.
  func matchesStrongly(_ other: EntityTag) -> Bool {
    !isWeak && !other.isWeak && opaque == other.opaque
  }

  /// Equal apart from weakness: what `If-None-Match` asks for.
  func matchesWeakly(_ other: EntityTag) -> Bool { opaque == other.opaque }
}

extension EntityTag {
  /// Reads one tag; `nil` when it does not follow the grammar.
  init?(_ text: some StringProtocol) {
    let isWeak = text.hasPrefix("W/")
    let quoted = isWeak ? text.dropFirst(2) : text[...]
    guard quoted.count >= 2, quoted.first == "\"", quoted.last == "\"" else { return nil }
    let opaque = quoted.dropFirst().dropLast()
    guard !opaque.contains("\"") else { return nil }
    self.init(isWeak: isWeak, opaque: String(opaque))
  }
}

extension EntityTag {
  static func of(_ representation: Representation) -> EntityTag { representation.tag }
}
