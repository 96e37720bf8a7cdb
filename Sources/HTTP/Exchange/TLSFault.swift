/// What is wrong with a TLS connection, as far as the words of curl and its TLS library tell.
package enum TLSFault: Sendable, Hashable, CaseIterable {
  /// The server's certificate is past its time.
  case expired
  /// The time of the server's certificate has not begun.
  case notYetValid
  /// The server's certificate vouches for itself.
  case selfSigned
  /// The server's certificate is from an authority that is not trusted.
  case unknownAuthority
  /// The server's certificate is for another host.
  case wrongHost
  /// The key of the server's certificate or of an authority, or the digest that it is signed with, is
  /// too weak for this system.
  case weakCertificate
  /// The server speaks only versions of TLS that this side does not.
  case oldVersion
  /// What the server speaks is not TLS.
  case noTLS
  /// The server ended the connection within the handshake, without a word.
  case endedInHandshake
  /// The server refused the handshake with an alert.
  case handshakeRefused
  /// What came could not be decrypted: it was changed on its way.
  case corrupted
  /// The server wants a certificate of this side, or another than it got.
  case clientCertificateRefused
  /// The certificate of this side, or its key, cannot be used.
  case clientCertificateUnusable
  /// The file of trusted authorities cannot be used.
  case authoritiesUnusable
}

extension TransportError {
  /// What is wrong with TLS; nil where that is not known, or where something else is wrong.
  package var tlsFault: TLSFault? {
    guard case .curl = reason else { return nil }
    switch code {
    case 35 where Self.endsOfHandshakes.contains(where: message.lowercased().contains):
      return .endedInHandshake
    case 58: return .clientCertificateUnusable
    case 77: return .authoritiesUnusable
    case 35, 53, 55, 56, 60: break
    default: return nil
    }
    return Self.wordsOfTLS.first { words, _ in message.lowercased().contains(words) }?.fault
  }

  /// What is said of a connection that ends within the handshake.
  private static let endsOfHandshakes = [
    "unexpected eof while reading", "ssl_error_syscall", "connection reset by peer",
  ]

  /// Words of OpenSSL 1.1 and 3 and its kin, and of curl itself, and what they mean.
  ///
  /// The first that is found counts.
  private static let wordsOfTLS: [(words: String, fault: TLSFault)] = [
    ("certificate has expired", .expired),
    ("certificate is not yet valid", .notYetValid),
    ("self-signed certificate in certificate chain", .unknownAuthority),
    ("self signed certificate in certificate chain", .unknownAuthority),
    ("self-signed certificate", .selfSigned),
    ("self signed certificate", .selfSigned),
    ("unable to get local issuer certificate", .unknownAuthority),
    ("unable to verify the first certificate", .unknownAuthority),
    ("unable to get issuer certificate", .unknownAuthority),
    ("target host name", .wrongHost),
    ("hostname mismatch", .wrongHost),
    ("ip address mismatch", .wrongHost),
    ("certificate key too weak", .weakCertificate),
    ("digest algorithm too weak", .weakCertificate),
    ("key too small", .weakCertificate),
    ("unsupported protocol", .oldVersion),
    ("alert protocol version", .oldVersion),
    ("wrong ssl version", .oldVersion),
    // What is left to sign with before TLS 1.2 is SHA-1.
    ("legacy sigalg disallowed", .oldVersion),
    ("wrong version number", .noTLS),
    ("packet length too long", .noTLS),
    ("certificate required", .clientCertificateRefused),
    ("alert bad certificate", .clientCertificateRefused),
    ("alert unknown ca", .clientCertificateRefused),
    ("alert certificate expired", .clientCertificateRefused),
    ("alert certificate unknown", .clientCertificateRefused),
    ("alert handshake failure", .handshakeRefused),
    ("alert unrecognized name", .handshakeRefused),
    ("alert internal error", .handshakeRefused),
    ("alert insufficient security", .handshakeRefused),
    ("bad record mac", .corrupted),
    ("decryption failed", .corrupted),
    ("cipher operation failed", .corrupted),
  ]
}
