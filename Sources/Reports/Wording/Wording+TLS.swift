internal import AccordEngine
package import AccordHTTP

/// What is wrong with a certificate, and what to do.
extension Wording {
  /// As in `the server's certificate has expired; renew it`.
  package func message(_ fault: TLSFault) -> String {
    switch fault {
    case .expired:
      "the server's certificate is past its time: renew it on the server, or see whether this "
        + "machine's clock is right"
    case .notYetValid:
      "the time of the server's certificate has not begun: is this machine's clock right?"
    case .selfSigned:
      "nobody but the server itself vouches for its certificate: trust that certificate with "
        + "--cacert FILE, or verify nothing with --insecure"
    case .unknownAuthority:
      "no authority that is trusted here vouches for the server's certificate: name the authority "
        + "with --cacert FILE, and see whether the server sends the certificates between"
    case .wrongHost:
      "the server's certificate is for another host: use a host that it names, with --connect-to "
        + "or --resolve if need be, or have the certificate name this one"
    case .weakCertificate:
      "a key of the server's certificates, or the digest that one is signed with, is weaker than this "
        + "system allows: have the certificate issued anew, with an RSA key of 2048 bits or more or "
        + "an EC key, and SHA-256"
    case .oldVersion:
      "the server speaks no version of TLS that is allowed here, which are 1.2 and 1.3: those before "
        + "are not to be spoken any more (RFC 8996), so the server must learn a newer one"
    case .endedInHandshake:
      "the server ended the connection within the TLS handshake, without a reason: does this port "
        + "speak TLS 1.2 or 1.3, does the server know this host's name, and does it want a "
        + "certificate of this side (--cert, --key)?"
    case .handshakeRefused:
      "the server refused the TLS handshake: does it know this host's name (--connect-to and "
        + "--resolve keep the URL's), speak TLS 1.2 or 1.3 with ciphers of this system, and want a "
        + "certificate of this side (--cert, --key)?"
    case .corrupted:
      "what came is not what the server sent, or the server's TLS is broken: is there a proxy or a "
        + "middlebox on the way?"
    case .noTLS: "what listens there does not speak TLS: is http:// meant, or another port?"
    case .clientCertificateRefused:
      "the server wants a certificate of this side that it trusts: --cert FILE and --key FILE"
    case .clientCertificateUnusable:
      "the certificate of --cert or .tls, or its key, cannot be used: both must be PEM, belong "
        + "together, and be opened by the password"
    case .authoritiesUnusable:
      "the file of --cacert or .tls holds no certificates in PEM"
    }
  }

  /// As in `warning: …`, of a run.
  func message(_ warning: RunWarning) -> String {
    switch warning {
    case .certificatesNotVerified:
      "certificates were not verified (--insecure or .tls): whoever answered may not be the server"
    case .proxyNotVerified:
      "the proxy's certificate was not verified (--proxy-insecure): whoever passed requests on may "
        + "not be the proxy"
    case .unknownStepsInBaseline, .addedSteps, .removedSteps, .comparedWithPart,
      .comparedWithStopped, .failedStepsGone, .stoppedRunAgain, .failedForBaseline:
      reviewMessage(warning)
    case .recorded(let message): recorded(message)
    case .judgedAgain(let file):
      "nothing was sent: \(written(Self.fileName(file))) was judged again"
    case .probesNotJudged(let names):
      "\(names.map(quoted).joined(separator: ", ")) \(names.count == 1 ? "is" : "are") not judged: a "
        + "recording has no answers to what a probe asks"
    case .recordingOfStopped, .recordingOfContract, .urlOfOwnRecording: recordingMessage(warning)
    }
  }
}
