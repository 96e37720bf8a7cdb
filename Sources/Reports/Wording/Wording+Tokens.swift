package import AccordEngine

/// Why there is no access token, and what to do.
extension Wording {
  /// As in `no access token: "https://…" refused with 401 Unauthorized: invalid_client; …`.
  func message(_ problem: TokenProblem, of url: String) -> String {
    let endpoint = quoted(url)
    let words =
      switch problem {
      case .request(let problem): message(problem)
      case .transport(let error): "\(endpoint) gave none: \(message(error))"
      case .timeout(let limit):
        "\(endpoint) gave none within the step's \(Self.limit(limit)); --timeout or .timeout allow "
          + "more"
      case .refused(let status, let reason, let error, let description):
        "\(endpoint) refused with \(self.words(status: status, reason: reason))"
          + refusal(error, description) + advice(status: status, error: error)
      case .redirected(let status, let location):
        "\(endpoint) answered \(self.words(status: status, reason: ""))"
          + (location.map { ", a redirect to \(quoted($0))" } ?? "")
          + ", which is not followed with a secret; give the URL of the token endpoint itself"
      case .notJSON(let type):
        "the answer of \(endpoint) is no JSON object"
          + (type.map { " (\(shown($0)))" } ?? "")
          + "; is it a token endpoint (RFC 6749 section 5.1)?"
      case .noToken:
        "the answer of \(endpoint) has no \"access_token\" (RFC 6749 section 5.1)"
      case .tokenType(let type):
        "\(endpoint) gave a token of the type \(quoted(type)), and only Bearer is known here (RFC "
          + "6749 section 7.1)"
      case .unusableToken:
        "the token of \(endpoint) holds a control character, which no field can carry"
      case .shortToken:
        "the token of \(endpoint) is shorter than \(Redactor.shortestSecret) characters, which cannot "
          + "be redacted without redacting everything"
      }
    return "no access token: \(words)"
  }

  /// What the server itself says (RFC 6749 section 5.2).
  private func refusal(_ error: String?, _ description: String?) -> String {
    (error.map { ": \(shown($0))" } ?? "") + (description.map { ", \(quoted($0))" } ?? "")
  }

  private func advice(status: Int, error: String?) -> String {
    switch error {
    case "invalid_client":
      "; are the client's id and secret right, and does it want them as Basic or in the body?"
    case "unauthorized_client": "; this client may not use client credentials"
    case "invalid_scope": "; are these scopes the client's?"
    case "unsupported_grant_type": "; the server has no client credentials (RFC 6749 section 4.4)"
    case nil where status == 404: "; is it the URL of the token endpoint?"
    default: ""
    }
  }

  /// Why a token endpoint cannot be asked.
  package func message(_ problem: TokenRequestProblem) -> String {
    switch problem {
    case .url(let url):
      "\(written(url: url)) is no token endpoint: an http or https URL, or a path that begins with a "
        + "slash and is below the base URL, without user name and fragment (RFC 6749 section 3.2)"
    case .noClientID: "the client's id for OAuth 2 is empty (RFC 6749 section 2.2)"
    case .noClientSecret:
      "the client's secret for OAuth 2 is empty; client credentials are for clients that have one "
        + "(RFC 6749 section 4.4)"
    case .scope(let scope):
      "\(written(scope)) is no scope: only visible ASCII without quotation marks and backslashes "
        + "(RFC 6749 section 3.3)"
    case .parameter(let name):
      "the parameter \(written(name)) is what OAuth 2 itself says; it cannot be given besides"
    }
  }
}
