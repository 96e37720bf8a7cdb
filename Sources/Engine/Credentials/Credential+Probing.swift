internal import AccordHTTP

extension Credential {
  /// Credentials that nobody has: the last character of the secret is another one of its kind.
  ///
  /// `nil` where none can be made: what answers a challenge, signs requests or comes from a token
  /// endpoint is made anew for each request, and an empty secret has no last character.
  var altered: Credential? {
    switch form {
    case .field(let name, let value):
      guard let value = Self.altered(field: value) else { return nil }
      // A server may repeat the token alone, without its scheme.
      let token = value.split(separator: " ", maxSplits: 1).last.map(String.init) ?? value
      return Credential(
        form: .field(name: name, value: value), secrets: secrets + alteredSecrets + [value, token])
    case .query(let name, let value):
      guard let value = Self.altered(secret: value) else { return nil }
      return Credential(
        form: .query(name: name, value: value), secrets: secrets + alteredSecrets + [value])
    case .digest, .signature, .token: return nil
    }
  }

  /// What is almost a secret, which no output may show either.
  private var alteredSecrets: [String] { secrets.compactMap(Self.altered(secret:)) }

  /// The value of a field, the secret at its end another one: of Basic the password (RFC 7617).
  private static func altered(field value: String) -> String? {
    let scheme = "Basic "
    guard value.lowercased().hasPrefix(scheme.lowercased()) else {
      return altered(secret: value)
    }
    guard let octets = Base64.decode(String(value.dropFirst(scheme.count))),
      let pair = String(validating: octets, as: UTF8.self),
      let colon = pair.firstIndex(of: ":"),
      let password = altered(secret: String(pair[pair.index(after: colon)...]))
    else { return nil }
    return scheme + Base64.encode(Array("\(pair[...colon])\(password)".utf8))
  }

  /// A text whose last character is another one of its kind, a digit for a digit, a small letter for a
  /// small one.
  ///
  /// What pads base64 stays.
  static func altered(secret: String) -> String? {
    let padding = secret.reversed().prefix { $0 == "=" }.count
    let content = secret.dropLast(padding)
    guard let last = content.last, last != " " else { return nil }
    return content.dropLast() + String(other(than: last)) + String(repeating: "=", count: padding)
  }

  /// Another character of the same kind, which means other bits in base64 wherever the text may end:
  /// the last character of a signature may have as few as two that count (RFC 4648 section 3.5).
  private static func other(than character: Character) -> Character {
    let digits = Array("0123456789")
    let capitals = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let order = capitals + letters + digits
    guard let kind = [digits, capitals, letters].first(where: { $0.contains(character) }),
      let own = order.firstIndex(of: character)
    else { return "x" }
    for bits in [4, 2, 0] {
      let others = kind.filter { other in
        order.firstIndex(of: other).map { $0 >> bits != own >> bits } ?? false
      }
      if let other = others.first { return other }
    }
    return "x"
  }
}

extension HTTPRequest {
  /// Puts on the request credentials that are the same in every request; what depends on the request
  /// or its response is ``RequestSigner``'s.
  mutating func carry(_ credential: Credential) {
    switch credential.form {
    case .field(let name, let value):
      fields.removeAll { $0.name.lowercased() == name.lowercased() }
      fields.append(RequestField(name, value, isSensitive: true))
    case .query(let name, let value):
      url += url.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
      url += "\(PercentEncoding.queryPart(name))=\(PercentEncoding.queryPart(value))"
    case .digest, .signature, .token: break
    }
  }
}
