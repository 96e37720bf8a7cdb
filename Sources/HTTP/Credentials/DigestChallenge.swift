/// A challenge of the scheme Digest (RFC 7616 section 3.3), and the answer to it.
package struct DigestChallenge: Sendable, Hashable {
  /// How the digests are made.
  package enum Algorithm: String, Sendable, Hashable, CaseIterable {
    case sha256 = "SHA-256"
    case sha256Session = "SHA-256-sess"
    case md5 = "MD5"
    case md5Session = "MD5-sess"
  }

  package var realm: String
  package var nonce: String
  package var opaque: String?
  package var algorithm: Algorithm
  /// Whether the algorithm was said, and so is said in the answer.
  package var saysAlgorithm: Bool
  /// Whether the server wants the quality of protection `auth`; without it the answer is that of
  /// RFC 2069.
  package var protectsRequest: Bool
  /// Whether the nonce of the answer before was too old, and not the password wrong.
  package var isStale: Bool
  /// Whether the user's name is to be hashed.
  package var hashesUserName: Bool

  /// The strongest challenge among the values of `WWW-Authenticate`; nil where none can be answered.
  package init?(strongestOf values: [String]) {
    let usable = values.flatMap(AuthenticationChallenge.list).compactMap(Self.init)
    let order = Algorithm.allCases
    guard
      let best = usable.min(by: {
        (order.firstIndex(of: $0.algorithm) ?? 0) < (order.firstIndex(of: $1.algorithm) ?? 0)
      })
    else { return nil }
    self = best
  }

  private init?(_ challenge: AuthenticationChallenge) {
    guard challenge.scheme.lowercased() == "digest", let realm = challenge.parameters["realm"],
      let nonce = challenge.parameters["nonce"]
    else { return nil }
    let said = challenge.parameters["algorithm"]
    guard
      let algorithm = Algorithm.allCases.first(where: {
        $0.rawValue.lowercased() == (said ?? "MD5").lowercased()
      })
    else { return nil }
    let qualities = challenge.parameters["qop"]?.lowercased()
      .split { $0 == "," || $0 == " " || $0 == "\t" }
    // `auth-int` alone, which hashes the content as well, is hardly ever asked for.
    if let qualities, !qualities.contains("auth") { return nil }
    self.realm = realm
    self.nonce = nonce
    self.algorithm = algorithm
    opaque = challenge.parameters["opaque"]
    saysAlgorithm = said != nil
    protectsRequest = qualities != nil
    isStale = challenge.parameters["stale"]?.lowercased() == "true"
    hashesUserName = challenge.parameters["userhash"]?.lowercased() == "true"
  }

  /// The value of `Authorization` that answers the challenge (section 3.4).
  ///
  /// - Parameters:
  ///   - target: The request's target as it is sent.
  ///   - count: How often the nonce has been answered, this time included.
  ///   - clientNonce: Text that nobody can foretell.
  package func answer(
    user: String, password: String, method: String, target: String, count: Int,
    clientNonce: String
  ) -> String {
    var secret = hash("\(user):\(realm):\(password)")
    if algorithm == .md5Session || algorithm == .sha256Session {
      secret = hash("\(secret):\(nonce):\(clientNonce)")
    }
    let request = hash("\(method):\(target)")
    let digits = String(count, radix: 16)
    let counter = String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    let response =
      protectsRequest
      ? hash("\(secret):\(nonce):\(counter):\(clientNonce):auth:\(request)")
      : hash("\(secret):\(nonce):\(request)")

    let name = hashesUserName ? hash("\(user):\(realm)") : user
    var parts = [
      "username=\(Self.quoted(name))", "realm=\(Self.quoted(realm))",
      "nonce=\(Self.quoted(nonce))", "uri=\(Self.quoted(target))",
    ]
    if protectsRequest {
      parts += ["cnonce=\(Self.quoted(clientNonce))", "nc=\(counter)", "qop=auth"]
    }
    parts.append("response=\"\(response)\"")
    if let opaque { parts.append("opaque=\(Self.quoted(opaque))") }
    if saysAlgorithm { parts.append("algorithm=\(algorithm.rawValue)") }
    if hashesUserName { parts.append("userhash=true") }
    return "Digest " + parts.joined(separator: ", ")
  }

  private func hash(_ text: String) -> String {
    switch algorithm {
    case .sha256, .sha256Session: SHA256.digest(text.utf8).hexadecimal
    case .md5, .md5Session: MD5.digest(text.utf8).hexadecimal
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" || character == "\\" { quoted += "\\" }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }
}
