/// The credentials that a request carries (RFC 9110 section 11).
public struct Authorization: Sendable {
  /// The schemes there are.
  package enum Scheme: Sendable {
    case none
    case bearer(Template)
    case basic(user: Template, password: Template)
    case digest(user: Template, password: Template)
    case apiKey(Template, APIKeyPlace.Kind)
    case awsSignature(AWSSignatureTrait)
    case clientCredentials(ClientCredentialsTrait)
  }

  package let scheme: Scheme

  /// No credentials, where a trait further out sets some.
  public static let none = Authorization(scheme: .none)

  /// A bearer token (RFC 6750 section 2.1): `.auth(.bearer("\(token)"))`.
  public static func bearer(_ token: Template) -> Authorization {
    Authorization(scheme: .bearer(token))
  }

  /// A bearer token (RFC 6750 section 2.1) from a variable: `.auth(.bearer(token))`.
  public static func bearer(_ token: Variable) -> Authorization {
    Authorization(scheme: .bearer("\(token)"))
  }

  /// A user name and a password (RFC 7617), sent in UTF-8.
  ///
  /// A user name with a colon cannot be sent (RFC 7617 section 2) and ends the step with an error.
  public static func basic(user: Template, password: Template) -> Authorization {
    Authorization(scheme: .basic(user: user, password: password))
  }

  /// A user name and a password that answer a challenge (RFC 7616), with SHA-256 or MD5.
  ///
  /// A request is sent without credentials and, where it is answered 401 with a challenge, once more
  /// with the answer to it. The second response is judged.
  public static func digest(user: Template, password: Template) -> Authorization {
    Authorization(scheme: .digest(user: user, password: password))
  }

  /// A key of the API's own: `.auth(.apiKey("\(key)", in: .header("X-API-Key")))`.
  public static func apiKey(_ key: Template, in place: APIKeyPlace) -> Authorization {
    Authorization(scheme: .apiKey(key, place.kind))
  }

  /// A signature over each request, by AWS Signature Version 4.
  ///
  ///     .auth(.awsSignature(
  ///       accessKey: "\(id)", secretKey: "\(secret)", region: "eu-central-1", service: "s3"))
  ///
  /// - Parameters:
  ///   - sessionToken: What temporary keys come with.
  ///   - signsContent: Whether the content is signed too. Without it the service must take
  ///     `UNSIGNED-PAYLOAD`, as S3 does over TLS; a multipart content can be sent only so.
  public static func awsSignature(
    accessKey: Template, secretKey: Template, sessionToken: Template? = nil, region: String,
    service: String, signsContent: Bool = true
  ) -> Authorization {
    Authorization(
      scheme: .awsSignature(
        AWSSignatureTrait(
          accessKey: accessKey, secretKey: secretKey, sessionToken: sessionToken, region: region,
          service: service, signsContent: signsContent)))
  }

  /// An access token that a token endpoint gives to this client: OAuth 2's client credentials grant
  /// (RFC 6749 section 4.4).
  ///
  ///     .auth(.oauth2(
  ///       tokenURL: "https://id.example.com/token", clientID: "shop-tests",
  ///       clientSecret: "\(secret)", scopes: "read", "write"))
  ///
  /// One token serves the whole run, however many steps begin at once. It is asked for anew shortly
  /// before it ends and, once for a step, after a 401 that the step does not expect. Getting it counts
  /// against the step's limit of time; a step that gets none ends with an error.
  ///
  /// - Parameters:
  ///   - tokenURL: The token endpoint; one that begins with a slash is below the base URL.
  ///   - clientID: Who the client is, not a secret.
  ///   - clientSecret: What proves it.
  ///   - scopes: What the token is asked to allow; none leaves that to the server.
  ///   - parameters: What the server wants to know besides, such as `["audience": "shop"]`.
  ///   - authentication: How the client proves who it is.
  public static func oauth2(
    tokenURL: Template, clientID: Template, clientSecret: Template, scopes: Template...,
    parameters: KeyValuePairs<String, Template> = [:],
    authentication: ClientAuthentication = .basic
  ) -> Authorization {
    Authorization(
      scheme: .clientCredentials(
        ClientCredentialsTrait(
          tokenURL: tokenURL, clientID: clientID, clientSecret: clientSecret, scopes: scopes,
          parameters: parameters.map { ($0.key, $0.value) }, authentication: authentication)))
  }

  /// The same with what the command line gives.
  package static func oauth2(
    tokenURL: String, clientID: String, clientSecret: String, scopes: [String],
    parameters: [(name: String, value: String)], authentication: ClientAuthentication
  ) -> Authorization {
    Authorization(
      scheme: .clientCredentials(
        ClientCredentialsTrait(
          tokenURL: Template(tokenURL), clientID: Template(clientID),
          clientSecret: Template(clientSecret), scopes: scopes.map { Template($0) },
          parameters: parameters.map { ($0.name, Template($0.value)) },
          authentication: authentication)))
  }
}
