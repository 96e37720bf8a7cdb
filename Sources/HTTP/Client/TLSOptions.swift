import CAccordCurl

/// Whom TLS trusts, and who this side says that it is.
///
/// TLS is 1.2 or later. Whether a certificate was revoked is not asked: neither curl nor OpenSSL do so
/// without a list (RFC 5280 section 5) that somebody keeps at hand.
package struct TLSOptions: Sendable, Hashable {
  /// A file of certificates in PEM, whose authorities are trusted in place of the system's (curl's
  /// `--cacert`).
  package var authorities: String?

  /// A file with the certificate in PEM by which this side is known (curl's `--cert`).
  package var certificate: String?

  /// A file with the certificate's private key in PEM (curl's `--key`); nil where the certificate's
  /// own file has it.
  package var key: String?

  /// What opens the private key; nil for a key that needs nothing.
  package var password: String?

  /// Whether the server's certificate is verified; false is curl's `--insecure`.
  package var verifies: Bool

  /// Creates options: the system's authorities, no certificate, and the server's is verified.
  package init(
    authorities: String? = nil, certificate: String? = nil, key: String? = nil,
    password: String? = nil, verifies: Bool = true
  ) {
    self.authorities = authorities
    self.certificate = certificate
    self.key = key
    self.password = password
    self.verifies = verifies
  }
}

extension TLSOptions {
  /// Sets the options of a new handle.
  func apply(to easy: borrowing EasyHandle) throws(HTTPClientError) {
    // Those before are not to be spoken (RFC 8996), whatever the system's settings say.
    try Self.check(easy.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2)), "SSLVERSION")
    if let authorities {
      try Self.check(easy.set(CURLOPT_CAINFO, authorities), "CAINFO")
      // Else the authorities of the system's folder were trusted besides.
      try Self.check(easy.set(CURLOPT_CAPATH, nil), "CAPATH")
    }
    if !verifies {
      try Self.check(easy.set(CURLOPT_SSL_VERIFYPEER, 0), "SSL_VERIFYPEER")
      try Self.check(easy.set(CURLOPT_SSL_VERIFYHOST, 0), "SSL_VERIFYHOST")
    }
    guard certificate != nil || key != nil else { return }
    try Self.check(easy.set(CURLOPT_SSLCERT, certificate), "SSLCERT")
    try Self.check(easy.set(CURLOPT_SSLKEY, key), "SSLKEY")
    // Even where there is none: without one OpenSSL asks at the terminal, and waits.
    try Self.check(easy.set(CURLOPT_KEYPASSWD, password ?? ""), "KEYPASSWD")
  }

  private static func check(_ code: CURLcode, _ option: String) throws(HTTPClientError) {
    guard code == CURLE_OK else {
      throw .optionRefused(option: option, reason: CurlLibrary.words(code))
    }
  }
}
