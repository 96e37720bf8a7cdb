internal import AccordContract
internal import AccordHTTP

/// The credentials of a step's requests, with the values of their variables.
struct Credential: Sendable {
  /// How they are sent.
  enum Form: Sendable {
    /// In a field, the same in every request.
    case field(name: String, value: String)
    /// As a parameter of the query.
    case query(name: String, value: String)
    /// In answer to a challenge (RFC 7616).
    case digest(user: String, password: String)
    /// By a signature over each request.
    case signature(AWSSignature)
    /// By a token that is asked for when the first request needs it.
    case token(TokenRequest)
  }

  var form: Form
  /// What no output may show.
  var secrets: [String]

  /// Whether they depend on the request or its response.
  var isDynamic: Bool {
    switch form {
    case .field, .query: false
    case .digest, .signature, .token: true
    }
  }

  /// A user name and a password as the scheme Basic has them (RFC 7617 section 2).
  static func basic(user: String, password: String) throws(StepProblem) -> Credential {
    guard !user.utf8.contains(UInt8(ascii: ":")) else { throw .colonInUserName }
    let pair = Base64.encode(Array("\(user):\(password)".utf8))
    return Credential(
      form: .field(name: "Authorization", value: "Basic \(pair)"), secrets: [pair, password, user])
  }

  static func digest(user: String, password: String) throws(StepProblem) -> Credential {
    // The scheme itself has no trouble with a colon; what is hashed would be another user's.
    guard !user.utf8.contains(UInt8(ascii: ":")) else { throw .colonInUserName }
    guard user.unicodeScalars.allSatisfy(\.mayStandInField) else {
      throw .unusableFieldValue(name: "Authorization")
    }
    return Credential(
      form: .digest(user: user, password: password), secrets: [password, user])
  }
}

extension Authorization {
  /// The credentials with the values of their variables; `nil` for none.
  func credential(_ bindings: Bindings, baseURL: BaseURL) throws(StepProblem) -> Credential? {
    func text(_ template: Template) -> String { bindings.text(template) ?? "" }
    for (part, template) in secrets where SecretSource.isTooShort(text(template)) {
      throw .shortSecret(.authorization(part))
    }
    switch scheme {
    case .none: return nil
    case .bearer(let token):
      let token = text(token)
      try Self.check(token, for: "Authorization")
      return Credential(
        form: .field(name: "Authorization", value: "Bearer \(token)"), secrets: [token])
    case .basic(let user, let password):
      return try .basic(user: text(user), password: text(password))
    case .digest(let user, let password):
      return try .digest(user: text(user), password: text(password))
    case .apiKey(let key, .field(let name)):
      let key = text(key)
      try Self.check(key, for: name.text)
      return Credential(form: .field(name: name.text, value: key), secrets: [key])
    case .apiKey(let key, .query(let name)):
      let key = text(key)
      return Credential(form: .query(name: name, value: key), secrets: [key])
    case .awsSignature(let written):
      let signature = AWSSignature(
        accessKey: text(written.accessKey), secretKey: text(written.secretKey),
        sessionToken: written.sessionToken.map(text), region: written.region,
        service: written.service, signsContent: written.signsContent)
      try Self.check(signature.accessKey, for: "Authorization")
      try Self.check(signature.sessionToken ?? "", for: "X-Amz-Security-Token")
      return Credential(
        form: .signature(signature),
        secrets: [signature.secretKey, signature.accessKey]
          + (signature.sessionToken.map { [$0] } ?? []))
    case .clientCredentials(let written):
      do throws(TokenRequestProblem) {
        let request = try TokenRequest(written, baseURL: baseURL, text: text)
        return Credential(form: .token(request), secrets: request.secrets)
      } catch {
        throw .noToken(url: text(written.tokenURL), .request(error))
      }
    }
  }

  private static func check(_ value: String, for name: String) throws(StepProblem) {
    guard value.unicodeScalars.allSatisfy(\.mayStandInField) else {
      throw .unusableFieldValue(name: name)
    }
  }
}

extension Unicode.Scalar {
  /// Whether the character may stand in a field's value (RFC 9110 section 5.5).
  var mayStandInField: Bool { value >= 0x20 && value != 0x7F || self == "\t" }
}
