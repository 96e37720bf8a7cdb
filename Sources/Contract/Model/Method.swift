/// A request method (RFC 9110 section 9): a token, compared with its case.
public struct Method: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The token as it is sent.
  package let token: String

  /// A method of any token, in its own case.
  ///
  /// A token that RFC 9110 section 5.6.2 does not allow makes the contract unusable (exit code 64).
  public init(_ token: String) { self.token = token }

  /// A method written as a literal: `Request("PROPFIND", "/files")`.
  public init(stringLiteral token: String) { self.token = token }

  /// GET (RFC 9110 section 9.3.1).
  public static let get = Method("GET")
  /// HEAD (RFC 9110 section 9.3.2).
  public static let head = Method("HEAD")
  /// POST (RFC 9110 section 9.3.3).
  public static let post = Method("POST")
  /// PUT (RFC 9110 section 9.3.4).
  public static let put = Method("PUT")
  /// PATCH (RFC 5789).
  public static let patch = Method("PATCH")
  /// DELETE (RFC 9110 section 9.3.5).
  public static let delete = Method("DELETE")
  /// OPTIONS (RFC 9110 section 9.3.7).
  public static let options = Method("OPTIONS")
  /// TRACE (RFC 9110 section 9.3.8).
  public static let trace = Method("TRACE")

  /// The methods that `.allows` speaks of; CONNECT and TRACE are never sent unasked.
  package static let probed: [Method] = [.get, .head, .post, .put, .patch, .delete, .options]

  /// Whether RFC 9110 section 9.2.1 defines the method as safe.
  package var isSafe: Bool { [.get, .head, .options, .trace].contains(self) }

  /// Whether the token keeps to the grammar of RFC 9110 section 5.6.2.
  package var isToken: Bool { FieldName(token).isToken }
}
