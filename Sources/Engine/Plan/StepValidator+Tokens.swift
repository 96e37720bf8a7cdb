internal import AccordContract

extension StepValidator {
  /// Finds what makes a token request unusable, as far as no variable stands in it.
  mutating func validate(_ client: ClientCredentialsTrait, at location: SourceLocation) {
    if let url = client.tokenURL.literal, !TokenRequest.isEndpoint(url) {
      report(.tokenRequest(.url(url)), at: location)
    }
    if client.clientID.literal == "" { report(.tokenRequest(.noClientID), at: location) }
    if client.clientSecret.literal == "" { report(.tokenRequest(.noClientSecret), at: location) }
    for case let scope? in client.scopes.map(\.literal) where !TokenRequest.isScope(scope) {
      report(.tokenRequest(.scope(scope)), at: location)
    }
    for parameter in client.parameters where TokenRequest.ownParameters.contains(parameter.name) {
      report(.tokenRequest(.parameter(parameter.name)), at: location)
    }
  }
}
