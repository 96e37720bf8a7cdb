internal import AccordContract
internal import AccordHTTP

/// Puts on each request of a step the credentials that depend on the request itself: a signature, or
/// the answer to a challenge.
///
/// Only requests to the origin of the step's own request get them, whatever a redirect says.
struct RequestSigner {
  private let form: Credential.Form
  private let origin: Origin?
  private var challenge: DigestChallenge?
  /// How often the challenge's nonce was answered.
  private var count = 0
  /// How many responses of this try were challenges that were answered.
  private(set) var answeredChallenges = 0
  /// The access token of the next request.
  var held: TokenStore.Held?

  /// A server that asks again and again is not answered forever.
  private static let mostChallenges = 8

  /// A signer for the requests of a step; `nil` where the credentials are the same in all of them.
  init?(_ credential: Credential, for request: HTTPRequest) {
    switch credential.form {
    case .field, .query: return nil
    case .digest, .signature, .token: form = credential.form
    }
    origin = URLReference.origin(ofRequest: request.url)
  }

  /// Begins another try of the step.
  mutating func beginTry() { answeredChallenges = 0 }

  /// What a request needs a token by, if it needs one.
  func tokenRequest(for request: HTTPRequest) -> TokenRequest? {
    guard case .token(let asked) = form, origin != nil,
      URLReference.origin(ofRequest: request.url) == origin
    else { return nil }
    return asked
  }

  /// Notes that a response is followed by the same request with another token.
  mutating func noteRenewal() { answeredChallenges += 1 }

  /// Puts the credentials on a request that is about to be sent.
  ///
  /// - Throws: `StepProblem` where the content cannot be signed.
  mutating func sign(_ request: inout HTTPRequest, files: ContractFiles) throws(StepProblem) {
    guard origin != nil, URLReference.origin(ofRequest: request.url) == origin else { return }
    switch form {
    case .field, .query: break
    case .digest(let user, let password):
      guard let challenge else { return }
      count += 1
      let value = challenge.answer(
        user: user, password: password, method: request.method,
        target: request.target ?? RequestParts(request.url).target, count: count,
        clientNonce: Self.nonce())
      request.setCredential("Authorization", value)
    case .token:
      if let held { request.setCredential("Authorization", "Bearer \(held.token.value)") }
    case .signature(let signature):
      let parts = try RequestParts(request.url).signed(request, by: signature, files: files)
      for field in signature.fields(signing: parts, at: WallClock.timestamp()) {
        request.setCredential(field.name, field.value)
      }
    }
  }

  /// Whether a response is a challenge that the next sending of its request answers.
  mutating func answers(_ response: HTTPResponse, to request: HTTPRequest) -> Bool {
    guard case .digest = form, response.status == 401, answeredChallenges < Self.mostChallenges,
      URLReference.origin(ofRequest: request.url) == origin,
      let next = DigestChallenge(
        strongestOf: response.fields.all("www-authenticate").map(\.value))
    else { return false }
    // An answer that was refused and not too old was a wrong one.
    let wasAnswered = request.fields.contains { $0.name == "Authorization" && $0.value != nil }
    guard !wasAnswered || next.isStale else { return false }
    challenge = next
    count = 0
    answeredChallenges += 1
    return true
  }

  private static func nonce() -> String {
    (0..<4).map { _ in UInt32.random(in: .min ... .max).octetsInHexadecimal }.joined()
  }
}

extension UInt32 {
  fileprivate var octetsInHexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 8 - digits.utf8.count) + digits
  }
}

extension HTTPRequest {
  /// Sets a field of credentials in place of those of its name.
  fileprivate mutating func setCredential(_ name: String, _ value: String) {
    fields.removeAll { FieldName($0.name) == FieldName(name) }
    fields.append(RequestField(name, value, isSensitive: true))
  }
}
