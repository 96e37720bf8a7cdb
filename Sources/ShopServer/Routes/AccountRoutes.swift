import HTTPTypes
import Hummingbird

/// `/account`: for those who have the token (RFC 6750).
struct AccountRoutes: Sendable {
  let token: String

  var routes: [Route] {
    [Route(.get, "/account", statuses: [200, 304, 401, 406, 412], handler: show)]
  }

  private struct Account: Encodable {
    let user = 1
    let credit = 25.5
    let currency = "EUR"
  }

  @Sendable private func show(_ request: Request, _ context: ShopContext) throws -> Response {
    try authorize(request)
    return try request.answer(.json(Account()), caching: .personal)
  }

  /// - Throws: A ``Problem`` with status 401.
  private func authorize(_ request: Request) throws(Problem) {
    guard let credentials = request.headers[.authorization] else {
      throw .unauthorized("This needs a bearer token.")
    }
    let parts = credentials.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "bearer", isToken(parts[1]) else {
      throw .unauthorized("These credentials are not accepted.")
    }
  }

  /// Compares in a time that does not tell how much of a guess was right.
  private func isToken(_ guess: Substring) -> Bool {
    let expected = Array(token.utf8)
    let guess = Array(guess.utf8)
    var difference = expected.count ^ guess.count
    for (index, octet) in guess.enumerated() where !expected.isEmpty {
      difference |= Int(octet ^ expected[index % expected.count])
    }
    return difference == 0
  }
}
