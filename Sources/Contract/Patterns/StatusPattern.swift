/// Which response codes (RFC 9110 section 15) are expected.
///
///     .expect(200)    .expect(.oneOf(204, 404))    .expect(.in(200...299))    .expect(.success)
public struct StatusPattern: Sendable, ExpressibleByIntegerLiteral {
  package enum Kind: Hashable, Sendable {
    case any
    case exactly(Int)
    case oneOf([Int])
    case range(ClosedRange<Int>)
  }

  package let kind: Kind

  /// One status.
  public init(integerLiteral status: Int) { kind = .exactly(status) }

  /// One status that is known where the contract is made.
  public init(_ status: Int) { kind = .exactly(status) }

  private init(kind: Kind) { self.kind = kind }

  /// Any of these.
  public static func oneOf(_ statuses: Int...) -> StatusPattern {
    StatusPattern(kind: .oneOf(statuses))
  }
  /// Any of a range.
  public static func `in`(_ range: ClosedRange<Int>) -> StatusPattern {
    StatusPattern(kind: .range(range))
  }
  /// Any status at all.
  public static let any = StatusPattern(kind: .any)
  /// 200 to 299 (RFC 9110 section 15.3).
  public static let success = StatusPattern(kind: .range(200...299))
  /// 300 to 399 (RFC 9110 section 15.4).
  public static let redirection = StatusPattern(kind: .range(300...399))
  /// 400 to 499 (RFC 9110 section 15.5).
  public static let clientError = StatusPattern(kind: .range(400...499))
  /// 500 to 599 (RFC 9110 section 15.6).
  public static let serverError = StatusPattern(kind: .range(500...599))

  /// Whether a status is expected.
  package func matches(_ status: Int) -> Bool {
    switch kind {
    case .any: true
    case .exactly(let expected): status == expected
    case .oneOf(let statuses): statuses.contains(status)
    case .range(let range): range.contains(status)
    }
  }
}

extension StatusPattern: CustomStringConvertible {
  /// The pattern as ids and reports show it: `200`, `204 or 404`, `200-299`.
  public var description: String {
    switch kind {
    case .any: "any status"
    case .exactly(let status): String(status)
    case .oneOf(let statuses): statuses.map(String.init).joined(separator: " or ")
    case .range(let range): "\(range.lowerBound)-\(range.upperBound)"
    }
  }
}
