/// What gets an access token by the client credentials grant of OAuth 2 (RFC 6749 section 4.4).
package struct ClientCredentialsTrait: Sendable {
  package let tokenURL: Template
  package let clientID: Template
  package let clientSecret: Template
  package let scopes: [Template]
  package let parameters: [(name: String, value: Template)]
  package let authentication: ClientAuthentication
}

/// How a client proves to a token endpoint who it is (RFC 6749 section 2.3.1).
public enum ClientAuthentication: String, Sendable, CaseIterable {
  /// By the scheme Basic, which every server must know.
  case basic
  /// By `client_id` and `client_secret` in the body, for servers that know nothing else.
  case body
}
