/// AWS Signature Version 4 over a request (AWS, "Create a signed AWS API request"): the canonical
/// request is put together here, since libcurl before 8.3 does not sort the parameters of a query.
///
/// Pure: the moment of signing is given.
package struct AWSSignature: Sendable, Hashable {
  /// The public half of the key.
  package var accessKey: String
  /// The secret half; it is never sent.
  package var secretKey: String
  /// What temporary keys come with, sent as `X-Amz-Security-Token`; nil for lasting ones.
  package var sessionToken: String?
  /// As in `eu-central-1`.
  package var region: String
  /// As in `execute-api` or `s3`.
  package var service: String
  /// Whether the content is part of what is signed; else `UNSIGNED-PAYLOAD` is, which only some
  /// services take, and only over TLS.
  package var signsContent: Bool

  /// A signature with a key.
  package init(
    accessKey: String, secretKey: String, sessionToken: String? = nil, region: String,
    service: String, signsContent: Bool = true
  ) {
    self.accessKey = accessKey
    self.secretKey = secretKey
    self.sessionToken = sessionToken
    self.region = region
    self.service = service
    self.signsContent = signsContent
  }

  /// The parts of a request that are signed.
  package struct Parts: Sendable {
    /// The method in its own case.
    package var method: String
    /// Host, with a port that is not the scheme's.
    package var host: String
    /// The path as it is sent, not empty.
    package var path: String
    /// The query as it is sent, without the question mark.
    package var query: String
    /// Fields that are signed besides `Host` and those of the signature.
    package var fields: [(name: String, value: String)]
    /// The content; empty for none.
    package var content: [UInt8]

    /// The parts of a request.
    package init(
      method: String, host: String, path: String, query: String = "",
      fields: [(name: String, value: String)] = [], content: [UInt8] = []
    ) {
      self.method = method
      self.host = host
      self.path = path
      self.query = query
      self.fields = fields
      self.content = content
    }
  }

  /// The fields that sign a request, `Authorization` last.
  ///
  /// - Parameter timestamp: The moment in UTC, as in `20150830T123600Z`.
  package func fields(signing parts: Parts, at timestamp: String) -> [(name: String, value: String)]
  {
    let digest = signsContent ? SHA256.digest(parts.content).hexadecimal : "UNSIGNED-PAYLOAD"
    var own = [("X-Amz-Date", timestamp)]
    // S3 wants it said; other services take or ignore it, and the documented signatures lack it.
    if service == "s3" || !signsContent { own.append(("X-Amz-Content-Sha256", digest)) }
    if let sessionToken { own.append(("X-Amz-Security-Token", sessionToken)) }
    let signed = Self.canonical([("host", parts.host)] + parts.fields + own)
    let names = signed.map(\.name).joined(separator: ";")
    let fields = signed.map { "\($0.name):\($0.value)\n" }.joined()
    let request: [String] = [
      parts.method, canonicalPath(parts.path), Self.canonicalQuery(parts.query), fields, names,
      digest,
    ]

    let day = String(timestamp.prefix(8))
    let scope = "\(day)/\(region)/\(service)/aws4_request"
    let requestDigest = SHA256.digest(request.joined(separator: "\n").utf8).hexadecimal
    let text = "AWS4-HMAC-SHA256\n\(timestamp)\n\(scope)\n\(requestDigest)"
    var key = Array("AWS4\(secretKey)".utf8)
    for part in [day, region, service, "aws4_request"] { key = HMAC.sha256(part.utf8, key: key) }
    let signature = HMAC.sha256(text.utf8, key: key).hexadecimal
    own.append(
      (
        "Authorization",
        "AWS4-HMAC-SHA256 Credential=\(accessKey)/\(scope), SignedHeaders=\(names), "
          + "Signature=\(signature)"
      ))
    return own
  }

  // MARK: - Canonical form

  /// Fields by name, in small letters and sorted; values of one name joined, white space folded.
  private static func canonical(
    _ fields: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    var values: [String: [String]] = [:]
    for field in fields {
      let folded = field.value.split { $0 == " " || $0 == "\t" }.joined(separator: " ")
      values[field.name.lowercased(), default: []].append(folded)
    }
    return values.sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
      .map { ($0.key, $0.value.joined(separator: ",")) }
  }

  /// The path encoded: once more for every service but S3, which takes it as it is sent.
  private func canonicalPath(_ path: String) -> String {
    if service == "s3" { return Self.encoded(path.percentDecoded, keepsSlash: true) }
    return Self.encoded(Array(Self.normalized(path).utf8), keepsSlash: true)
  }

  /// Dot segments and empty ones are taken out, but for S3.
  private static func normalized(_ path: String) -> String {
    var segments: [Substring] = []
    for segment in path.split(separator: "/") where segment != "." {
      if segment == ".." { _ = segments.popLast() } else { segments.append(segment) }
    }
    let isFolder = path.hasSuffix("/") && !segments.isEmpty
    return "/" + segments.joined(separator: "/") + (isFolder ? "/" : "")
  }

  /// Parameters in one form of encoding, sorted by name and then by value, octet by octet.
  private static func canonicalQuery(_ query: String) -> String {
    var parameters: [(name: [UInt8], value: [UInt8])] = []
    for part in query.split(separator: "&") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      parameters.append(
        (
          Array(encoded(pair[0].percentDecoded, keepsSlash: false).utf8),
          Array(encoded((pair.count > 1 ? pair[1] : "").percentDecoded, keepsSlash: false).utf8)
        ))
    }
    parameters.sort {
      $0.name == $1.name
        ? $0.value.lexicographicallyPrecedes($1.value) : $0.name.lexicographicallyPrecedes($1.name)
    }
    return parameters.map {
      "\(String(decoding: $0.name, as: UTF8.self))=\(String(decoding: $0.value, as: UTF8.self))"
    }.joined(separator: "&")
  }

  private static func encoded(_ octets: [UInt8], keepsSlash: Bool) -> String {
    var text = ""
    for octet in octets {
      let character = Unicode.Scalar(octet)
      switch character {
      case "A"..."Z", "a"..."z", "0"..."9", "-", ".", "_", "~":
        text.unicodeScalars.append(character)
      case "/" where keepsSlash: text += "/"
      default: text += "%" + [octet].hexadecimal.uppercased()
      }
    }
    return text
  }
}
