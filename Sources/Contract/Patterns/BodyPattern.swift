/// What the octets of a body must be, as decoded from any content coding.
public struct BodyPattern: Sendable {
  package enum Kind: Sendable {
    case bytes([UInt8])
    case file(String)
    case count(CountPattern)
  }

  package let kind: Kind

  private init(_ kind: Kind) { self.kind = kind }

  /// Exactly these octets.
  public static func bytes(_ bytes: [UInt8]) -> BodyPattern { BodyPattern(.bytes(bytes)) }
  /// Exactly the octets of a file, found as `RequestBody.file` is.
  public static func file(_ path: String) -> BodyPattern { BodyPattern(.file(path)) }
  /// So many octets.
  public static func count(_ count: Int) -> BodyPattern {
    BodyPattern(.count(CountPattern(minimum: count, maximum: count)))
  }
  /// So many octets at least and at most.
  public static func count(_ range: ClosedRange<Int>) -> BodyPattern {
    BodyPattern(.count(CountPattern(minimum: range.lowerBound, maximum: range.upperBound)))
  }
  /// So many octets at least.
  public static func count(_ range: PartialRangeFrom<Int>) -> BodyPattern {
    BodyPattern(.count(CountPattern(minimum: range.lowerBound, maximum: nil)))
  }
}
