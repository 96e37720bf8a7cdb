/// Why no token endpoint can be asked for a token (RFC 6749 section 4.4.2), whatever it would answer.
package enum TokenRequestProblem: Error, Sendable, Equatable {
  /// A token endpoint that is no `http` or `https` URL with a host, or has a user name or a fragment
  /// in it (section 3.2).
  case url(String)
  /// An empty `client_id`.
  case noClientID
  /// An empty secret.
  case noClientSecret
  /// A scope with a character that none may have (section 3.3).
  case scope(String)
  /// A further parameter that OAuth 2 itself says.
  case parameter(String)
}
