/// Where a request carries an API key.
public struct APIKeyPlace: Sendable {
  package enum Kind: Sendable {
    case field(FieldName)
    case query(String)
  }

  package let kind: Kind

  /// In a header field: `.header("X-API-Key")`.
  public static func header(_ name: FieldName) -> APIKeyPlace { APIKeyPlace(kind: .field(name)) }

  /// As a parameter of the query: `.query("api_key")`.
  ///
  /// URLs are kept in logs of servers and proxies;
  /// a field is the better place where the API knows one.
  public static func query(_ name: String) -> APIKeyPlace { APIKeyPlace(kind: .query(name)) }
}
