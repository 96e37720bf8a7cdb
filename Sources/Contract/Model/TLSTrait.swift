/// Whom TLS trusts, and who the contract's requests say that they come from.
package struct TLSTrait: Sendable {
  package let authorities: String?
  package let certificate: String?
  package let key: String?
  package let password: Variable?
  package let verifies: Bool?
  package let location: SourceLocation
}

extension Trait {
  /// How TLS is spoken with the server, for the contract as a whole; `--cacert`, `--cert`, `--key`
  /// and `--insecure` win over it.
  ///
  ///     Contract("Shop API", .tls(authorities: "test-ca.pem", certificate: "client.pem")) { … }
  ///
  /// Files are found as those of contents are, and hold PEM. A contract whose files cannot be read
  /// is unusable.
  ///
  /// - Parameters:
  ///   - authorities: The certificates of authorities to trust in place of the system's.
  ///   - certificate: The certificate by which the requests are known to the server.
  ///   - key: The certificate's private key, where it is not in the certificate's file.
  ///   - password: The variable that opens the key. It is bound from outside and is secret.
  ///   - verifies: False verifies no certificate, which every report then says.
  public static func tls(
    authorities: String? = nil, certificate: String? = nil, key: String? = nil,
    password: Variable? = nil, verifies: Bool? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Trait {
    let location = SourceLocation(
      fileID: fileID, filePath: filePath, line: line, column: column)
    return Trait(
      kind: .tls(
        TLSTrait(
          authorities: authorities, certificate: certificate, key: key, password: password,
          verifies: verifies, location: location)))
  }
}
