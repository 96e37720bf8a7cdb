internal import AccordContract
internal import AccordHTTP

/// What is asked of a token endpoint (RFC 6749 section 4.4.2), with the values of its variables.
///
/// Steps whose requests for a token are equal share one token.
struct TokenRequest: Sendable, Hashable {
  /// The token endpoint, absolute.
  let url: String
  let clientID: String
  let clientSecret: String
  /// The scopes with a space between, as they are sent.
  let scope: String
  let parameters: [String]
  let authentication: ClientAuthentication

  /// The parameters that OAuth 2 itself says.
  static let ownParameters: Set<String> = ["grant_type", "client_id", "client_secret", "scope"]

  /// A token endpoint's answer is small.
  private static let largestBody = 1 << 20

  /// - Throws: What of it cannot be asked for.
  init(
    _ client: ClientCredentialsTrait, baseURL: BaseURL, text: (Template) -> String
  ) throws(TokenRequestProblem) {
    let written = text(client.tokenURL)
    guard Self.isEndpoint(written) else { throw .url(written) }
    url = written.hasPrefix("/") ? baseURL.url(path: written) : written
    clientID = text(client.clientID)
    clientSecret = text(client.clientSecret)
    guard !clientID.isEmpty else { throw .noClientID }
    guard !clientSecret.isEmpty else { throw .noClientSecret }
    let scopes = client.scopes.map(text)
    for scope in scopes where !Self.isScope(scope) { throw .scope(scope) }
    scope = scopes.joined(separator: " ")
    parameters = client.parameters.map { Self.pair($0.name, text($0.value)) }
    authentication = client.authentication
  }

  /// What no output may show; the client's id is no secret (RFC 6749 section 2.2).
  var secrets: [String] { [credentials, clientSecret, PercentEncoding.formPart(clientSecret)] }

  /// The client's id and secret as Basic has them: each encoded as in a form (section 2.3.1).
  private var credentials: String {
    let pair = "\(PercentEncoding.formPart(clientID)):\(PercentEncoding.formPart(clientSecret))"
    return Base64.encode(Array(pair.utf8))
  }

  /// The request, which is sent to no other place whatever its answer says.
  func request(limits: ExchangeLimits, version: HTTPVersionPreference) -> HTTPRequest {
    var fields = [
      RequestField("Accept", "application/json"),
      RequestField("Content-Type", "application/x-www-form-urlencoded"),
    ]
    var pairs = [Self.pair("grant_type", "client_credentials")]
    if !scope.isEmpty { pairs.append(Self.pair("scope", scope)) }
    pairs += parameters
    switch authentication {
    case .basic:
      fields.append(RequestField("Authorization", "Basic \(credentials)", isSensitive: true))
    case .body:
      pairs += [Self.pair("client_id", clientID), Self.pair("client_secret", clientSecret)]
    }
    var limits = limits
    limits.bodySize = min(limits.bodySize, Self.largestBody)
    return HTTPRequest(
      method: "POST", url: url, fields: fields,
      content: .bytes(Array(pairs.joined(separator: "&").utf8)), limits: limits, version: version)
  }

  private static func pair(_ name: String, _ value: String) -> String {
    "\(PercentEncoding.formPart(name))=\(PercentEncoding.formPart(value))"
  }

  /// Whether a text is a token endpoint: an absolute URL, or a path below the base URL.
  static func isEndpoint(_ text: String) -> Bool {
    guard let reference = try? URLReference(parsing: text), reference.fragment == nil else {
      return false
    }
    if reference.scheme == nil { return reference.authority == nil && text.hasPrefix("/") }
    return reference.origin != nil && reference.authority?.userInformation == nil
  }

  /// Whether a text is one scope or several with spaces between (RFC 6749 section 3.3).
  static func isScope(_ text: String) -> Bool {
    text.utf8.allSatisfy { octet in
      octet >= 0x20 && octet < 0x7F && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
    }
  }
}
