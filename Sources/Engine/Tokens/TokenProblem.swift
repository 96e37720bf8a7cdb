package import AccordHTTP

/// Why there is no access token.
package enum TokenProblem: Error, Sendable {
  /// It cannot even be asked for.
  case request(TokenRequestProblem)
  /// The token endpoint gave no complete answer.
  case transport(TransportError)
  /// The step's own limit of time passed while the token was awaited.
  case timeout(Duration)
  /// The token endpoint refused; `error` and `description` are OAuth's own (RFC 6749 section 5.2).
  case refused(status: Int, reason: String, error: String?, description: String?)
  /// The answer is a redirect, which is not followed: it would lead the client's secret elsewhere.
  case redirected(status: Int, to: String?)
  /// The answer is no JSON object (RFC 6749 section 5.1).
  case notJSON(mediaType: String?)
  /// The answer has no `access_token` that is text.
  case noToken
  /// A token of another type than Bearer (RFC 6749 section 7.1).
  case tokenType(String)
  /// A token that no field can carry.
  case unusableToken
  /// A token too short to be redacted.
  case shortToken

  /// Whether asking again would be in vain.
  var isFinal: Bool {
    switch self {
    case .transport, .timeout: false
    case .refused(let status, _, _, _): status < 500 && status != 408 && status != 429
    case .request, .redirected, .notJSON, .noToken, .tokenType, .unusableToken, .shortToken: true
    }
  }
}
