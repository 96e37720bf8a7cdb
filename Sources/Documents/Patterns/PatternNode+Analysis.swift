/// What can be told about a pattern before it runs.
extension PatternNode {
  /// Whether the node may match without consuming anything.
  ///
  /// True if in doubt.
  var canBeEmpty: Bool {
    switch self {
    case .character, .set: false
    case .sequence(let nodes): nodes.allSatisfy(\.canBeEmpty)
    case .alternatives(let nodes): nodes.contains(where: \.canBeEmpty)
    case .group(_, let body): body.canBeEmpty
    case .repetition(let body, let quantifier, _): quantifier.minimum == 0 || body.canBeEmpty
    case .backreference, .inputStart, .inputEnd, .wordBoundary, .look: true
    }
  }

  /// Whether every match starts where the text starts.
  ///
  /// False if in doubt.
  var isAnchored: Bool {
    switch self {
    case .inputStart: true
    case .sequence(let nodes): nodes.first?.isAnchored ?? false
    case .alternatives(let nodes): nodes.allSatisfy(\.isAnchored)
    case .group(_, let body): body.isAnchored
    default: false
    }
  }

  /// The bytes that a match can start with; nil if a match may be empty or start with any.
  func firstBytes() -> ByteSet? {
    var bytes = ByteSet()
    return addFirstBytes(to: &bytes) ? bytes : nil
  }

  /// Adds the bytes that the node can start with.
  ///
  /// - Returns: Whether the node always consumes, so that what follows it does not matter.
  private func addFirstBytes(to bytes: inout ByteSet) -> Bool {
    switch self {
    case .character(let value):
      bytes.insertFirstByte(of: value)
      return true
    case .set(let set):
      for byte in UInt8(0)..<128 where set.containsASCII(byte) { bytes.insert(byte) }
      if set.reachesBeyondASCII { bytes.insertAllBeyondASCII() }
      return true
    case .sequence(let nodes):
      return nodes.contains { $0.addFirstBytes(to: &bytes) }
    case .alternatives(let nodes):
      return nodes.reduce(true) { $1.addFirstBytes(to: &bytes) && $0 }
    case .group(_, let body):
      return body.addFirstBytes(to: &bytes)
    case .repetition(let body, let quantifier, _):
      guard quantifier.maximum > 0 else { return false }
      return body.addFirstBytes(to: &bytes) && quantifier.minimum > 0
    case .backreference:
      // It repeats a group, which may be one that follows, and then is empty.
      for byte in UInt8.min...UInt8.max { bytes.insert(byte) }
      return false
    case .inputStart, .inputEnd, .wordBoundary, .look:
      return false
    }
  }
}

extension ByteSet {
  fileprivate mutating func insertAllBeyondASCII() {
    for byte in UInt8(128)...255 { insert(byte) }
  }

  fileprivate mutating func insertFirstByte(of value: UInt32) {
    // Any ill-formed byte counts as U+FFFD.
    guard let scalar = Unicode.Scalar(value), value != 0xFFFD else {
      insertAllBeyondASCII()
      return
    }
    if let first = UTF8.encode(scalar)?.first { insert(first) }
  }
}
