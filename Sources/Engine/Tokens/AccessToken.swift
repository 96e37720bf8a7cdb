internal import AccordDocuments
internal import AccordHTTP

/// An access token, as a token endpoint gave it (RFC 6749 section 5.1).
struct AccessToken: Sendable {
  let value: String
  /// When it was asked for; its time runs from then on, at the latest.
  let asked: ContinuousClock.Instant
  /// How long it lasts; `nil` where the server does not say, or for longer than any run.
  let lifetime: Duration?

  /// A token is asked for anew so long before its end.
  private static let margin = Duration.seconds(30)
  private static let longest = 10.0 * 365 * 24 * 3_600

  /// Reads the answer of a token endpoint.
  init(
    _ response: HTTPResponse, asked: ContinuousClock.Instant
  ) throws(TokenProblem) {
    let root = try? JSONDocument(parsing: response.body).root
    let object = root.flatMap { $0.kind == .object ? $0 : nil }
    func text(_ name: String) -> String? { object?.member(name)?.string }
    guard 200..<300 ~= response.status else {
      if 300..<400 ~= response.status {
        throw .redirected(
          status: response.status, to: response.fields.first("Location")?.value)
      }
      throw .refused(
        status: response.status, reason: response.reason, error: text("error"),
        description: text("error_description"))
    }
    guard let object else {
      throw .notJSON(mediaType: response.fields.first("Content-Type")?.value)
    }
    // Some servers say 200 and mean 400.
    if let error = text("error"), object.member("access_token") == nil {
      throw .refused(
        status: response.status, reason: response.reason, error: error,
        description: text("error_description"))
    }
    guard let value = text("access_token"), !value.isEmpty else { throw .noToken }
    // One that is not said is Bearer to most clients, though the standard wants it said.
    if let type = text("token_type"), type.lowercased() != "bearer" { throw .tokenType(type) }
    guard value.unicodeScalars.allSatisfy(\.mayStandInField) else { throw .unusableToken }
    guard !SecretSource.isTooShort(value) else { throw .shortToken }
    self.value = value
    self.asked = asked
    lifetime = Self.lifetime(object.member("expires_in"))
  }

  /// What of an answer no output may show, whatever else is wrong with it.
  static func secrets(of response: HTTPResponse) -> [String] {
    guard let root = try? JSONDocument(parsing: response.body).root, root.kind == .object else {
      return []
    }
    return ["access_token", "refresh_token", "id_token"].compactMap { root.member($0)?.string }
      .filter { !$0.isEmpty && !SecretSource.isTooShort($0) }
  }

  /// A number of seconds, which some servers write as text.
  private static func lifetime(_ node: JSONNode?) -> Duration? {
    guard let seconds = node?.number?.doubleValue ?? node?.string.flatMap(Double.init),
      seconds.isFinite, seconds < longest
    else { return nil }
    return .seconds(max(0, seconds))
  }

  /// Whether the token is to be asked for anew: in its last 30 seconds, of a short one in the last
  /// quarter of its time, so that it does not end while a request is under way.
  func isEnding(at now: ContinuousClock.Instant) -> Bool {
    guard let lifetime else { return false }
    return asked.duration(to: now) >= lifetime - min(Self.margin, lifetime / 4)
  }
}
